import { sayQuantity } from '@yihu/api-contract/browser';
import type { PlanLine } from '@yihu/domain';
import { BUDGET_ATTESTATION } from '@yihu/domain/attestation';
import { useTranslation } from 'react-i18next';
import { yuan } from '../../shared/format';
import { Icon } from '../icon';
import { Cell, MarksContext, type Marks } from './cell';
import { changesOf, countOf, itemOf, NO_CHANGES, type Changes, type PaperPlan } from './changes';
import { fieldOfLine } from './fields';
import styles from './paper.module.css';
import { Sheet, type PaperHead } from './sheet';
import { Signatures, type Signed } from './signatures';

interface Props {
  readonly head: PaperHead;
  readonly plan: PaperPlan;
  /** The version to compare with: what differs from it is marked. */
  readonly previous?: PaperPlan | undefined;
  /** Why cells were returned, by field. */
  readonly returned?: Readonly<Record<string, string>> | undefined;
  readonly picking?: Marks['picking'] | undefined;
  /** Who has signed, by whose signature it is. */
  readonly signed?: Signed | undefined;
  /** When the last of them signed: an ISO date, or an instant. */
  readonly signedAt?: string | undefined;
}

/** The budget confirmation form (F1) as it prints, with what changed and what was returned marked in it. */
export function BudgetForm({ head, plan, previous, returned = {}, picking, signed = {}, signedAt }: Props) {
  const { t } = useTranslation();
  const changes = previous ? changesOf(plan, previous) : NO_CHANGES;
  const legend = countOf(changes) > 0 && (
    <span className={styles['legend']}>
      <Icon name="pen" size={12} /> {t('paper.legend')}
    </span>
  );
  return (
    <MarksContext value={{ old: changes.old, returned, ...(picking && { picking }) }}>
      <Sheet title="paper.budget.title" head={head} legend={legend}>
        <table className={styles['form']}>
          <colgroup>
            {[6, 23, 10, 13, 16, 18, 14].map((share, index) => (
              <col key={index} style={{ width: `${share}%` }} />
            ))}
          </colgroup>
          <BudgetRows plan={plan} changes={changes} />
          <tfoot>
            <tr>
              <td colSpan={7} className={styles['closing']}>
                <p className={styles['attestation']}>{BUDGET_ATTESTATION.text}</p>
                <Signatures words="paper.signatures" signed={signed} signedAt={signedAt} />
              </td>
            </tr>
          </tfoot>
        </table>
      </Sheet>
    </MarksContext>
  );
}

function BudgetRows({ plan, changes }: { readonly plan: PaperPlan; readonly changes: Changes }) {
  const { t } = useTranslation();
  const rows = Math.max(1, plan.lines.length);
  const columns = ['item', 'quantity', 'unitPrice', 'amount', 'forecast', 'reward'] as const;
  const once = (
    <>
      <Cell field="forecastFen" rowSpan={rows}>
        {yuan(plan.forecastFen)}
      </Cell>
      <Cell field="rewardFen" rowSpan={rows}>
        {yuan(plan.rewardFen)}
      </Cell>
    </>
  );
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" rowSpan={rows + changes.removed.length + 2} className={styles['side']}>
          {t('paper.budget.side')}
        </th>
        {columns.map((column) => (
          <th key={column} scope="col">
            {t(`paper.budget.columns.${column}`)}
          </th>
        ))}
      </tr>
      {plan.lines.map((line, index) => (
        <tr key={index}>
          <LineCells line={line} lineNo={index + 1} isNew={changes.added.has(index + 1)} />
          {index === 0 && once}
        </tr>
      ))}
      {plan.lines.length === 0 && (
        <tr>
          <th scope="row">—</th>
          <td>—</td>
          <td>—</td>
          <td>—</td>
          {once}
        </tr>
      )}
      {changes.removed.map((line) => (
        <RemovedRow key={line.item} line={line} />
      ))}
      <tr>
        <th scope="row">{t('paper.sum')}</th>
        <td />
        <td />
        <Cell field="subsidyFen">{yuan(plan.subsidyFen)}</Cell>
        <td className={styles['right']}>{yuan(plan.forecastFen)}</td>
        <td className={styles['right']}>{yuan(plan.rewardFen)}</td>
      </tr>
    </tbody>
  );
}

interface LineProps {
  readonly line: PlanLine;
  readonly lineNo: number;
  readonly isNew: boolean;
}

function LineCells({ line, lineNo, isNew }: LineProps) {
  return (
    <>
      <Cell field={fieldOfLine(lineNo, 'item')} align="left" isRowHead isNew={isNew}>
        {itemOf(line)}
      </Cell>
      <Cell field={fieldOfLine(lineNo, 'quantityMilli')} isNew={isNew}>
        {sayQuantity(line.quantityMilli)}
      </Cell>
      <Cell field={fieldOfLine(lineNo, 'unitPriceFen')} isNew={isNew}>
        {yuan(line.unitPriceFen)}
      </Cell>
      <Cell field={fieldOfLine(lineNo, 'amountFen')} isNew={isNew}>
        {yuan(line.amountFen)}
      </Cell>
    </>
  );
}

/** A row that the version before had: struck, so that nobody looks for it. */
function RemovedRow({ line }: { readonly line: PlanLine }) {
  const values = [sayQuantity(line.quantityMilli), yuan(line.unitPriceFen), yuan(line.amountFen)];
  return (
    <tr className={styles['removed']}>
      <th scope="row" className={`${styles['left']} ${styles['changed']}`}>
        <del>{itemOf(line)}</del>
      </th>
      {values.map((value, index) => (
        <td key={index} className={`${styles['right']} ${styles['changed']}`}>
          <del>{value}</del>
        </td>
      ))}
      <td />
      <td />
    </tr>
  );
}
