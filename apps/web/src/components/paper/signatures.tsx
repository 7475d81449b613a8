import { useTranslation } from 'react-i18next';
import { dayOf } from '../../shared/format';
import styles from './paper.module.css';

/** Who has signed, by whose signature it is. */
export interface Signed {
  readonly household?: string | undefined;
  readonly village?: string | undefined;
  readonly town?: string | undefined;
}

interface Props {
  /** The key under which the form has the words before each signature. */
  readonly words: string;
  readonly signed: Signed;
  /** When the last of them signed: an ISO date, or an instant. */
  readonly signedAt: string | undefined;
}

/** The closing lines of a form: whose signatures it has, whose it still waits for, and the date. */
export function Signatures({ words, signed, signedAt }: Props) {
  const { t } = useTranslation();
  const [year, month, day] = signedAt === undefined ? [] : dayOf(signedAt).split('-').map(Number);
  return (
    <p className={styles['signatures']}>
      {(['household', 'village', 'town'] as const).map((whose) => (
        <span key={whose}>
          {t(`${words}.${whose}`)}
          {signed[whose] !== undefined && <em>{t('paper.signed', { name: signed[whose] })}</em>}
        </span>
      ))}
      <span className={styles['date']}>
        {year === undefined ? t('paper.noDate') : t('paper.date', { year, month, day })}
      </span>
    </p>
  );
}
