import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../../components/fields';
import { dayOf, yuan } from '../../../shared/format';
import { readYuan, typedYuan } from '../../../shared/read-number';
import { useSession } from '../../../shared/session';
import { textHash } from '../batch-file';
import { outcomeGroups, type PaidRow } from '../groups';
import type { BatchFormProps } from './batch-form';
import styles from './form.module.css';

interface Typed {
  readonly code: string;
  readonly amount: string;
  readonly bankRef: string;
}

/** What banks mostly write; any other code can be typed, and is kept as it is. */
const KNOWN_CODES = ['00', '21', '22'] as const;

/** The bank's answer typed row by row. A row without a code has no answer yet, and stays as it is. */
export function ResultsByHand({ view, onChange }: BatchFormProps) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const codesId = useId();
  const [typed, setTyped] = useState<Readonly<Record<number, Typed>>>({});
  const [day, setDay] = useState(() => (session ? dayOf(session.now) : ''));
  const open = outcomeGroups(view)
    .filter(({ outcome }) => outcome === 'open' || outcome === 'unknown')
    .flatMap(({ rows }) => rows);
  const blank = (row: PaidRow): Typed => ({ code: '', amount: typedYuan(row.amountFen), bankRef: '' });
  const answered = open.flatMap((row) => {
    const { code, amount, bankRef } = typed[row.row] ?? blank(row);
    const amountFen = readYuan(amount);
    return code.trim() === '' ? [] : [{ row: row.row, amountFen, valueOn: day, bankRef, code: code.trim() }];
  });
  const said = JSON.stringify(answered);
  useEffect(() => tell(said, onChange), [said, onChange]);
  return (
    <>
      <DayField label={t('payment.fields.valueOn')} value={day} onChange={setDay} />
      <datalist id={codesId}>
        {KNOWN_CODES.map((code) => (
          <option key={code} value={code}>
            {t(`payment.codes.${code}`)}
          </option>
        ))}
      </datalist>
      <table className={styles['hand']}>
        <thead>
          <tr>
            {(['household', 'code', 'amount', 'bankRef'] as const).map((head) => (
              <th key={head} scope="col">
                {t(`payment.hand.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {open.map((row) => (
            <HandRow
              key={row.row}
              row={row}
              codesId={codesId}
              typed={typed[row.row] ?? blank(row)}
              onType={(next) => setTyped((before) => ({ ...before, [row.row]: next }))}
            />
          ))}
        </tbody>
      </table>
      <p className={styles['says']} role="status">
        {t('payment.hand.filled', {
          count: answered.length,
          sum: yuan(answered.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)),
        })}
      </p>
    </>
  );
}

/** Tells the request once everything in it can be read. */
function tell(said: string, onChange: BatchFormProps['onChange']): () => void {
  const rows = JSON.parse(said) as readonly { readonly amountFen?: number; readonly valueOn: string }[];
  let isGone = false;
  if (rows.length === 0 || rows.some(({ amountFen, valueOn }) => amountFen === undefined || valueOn === '')) {
    onChange(undefined);
  } else {
    const sumFen = rows.reduce((sum, { amountFen }) => sum + amountFen!, 0);
    void textHash(said).then((fileHash) => {
      if (!isGone) onChange({ fileHash, rows, count: rows.length, sumFen });
    });
  }
  return () => {
    isGone = true;
  };
}

interface HandRowProps {
  readonly row: PaidRow;
  readonly typed: Typed;
  readonly codesId: string;
  readonly onType: (typed: Typed) => void;
}

function HandRow({ row, typed, codesId, onType }: HandRowProps) {
  const { t } = useTranslation();
  const name = row.household?.name ?? row.household?.householdCode ?? row.caseId;
  const label = (what: string) => t('payment.hand.of', { what: t(`payment.hand.${what}`), name });
  return (
    <tr>
      <th scope="row">
        {row.row} {name}
      </th>
      <td>
        <input
          list={codesId}
          value={typed.code}
          maxLength={20}
          placeholder={t('payment.hand.none')}
          aria-label={label('code')}
          onChange={({ target }) => onType({ ...typed, code: target.value })}
        />
      </td>
      <td>
        <input
          value={typed.amount}
          inputMode="decimal"
          aria-label={label('amount')}
          aria-invalid={readYuan(typed.amount) === undefined}
          onChange={({ target }) => onType({ ...typed, amount: target.value })}
        />
      </td>
      <td>
        <input
          value={typed.bankRef}
          maxLength={80}
          aria-label={label('bankRef')}
          onChange={({ target }) => onType({ ...typed, bankRef: target.value })}
        />
      </td>
    </tr>
  );
}
