import type { AcceptedLine, PlanLine } from '@yihu/domain';
import { lineAmountFen } from '@yihu/domain';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../../../shared/format';
import { readQuantity, readYuan, typedQuantity, typedYuan } from '../../../shared/read-number';
import { useSession } from '../../../shared/session';
import { useFilled } from '../../../shared/use-filled';
import { AcceptanceTable, type TypedAcceptance } from './acceptance-table';
import { Choice } from './choice';
import { DayField } from './day-field';
import type { FormProps } from './form';
import styles from './form.module.css';
import { PhotosField } from './photos-field';

const BASES = ['actual', 'estimate'] as const;

interface Filled {
  readonly lines: readonly TypedAcceptance[];
  readonly actual: string;
  readonly estimate: string;
  readonly basis: (typeof BASES)[number];
  readonly asOf: string;
  readonly photos: readonly string[];
  readonly invoices: readonly string[];
}

/** What the last acceptance said, or everything done as it was filed. */
function lastTime({ plan, acceptance }: FormProps['view'], today: string): Filled {
  const income = acceptance?.income;
  return {
    lines: (plan?.lines ?? []).map((line, index) => typed(line, acceptance?.lines[index])),
    actual: income ? typedYuan(income.actualFen) : '',
    estimate: income ? typedYuan(income.estimateFen) : '',
    basis: income?.basis ?? 'actual',
    asOf: income?.asOf ?? today,
    photos: acceptance?.photos ?? [],
    invoices: [],
  };
}

function typed(filed: PlanLine, accepted: AcceptedLine | undefined): TypedAcceptance {
  return {
    done: accepted?.done ?? 'done',
    quantity: typedQuantity(accepted?.acceptedMilli ?? filed.quantityMilli),
    unitPrice: typedYuan(accepted?.paidUnitPriceFen ?? filed.unitPriceFen),
  };
}

function lineOf({ done, quantity, unitPrice }: TypedAcceptance, index: number): readonly AcceptedLine[] {
  const [acceptedMilli, paidUnitPriceFen] = [readQuantity(quantity), readYuan(unitPrice)];
  if (acceptedMilli === undefined || paidUnitPriceFen === undefined) return [];
  const acceptedFen = lineAmountFen(acceptedMilli, paidUnitPriceFen);
  return [{ lineNo: index + 1, acceptedMilli, paidUnitPriceFen, acceptedFen, done }];
}

function bodyOf({ actual, estimate, basis, asOf, photos, invoices, ...filled }: Filled): object | undefined {
  const lines = filled.lines.flatMap(lineOf);
  const [actualFen, estimateFen] = [actual, estimate].map((text) => readYuan(text === '' ? '0' : text));
  if (lines.length < filled.lines.length || actualFen === undefined || estimateFen === undefined) {
    return undefined;
  }
  if (asOf === '') return undefined;
  return { lines, income: { actualFen, estimateFen, basis, asOf }, photos, invoices };
}

/** An acceptance on the spot: for each row what was done, the income, and what proves both. */
export function AcceptanceEntry({ view, onChange }: FormProps) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const today = session ? dayOf(session.now) : '';
  const [filled, set] = useFilled(() => lastTime(view, today), bodyOf, onChange);
  return (
    <>
      <AcceptanceTable
        filed={view.plan?.lines ?? []}
        lines={filled.lines}
        onChange={(lines) => set({ lines })}
      />
      <div className={styles['columns']}>
        {(['actual', 'estimate'] as const).map((each) => (
          <label key={each} className={styles['field']}>
            <span>{t(`case.acceptance.${each}`)}</span>
            <Input
              inputMode="decimal"
              value={filled[each]}
              status={filled[each] !== '' && readYuan(filled[each]) === undefined ? 'error' : ''}
              onChange={({ target }) => set({ [each]: target.value })}
            />
          </label>
        ))}
        <DayField label={t('case.acceptance.asOf')} value={filled.asOf} onChange={(asOf) => set({ asOf })} />
      </div>
      <Choice
        legend={t('case.acceptance.basis')}
        words="paper.acceptance.basis"
        values={BASES}
        value={filled.basis}
        onChange={(basis) => set({ basis })}
      />
      <div className={styles['columns']}>
        <PhotosField
          label={t('case.form.photos')}
          hashes={filled.photos}
          onChange={(photos) => set({ photos })}
        />
        <PhotosField
          label={t('case.acceptance.invoices')}
          hashes={filled.invoices}
          onChange={(invoices) => set({ invoices })}
        />
      </div>
    </>
  );
}
