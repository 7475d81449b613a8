import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, FileButton } from '../../../components/fields';
import { Icon } from '../../../components/icon';
import { yuan } from '../../../shared/format';
import { decodeText } from '../../../shared/parse-csv';
import { textHash } from '../batch-file';
import { readResults, type ReadResults } from '../read-results';
import type { BatchFormProps } from './batch-form';
import styles from './form.module.css';

/** The bank's file, read here: whole, or with every reason why not. */
export function ResultsFile({ view, onChange }: BatchFormProps) {
  const { t } = useTranslation();
  const [read, setRead] = useState<(ReadResults & { readonly name: string }) | undefined>();
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const text = decodeText(await file.arrayBuffer());
    const expected = view.rows.map(({ row }, index) => ({
      row,
      householdCode: view.households[index]?.householdCode ?? '',
    }));
    const found = readResults(text, expected);
    const { rows, count, sumFen, problems } = found;
    setRead({ ...found, name: file.name });
    // The same content is the same file, whatever it is called and however its lines end (BNK-01).
    const fileHash = await textHash(
      text
        .replace(/^\uFEFF/, '')
        .replace(/\r\n?/g, '\n')
        .trimEnd(),
    );
    onChange(problems.length > 0 ? undefined : { fileHash, rows, count, sumFen });
  };
  return (
    <>
      <Field label={t('payment.results.file')} hint={t('payment.results.fileHint')}>
        <FileButton
          words={t('payment.results.choose')}
          accept=".csv,text/csv"
          onChoose={(file) => void choose(file)}
        />
      </Field>
      {read && read.problems.length === 0 && (
        <p className={styles['good']} role="status">
          <Icon name="approved" />{' '}
          {t('payment.results.read', { name: read.name, count: read.count, sum: yuan(read.sumFen) })}
        </p>
      )}
      {read && read.problems.length > 0 && <Problems read={read} />}
    </>
  );
}

function Problems({ read }: { readonly read: ReadResults & { readonly name: string } }) {
  const { t } = useTranslation();
  return (
    <div className={styles['problems']} role="alert">
      <p>
        <Icon name="refused" />{' '}
        {t('payment.results.unread', { name: read.name, count: read.problems.length })}
      </p>
      <table>
        <thead>
          <tr>
            {(['line', 'column', 'what'] as const).map((head) => (
              <th key={head} scope="col">
                {t(`payment.results.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {read.problems.map(({ line, column, what }) => (
            <tr key={`${line} ${column} ${what}`}>
              <td>{line}</td>
              <td>{column ? t(`payment.results.columns.${column}`) : '—'}</td>
              <td>{t(`payment.results.problems.${what}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
