import { Link } from '@tanstack/react-router';
import type { NoticeListItem } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import { ProblemNote } from '../../components/problem-note';
import { dayOf } from '../../shared/format';
import { useSession } from '../../shared/session';
import { isForMe, standingOf } from './hanging';
import { NoticeDetail } from './notice-detail';
import { NoticeList } from './notice-list';
import styles from './notices.module.css';
import { useNotices } from './use-notices';
import { useTownOf, useUnits } from './use-units';

export interface NoticeChoice {
  readonly unit?: string | undefined;
  readonly kind?: 'plan' | 'result' | undefined;
}

interface Props {
  readonly choice: NoticeChoice;
  readonly onUnit: (unit: string) => void;
}

/** The notices of a person's units: what is to be hung, what hangs, what hung. */
export function NoticesPage({ choice, onUnit }: Props) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const units = useUnits();
  const place = units?.find(({ code }) => choice.unit?.startsWith(code)) ?? units?.[0];
  const { data: notices, error } = useNotices(place?.code);
  const town = useTownOf(place?.code);
  const shown = notices && chosenOf(notices, choice);
  const today = session && dayOf(session.now);
  return (
    <>
      <header className={styles['title']}>
        <h1>{t('notice.title', { unit: place?.name ?? '' })}</h1>
        {units && units.length > 1 && (
          <label>
            {t('notice.unit')}
            <select value={place?.code} onChange={({ target }) => onUnit(target.value)}>
              {units.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
      </header>
      {error && !notices && <ProblemNote error={error} />}
      {!error && !notices && units?.length !== 0 && <p>{t('loading')}</p>}
      {units?.length === 0 && <p>{t('notice.noUnit')}</p>}
      {notices && today && (
        <div className={`${styles['panes']} ${choice.kind === undefined ? '' : styles['one']}`}>
          <div className={styles['list']}>
            <NoticeList notices={notices} shown={shown} today={today} />
          </div>
          <div className={styles['detail']}>
            <Link to="/notices" search={{ ...(place && { unit: place.code }) }} className={styles['back']}>
              <Icon name="left" /> {t('notice.back')}
            </Link>
            {shown && town && <NoticeDetail key={shown.id} notice={shown} town={town} today={today} />}
          </div>
        </div>
      )}
    </>
  );
}

/** The notice that was asked for; else the first of the unit that waits for the person, or that there is. */
function chosenOf(
  notices: readonly NoticeListItem[],
  { unit, kind }: NoticeChoice,
): NoticeListItem | undefined {
  const asked = notices.filter((each) => kind === undefined || each.kind === kind);
  const ofUnit = asked.filter((each) => each.unit === unit);
  const isFilled = (notice: NoticeListItem) => standingOf(notice) !== 'nothing';
  return (
    ofUnit.find(isForMe) ??
    ofUnit.find(isFilled) ??
    (kind === undefined ? undefined : ofUnit[0]) ??
    asked.find(isForMe) ??
    asked.find(isFilled) ??
    asked[0]
  );
}
