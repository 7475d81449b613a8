import type { AllowedAction, CaseView, SessionView } from '@yihu/api-contract';
import { formOf, type CommandForm } from '@yihu/api-contract/browser';
import { covers } from '@yihu/domain';

type Offer = Pick<CaseView, 'waitsFor' | 'allowedActions' | 'household'>;
type Reader = Pick<SessionView, 'staffId' | 'grants'>;

/** What the case page offers the person in front of it. */
export interface Offered {
  /** What the case waits for, when it waits for this person. */
  readonly primary?: AllowedAction;
  /** The way back, where there is one now. */
  readonly secondary?: AllowedAction;
  /** What else may be done now. */
  readonly more: readonly AllowedAction[];
  /** What this person may do at other times: each says why not now. */
  readonly notNow: readonly AllowedAction[];
  /** It waits for this person, and what it waits for is done on another page. */
  readonly isElsewhere: boolean;
}

const WAYS_BACK: readonly (CommandForm | undefined)[] = ['return', 'rectify'];

const formOfAction = ({ command }: AllowedAction) => formOf('cases', command);

/** Whether a case waits for this person: by name where one is assigned, else by role and territory. */
export function waitsForReader({ waitsFor, household }: Offer, reader: Reader | undefined): boolean {
  if (!waitsFor || !reader) return false;
  if (waitsFor.staffId !== undefined) return waitsFor.staffId === reader.staffId;
  return reader.grants.some(
    ({ role, territory }) => role === waitsFor.role && covers(territory, household.village),
  );
}

/** The rules about what the case waits for, whoever asks. */
export function awaitedAction({ waitsFor, allowedActions }: Offer): AllowedAction | undefined {
  return allowedActions.find(({ command }) => command === waitsFor?.task);
}

/** Sorts what the server offers into the places of the action bar. */
export function offeredTo(view: Offer, reader: Reader | undefined): Offered {
  const known = view.allowedActions.filter((action) => formOfAction(action) !== undefined);
  const isReaders = waitsForReader(view, reader);
  const primary = isReaders ? known.find(({ command }) => command === view.waitsFor?.task) : undefined;
  const others = known.filter((action) => action !== primary);
  const allowed = others.filter((action) => action.allowed);
  const secondary = allowed.find((action) => WAYS_BACK.includes(formOfAction(action)));
  return {
    ...(primary && { primary }),
    ...(secondary && { secondary }),
    isElsewhere: isReaders && awaitedAction(view) === undefined,
    more: allowed.filter((action) => action !== secondary),
    notNow: others.filter(
      ({ allowed: isAllowed, refusals }) => !isAllowed && refusals.every(({ kind }) => kind !== 'authority'),
    ),
  };
}
