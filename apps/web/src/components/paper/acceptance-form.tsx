import { sayQuantity } from '@yihu/api-contract/browser';
import type { AcceptedIncome, AcceptedLine, PlanLine } from '@yihu/domain';
import { useTranslation } from 'react-i18next';
import { yuan } from '../../shared/format';
import { Cell, MarksContext, type Marks } from './cell';
import { itemOf } from './changes';
import { fieldOfLine } from './fields';
import styles from './paper.module.css';
import { Sheet, type PaperHead } from './sheet';
import { Signatures, type Signed } from './signatures';

interface Props {
  readonly head: PaperHead;
  /** The lines of the filed plan: an acceptance speaks of them by number. */
  readonly planLines: readonly PlanLine[];
  readonly lines: readonly AcceptedLine[];
  readonly income: AcceptedIncome;
  /** Missing while nobody has decided on it. */
  readonly rewardFen?: number | undefined;
  readonly returned?: Readonly<Record<string, string>> | undefined;
  readonly picking?: Marks['picking'] | undefined;
  readonly signed?: Signed | undefined;
  /** When the last of them signed: an ISO date, or an instant. */
  readonly signedAt?: string | undefined;
}

/** The acceptance form (F3) as it prints. What was done for less than filed is marked, with what was filed struck. */
export function AcceptanceForm({ returned = {}, picking, signed = {}, signedAt, ...content }: Props) {
  const old = filedOf(content);
  return (
    <MarksContext value={{ old, returned, ...(picking && { picking }) }}>
      <Sheet title="paper.acceptance.title" head={content.head}>
        <table className={styles['form']}>
          <colgroup>
            {[5, 20, 13, 8, 16, 9, 16, 13].map((share, index) => (
              <col key={index} style={{ width: `${share}%` }} />
            ))}
          </colgroup>
          <AcceptanceRows {...content} />
          <tfoot>
            <tr>
              <td colSpan={8} className={styles['closing']}>
                <Signatures words="paper.acceptance.signatures" signed={signed} signedAt={signedAt} />
              </td>
            </tr>
          </tfoot>
        </table>
      </Sheet>
    </MarksContext>
  );
}

type Content = Omit<Props, 'returned' | 'picking' | 'signed' | 'signedAt'>;

/** What the filed plan says in the cells where the acceptance says something else. */
function filedOf({ planLines, lines }: Content): Readonly<Record<string, string>> {
  const old: Record<string, string> = {};
  for (const { lineNo, acceptedMilli, paidUnitPriceFen, acceptedFen } of lines) {
    const filed = planLines[lineNo - 1];
    if (!filed) continue;
    const note = (column: string, now: number, then: number, said: string) => {
      if (now !== then) old[fieldOfLine(lineNo, column)] = said;
    };
    note('acceptedMilli', acceptedMilli, filed.quantityMilli, sayQuantity(filed.quantityMilli));
    note('paidUnitPriceFen', paidUnitPriceFen, filed.unitPriceFen, yuan(filed.unitPriceFen));
    note('acceptedFen', acceptedFen, filed.amountFen, yuan(filed.amountFen));
  }
  return old;
}

function AcceptanceRows({ planLines, lines, income, rewardFen }: Content) {
  const { t } = useTranslation();
  const columns = ['item', 'unitPrice', 'quantity', 'amount', 'done', 'income', 'reward'] as const;
  const isActual = income.basis === 'actual';
  const incomeFen = isActual ? income.actualFen : income.estimateFen;
  const rows = Math.max(1, lines.length);
  const once = (
    <>
      <Cell field="income" rowSpan={rows}>
        {yuan(incomeFen)}
        <small className={styles['note']}>{t(`paper.acceptance.basis.${income.basis}`)}</small>
      </Cell>
      <Cell field="rewardFen" rowSpan={rows}>
        {yuan(rewardFen)}
      </Cell>
    </>
  );
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" rowSpan={rows + 2} className={styles['side']}>
          {t('paper.acceptance.side')}
        </th>
        {columns.map((column) => (
          <th key={column} scope="col">
            {t(`paper.acceptance.columns.${column}`)}
          </th>
        ))}
      </tr>
      {lines.map((line, index) => (
        <tr key={line.lineNo}>
          <AcceptedCells line={line} filed={planLines[line.lineNo - 1]} />
          {index === 0 && once}
        </tr>
      ))}
      {lines.length === 0 && (
        <tr>
          <th scope="row">—</th>
          <td>—</td>
          <td>—</td>
          <td>—</td>
          <td>—</td>
          {once}
        </tr>
      )}
      <tr>
        <th scope="row">{t('paper.sum')}</th>
        <td />
        <td />
        <td className={styles['right']}>{yuan(lines.reduce((sum, line) => sum + line.acceptedFen, 0))}</td>
        <td />
        <td className={styles['right']}>{yuan(incomeFen)}</td>
        <td className={styles['right']}>{yuan(rewardFen)}</td>
      </tr>
    </tbody>
  );
}

function AcceptedCells({
  line,
  filed,
}: {
  readonly line: AcceptedLine;
  readonly filed: PlanLine | undefined;
}) {
  const { t } = useTranslation();
  const { lineNo } = line;
  return (
    <>
      <Cell field={fieldOfLine(lineNo, 'item')} align="left" isRowHead>
        {filed ? itemOf(filed) : lineNo}
      </Cell>
      <Cell field={fieldOfLine(lineNo, 'paidUnitPriceFen')}>{yuan(line.paidUnitPriceFen)}</Cell>
      <Cell field={fieldOfLine(lineNo, 'acceptedMilli')}>{sayQuantity(line.acceptedMilli)}</Cell>
      <Cell field={fieldOfLine(lineNo, 'acceptedFen')}>{yuan(line.acceptedFen)}</Cell>
      <Cell field={fieldOfLine(lineNo, 'done')} align="middle">
        {t(`paper.acceptance.done.${line.done}`)}
      </Cell>
    </>
  );
}
