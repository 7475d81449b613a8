import type { AllowedAction, CaseView } from '@yihu/api-contract';
import { formOf, type CommandForm } from '@yihu/api-contract/browser';

/** The forms that a phone has. What needs a table is done at a desk. */
const ON_PHONE: readonly CommandForm[] = ['sign', 'sign-for-household', 'return', 'reason'];

export const hasForm = (command: string): boolean => {
  const form = formOf('cases', command);
  return form !== undefined && ON_PHONE.includes(form);
};

/** What the case waits for, as far as this person is asked about it. */
export function nextAct({ waitsFor, allowedActions }: CaseView): AllowedAction | undefined {
  return allowedActions.find(({ command }) => command === waitsFor?.task);
}

/** Everything else that this person may do now, and that a phone has a form for. */
export function furtherActs(view: CaseView): readonly AllowedAction[] {
  const next = nextAct(view);
  return view.allowedActions.filter((action) => action !== next && action.allowed && hasForm(action.command));
}
