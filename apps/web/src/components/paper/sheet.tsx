import type { HouseholdClass } from '@yihu/domain';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './paper.module.css';

/** Whose paper it is, as its head says. */
export interface PaperHead {
  readonly year: number;
  readonly townName: string;
  readonly villageName: string;
  readonly name?: string | undefined;
  readonly householdClass: HouseholdClass;
  readonly phoneMasked?: string | undefined;
  readonly memberCount?: number | undefined;
}

interface Props {
  /** The key of the title: its words, with the blanks that are filled in between bars. */
  readonly title: string;
  readonly head: PaperHead;
  /** What the marks on the paper mean. */
  readonly legend?: ReactNode;
  readonly children: ReactNode;
}

/** A form as its paper reads: title, unit, the household's row, then its own tables. */
export function Sheet({ title, head, legend, children }: Props) {
  const { t } = useTranslation();
  const words = t(title, {
    year: head.year,
    town: head.townName.replace(/[镇乡]$/, ''),
    village: head.villageName.replace(/村$/, ''),
  });
  return (
    // A wide paper in a narrow place is scrolled, by keys as well.
    <div className={styles['scroller']} tabIndex={0} role="region" aria-label={words.replaceAll('|', '')}>
      <article className={styles['paper']}>
        <h3 className={styles['title']}>
          {words.split('|').map((part, index) => (
            // The parts never move, so their place is their key.
            <Fragment key={index}>{index % 2 === 1 ? <u>{part}</u> : part}</Fragment>
          ))}
        </h3>
        <p className={styles['unit']}>
          <span>{legend}</span>
          <span>{t('paper.unit')}</span>
        </p>
        <Head head={head} />
        {children}
      </article>
    </div>
  );
}

function Head({ head }: { readonly head: PaperHead }) {
  const { t } = useTranslation();
  const cells = [
    ['name', head.name ?? '—'],
    ['class', t(`householdClasses.${head.householdClass}`)],
    ['phone', head.phoneMasked ?? '—'],
    ['members', head.memberCount ?? '—'],
  ] as const;
  return (
    <table className={`${styles['form']} ${styles['head']}`}>
      <colgroup>
        {[8, 15, 14, 14, 14, 18, 13, 4].map((share, index) => (
          <col key={index} style={{ width: `${share}%` }} />
        ))}
      </colgroup>
      <tbody>
        <tr>
          {cells.map(([key, value]) => (
            <Fragment key={key}>
              <th scope="row">{t(`paper.head.${key}`)}</th>
              <td>{value}</td>
            </Fragment>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
