import type { AllowedAction, CaseView } from '@yihu/api-contract';
import { formOf } from '@yihu/api-contract/browser';
import { lazy, Suspense, useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, KeyCap } from '../../components/button';
import { Icon } from '../../components/icon';
import { ProblemNote } from '../../components/problem-note';
import { RefusalPopover } from '../../components/refusal-popover';
import { useSession } from '../../shared/session';
import { useKeys } from '../../shared/use-keys';
import styles from './action-bar.module.css';
import type { Done } from './done';
import { Elsewhere } from './elsewhere';
import { MoreMenu } from './more-menu';
import { offeredTo } from './offered';
import { useSignature } from './use-signature';

const CommandDialog = lazy(() => import('./command-dialog'));

interface Props {
  readonly view: CaseView;
  readonly onDone: (done: Done) => void;
}

/** What can be done about a case, fixed below it: the sentence to affirm, the way back, and one blue button. */
export function ActionBar({ view, onDone }: Props) {
  const { data: session } = useSession();
  const { primary, secondary, more, notNow, isElsewhere } = offeredTo(view, session);
  const [open, setOpen] = useState<AllowedAction | undefined>();
  const [refused, setRefused] = useState<AllowedAction | undefined>();
  const isSigned = primary !== undefined && isSignedInPlace(primary);
  const sign = useSignature(view, onDone);
  const affirmation = useRef<HTMLInputElement>(null);
  const choose = (action: AllowedAction) => {
    setRefused(undefined);
    if (action.allowed) setOpen(action);
    else setRefused(action);
  };
  const approve = () => {
    if (!primary || !primary.allowed || !isSigned) return primary && choose(primary);
    if (!sign.isAffirmed) return affirmation.current?.focus();
    sign.give(primary.command);
  };
  useKeys({ a: approve, r: () => secondary && choose(secondary) });
  if (!primary && more.length + notNow.length === 0 && !secondary && !isElsewhere) return null;
  return (
    <footer className={styles['bar']}>
      {refused && (
        <div className={styles['popover']}>
          <Refused view={view} action={refused} onClose={() => setRefused(undefined)} />
        </div>
      )}
      {sign.error && (
        <div className={styles['problem']}>
          <ProblemNote error={sign.error} />
        </div>
      )}
      <div className={styles['attestation']}>
        {isSigned && primary.allowed && <Affirmation sign={sign} box={affirmation} />}
      </div>
      <MoreMenu more={more} notNow={notNow} onChoose={choose} />
      {secondary && <ActionButton action={secondary} shortcut="R" onPress={() => choose(secondary)} />}
      {primary && (
        <ActionButton action={primary} shortcut="A" isPrimary isUnderWay={sign.isPending} onPress={approve} />
      )}
      {isElsewhere && <Elsewhere view={view} />}
      {open && <Dialog view={view} action={open} onClose={() => setOpen(undefined)} onDone={onDone} />}
    </footer>
  );
}

interface DialogProps extends Props {
  readonly action: AllowedAction;
  readonly onClose: () => void;
}

function Dialog({ view, action, onClose, onDone }: DialogProps) {
  const close = (done: Done) => {
    onClose();
    onDone(done);
  };
  return (
    <Suspense>
      <CommandDialog view={view} action={action} onClose={onClose} onDone={close} />
    </Suspense>
  );
}

/** A signature of the person at the desk is given in the bar itself; what asks for more opens a form. */
function isSignedInPlace({ command }: AllowedAction): boolean {
  const form = formOf('cases', command);
  return form === 'sign' || form === 'accept';
}

interface AffirmationProps {
  readonly sign: ReturnType<typeof useSignature>;
  readonly box: Ref<HTMLInputElement>;
}

function Affirmation({ sign, box }: AffirmationProps) {
  const { t } = useTranslation();
  return (
    <label>
      <input
        ref={box}
        type="checkbox"
        checked={sign.isAffirmed}
        onChange={({ target }) => sign.affirm(target.checked)}
      />
      <span>
        {sign.attestation}
        <small>{t('case.bar.readFirst')}</small>
      </span>
    </label>
  );
}

interface ActionButtonProps {
  readonly action: AllowedAction;
  readonly shortcut: string;
  readonly isPrimary?: boolean;
  readonly isUnderWay?: boolean;
  readonly onPress: () => void;
}

function ActionButton({ action, shortcut, isPrimary, isUnderWay = false, onPress }: ActionButtonProps) {
  const { t } = useTranslation();
  return (
    <Button
      size="large"
      look={isPrimary ? 'primary' : 'plain'}
      off={!action.allowed || isUnderWay}
      aria-haspopup={action.allowed ? undefined : 'dialog'}
      onClick={onPress}
    >
      {!action.allowed && <Icon name="lock" />}
      {t(`commands.cases.${action.command}`)}
      <KeyCap>{shortcut}</KeyCap>
    </Button>
  );
}

interface RefusedProps {
  readonly view: CaseView;
  readonly action: AllowedAction;
  readonly onClose: () => void;
}

function Refused({ view, action, onClose }: RefusedProps) {
  const { t } = useTranslation();
  const people = {
    'village-cadre': view.villageCadre?.name,
    'town-cadre': view.townCadre?.name,
  };
  return (
    <RefusalPopover
      action={t(`commands.cases.${action.command}`)}
      refusals={action.refusals}
      people={people}
      onClose={onClose}
    />
  );
}
