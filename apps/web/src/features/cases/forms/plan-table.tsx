import { LINE_CATEGORIES, type Activity, type PlanLine } from '@yihu/domain';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Icon } from '../../../components/icon';
import { yuan } from '../../../shared/format';
import styles from './form.module.css';
import { amountOf, newLine, subsidyOf, type TypedLine } from './plan-lines';

interface Props {
  readonly lines: readonly TypedLine[];
  readonly activity: Activity;
  readonly onChange: (lines: readonly TypedLine[]) => void;
}

/** The rows of a plan. An amount is never typed: it is quantity times price. */
export function PlanTable({ lines, activity, onChange }: Props) {
  const { t } = useTranslation();
  const change = (line: TypedLine, changes: Partial<TypedLine>) =>
    onChange(lines.map((each) => (each === line ? { ...each, ...changes } : each)));
  const nextKey = Math.max(-1, ...lines.map(({ key }) => key)) + 1;
  return (
    <div className={styles['scroller']}>
      <table className={styles['lines']}>
        <thead>
          <tr>
            {(['item', 'unit', 'category', 'quantity', 'unitPrice', 'amount'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`case.plan.columns.${column}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <Row
              key={line.key}
              line={line}
              lineNo={index + 1}
              onChange={(changes) => change(line, changes)}
              onRemove={() => onChange(lines.filter((each) => each !== line))}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={4}>
              <Button size="small" onClick={() => onChange([...lines, newLine(nextKey, activity)])}>
                <Icon name="plus" />
                {t('case.plan.addLine')}
              </Button>
            </td>
            <th scope="row">{t('case.plan.subsidy')}</th>
            <td className={styles['money']}>{yuan(subsidyOf(lines))}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface RowProps {
  readonly line: TypedLine;
  readonly lineNo: number;
  readonly onChange: (changes: Partial<TypedLine>) => void;
  readonly onRemove: () => void;
}

function Row({ line, lineNo, onChange, onRemove }: RowProps) {
  const { t } = useTranslation();
  const named = (column: string) => `${t('paper.line', { lineNo })} ${t(`case.plan.columns.${column}`)}`;
  const cell = (column: 'item' | 'unit' | 'quantity' | 'unitPrice', width?: number) => (
    <td>
      <Input
        aria-label={named(column)}
        value={line[column]}
        maxLength={column === 'item' ? 80 : 20}
        inputMode={column === 'quantity' || column === 'unitPrice' ? 'decimal' : 'text'}
        style={width === undefined ? undefined : { width }}
        onChange={({ target }) => onChange({ [column]: target.value })}
      />
    </td>
  );
  return (
    <tr>
      {cell('item')}
      {cell('unit', 64)}
      <td>
        <Select<PlanLine['category']>
          aria-label={named('category')}
          value={line.category}
          style={{ width: 150 }}
          options={LINE_CATEGORIES.map((value) => ({ value, label: t(`case.plan.categories.${value}`) }))}
          onChange={(category) => onChange({ category })}
        />
      </td>
      {cell('quantity', 96)}
      {cell('unitPrice', 110)}
      <td className={styles['money']}>{yuan(amountOf(line))}</td>
      <td>
        <Button
          look="link"
          size="small"
          aria-label={t('case.plan.removeLine', { lineNo })}
          onClick={onRemove}
        >
          <Icon name="cross" />
        </Button>
      </td>
    </tr>
  );
}
