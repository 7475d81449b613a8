import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { AcceptanceForm } from '../../../components/paper/acceptance-form';
import { BudgetForm } from '../../../components/paper/budget-form';
import { textOfReasons } from '../../../components/paper/fields';
import { useFieldLabel } from '../../../components/paper/use-field-label';
import { RETURN_REASON_CODE } from '../../../components/return-reason';
import { useFilled } from '../../../shared/use-filled';
import { usePaperHead } from '../use-paper-head';
import { Choice } from './choice';
import { DayField } from './day-field';
import type { FormProps } from './form';
import styles from './form.module.css';

/** What kind of return it is; which cells are meant and why stands beside it. */
const CODES = [RETURN_REASON_CODE, 'papers-missing', 'not-approved'] as const;

interface Filled {
  readonly reasonCode: (typeof CODES)[number];
  /** A reason for each cell that is ticked. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly remark: string;
  readonly dueOn: string;
}

/** What goes back, cell by cell: ticked on the paper itself, with a reason for each. */
export function ReturnForm({ view, onChange, hasDueDate = false }: FormProps & { hasDueDate?: boolean }) {
  const { t } = useTranslation();
  const labelOf = useFieldLabel(view.plan?.lines ?? []);
  const [filled, set] = useFilled<Filled>(
    () => ({ reasonCode: RETURN_REASON_CODE, reasons: {}, remark: '', dueOn: '' }),
    ({ reasonCode, reasons, remark, dueOn }) => {
      const fields = Object.keys(reasons);
      const isComplete = fields.length > 0 && fields.every((field) => reasons[field]!.trim() !== '');
      if (!isComplete || (hasDueDate && dueOn === '')) return undefined;
      const told = fields.map((field) => ({ label: labelOf(field), reason: reasons[field]! }));
      return { reasonCode, fields, text: textOfReasons(told, remark), ...(hasDueDate && { dueOn }) };
    },
    onChange,
  );
  const { reasons } = filled;
  const toggle = (field: string) => {
    const { [field]: ticked, ...rest } = reasons;
    set({ reasons: ticked === undefined ? { ...reasons, [field]: '' } : rest });
  };
  return (
    <>
      <p className={styles['hint']}>{t('case.form.pick')}</p>
      <Paper view={view} picking={{ picked: new Set(Object.keys(reasons)), toggle, labelOf }} />
      {!view.acceptance && <OtherFields picked={reasons} toggle={toggle} labelOf={labelOf} />}
      <div className={styles['reasons']}>
        {Object.entries(reasons).map(([field, reason]) => (
          <label key={field}>
            <b>{labelOf(field)}</b>
            <Input
              maxLength={200}
              placeholder={t('case.form.whatIsWrong')}
              value={reason}
              onChange={({ target }) => set({ reasons: { ...reasons, [field]: target.value } })}
            />
          </label>
        ))}
      </div>
      <Choice
        legend={t('case.form.returnKind')}
        words="case.form.returnCodes"
        values={CODES}
        value={filled.reasonCode}
        onChange={(reasonCode) => set({ reasonCode })}
      />
      {hasDueDate && (
        <DayField label={t('case.form.mendBy')} value={filled.dueOn} onChange={(dueOn) => set({ dueOn })} />
      )}
      <label className={styles['field']}>
        <span>{t('case.form.remark')}</span>
        <Input
          maxLength={300}
          value={filled.remark}
          onChange={({ target }) => set({ remark: target.value })}
        />
      </label>
      <Consequence view={view} />
    </>
  );
}

export function RectifyForm(props: FormProps) {
  return <ReturnForm {...props} hasDueDate />;
}

interface PickingProps {
  readonly view: FormProps['view'];
  readonly picking: {
    readonly picked: ReadonlySet<string>;
    readonly toggle: (field: string) => void;
    readonly labelOf: (field: string) => string;
  };
}

function Paper({ view, picking }: PickingProps) {
  const head = usePaperHead(view);
  const { plan, previousPlan, acceptance } = view;
  if (!plan) return null;
  if (!acceptance) return <BudgetForm head={head} plan={plan} previous={previousPlan} picking={picking} />;
  const { lines, income } = acceptance;
  return (
    <AcceptanceForm head={head} planLines={plan.lines} lines={lines} income={income} picking={picking} />
  );
}

interface OtherProps {
  readonly picked: Readonly<Record<string, string>>;
  readonly toggle: (field: string) => void;
  readonly labelOf: (field: string) => string;
}

/** What is judged with the plan and has no cell on its paper. */
function OtherFields({ picked, toggle, labelOf }: OtherProps) {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend>{t('case.form.notOnPaper')}</legend>
      <label>
        <input type="checkbox" checked={picked['grounds'] !== undefined} onChange={() => toggle('grounds')} />{' '}
        {labelOf('grounds')}
      </label>
    </fieldset>
  );
}

/** Which signatures fall, said before it is done. */
function Consequence({ view }: { readonly view: FormProps['view'] }) {
  const { t } = useTranslation();
  const { signatures, acceptanceSignatures, acceptance, plan } = view;
  const given = acceptance ? acceptanceSignatures : signatures;
  const whose = (['household', 'village', 'town'] as const).filter((each) => given[each]);
  if (whose.length === 0) return null;
  const names = whose.map((each) => t(`case.form.whose.${each}`)).join(t('case.form.and'));
  return (
    <p className={styles['hint']}>
      {acceptance
        ? t('case.form.acceptanceFalls', { names })
        : t('case.form.signaturesFall', { names, version: plan?.planVersion })}
    </p>
  );
}
