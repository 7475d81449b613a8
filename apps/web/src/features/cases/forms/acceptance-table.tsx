import type { AcceptedLine, PlanLine } from '@yihu/domain';
import { sayQuantity } from '@yihu/api-contract/browser';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { itemOf } from '../../../components/paper/changes';
import { yuan } from '../../../shared/format';
import { readQuantity, typedQuantity, typedYuan } from '../../../shared/read-number';
import styles from './form.module.css';
import { amountOf } from './plan-lines';

const ANSWERS = ['done', 'partly', 'not-done'] as const satisfies readonly AcceptedLine['done'][];

/** A row of an acceptance as it is typed. */
export interface TypedAcceptance {
  readonly done: AcceptedLine['done'];
  readonly quantity: string;
  readonly unitPrice: string;
}

interface Props {
  readonly filed: readonly PlanLine[];
  readonly lines: readonly TypedAcceptance[];
  readonly onChange: (lines: readonly TypedAcceptance[]) => void;
}

/** What was done of each filed row. An answer fills in the quantity that goes with it. */
export function AcceptanceTable({ filed, lines, onChange }: Props) {
  const { t } = useTranslation();
  const change = (index: number, changes: Partial<TypedAcceptance>) =>
    onChange(lines.map((line, at) => (at === index ? { ...line, ...changes } : line)));
  return (
    <div className={styles['scroller']}>
      <table className={styles['lines']}>
        <thead>
          <tr>
            {(['item', 'planned', 'done', 'quantity', 'unitPrice', 'amount'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`case.acceptance.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <Row
              key={index}
              filed={filed[index]!}
              line={line}
              onChange={(changes) => change(index, changes)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A quantity says how far the work was done. */
function answerOf(acceptedMilli: number, filedMilli: number): AcceptedLine['done'] {
  if (acceptedMilli === 0) return 'not-done';
  return acceptedMilli < filedMilli ? 'partly' : 'done';
}

interface RowProps {
  readonly filed: PlanLine;
  readonly line: TypedAcceptance;
  readonly onChange: (changes: Partial<TypedAcceptance>) => void;
}

function Row({ filed, line, onChange }: RowProps) {
  const { t } = useTranslation();
  const named = (column: string) => `${filed.item} ${t(`case.acceptance.columns.${column}`)}`;
  const answer = (done: AcceptedLine['done']) => {
    if (done === 'done') {
      return onChange({
        done,
        quantity: typedQuantity(filed.quantityMilli),
        unitPrice: typedYuan(filed.unitPriceFen),
      });
    }
    onChange(done === 'not-done' ? { done, quantity: '0' } : { done });
  };
  const type = (column: 'quantity' | 'unitPrice', text: string) => {
    const milli = column === 'quantity' ? readQuantity(text) : undefined;
    onChange({ [column]: text, ...(milli !== undefined && { done: answerOf(milli, filed.quantityMilli) }) });
  };
  return (
    <tr>
      <th scope="row">{itemOf(filed)}</th>
      <td className={styles['money']}>
        {sayQuantity(filed.quantityMilli)} × {yuan(filed.unitPriceFen)} = {yuan(filed.amountFen)}
      </td>
      <td>
        <Select<AcceptedLine['done']>
          aria-label={named('done')}
          value={line.done}
          style={{ width: 110 }}
          options={ANSWERS.map((value) => ({ value, label: t(`paper.acceptance.done.${value}`) }))}
          onChange={answer}
        />
      </td>
      {(['quantity', 'unitPrice'] as const).map((column) => (
        <td key={column}>
          <Input
            aria-label={named(column)}
            inputMode="decimal"
            value={line[column]}
            style={{ width: 110 }}
            onChange={({ target }) => type(column, target.value)}
          />
        </td>
      ))}
      <td className={styles['money']}>{yuan(amountOf(line))}</td>
    </tr>
  );
}
