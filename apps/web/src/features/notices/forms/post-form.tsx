import type { PostableCase } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { DayField, TextField } from '../../../components/fields';
import { ProblemNote } from '../../../components/problem-note';
import { useUnitName } from '../../../shared/programme';
import { useFilled } from '../../../shared/use-filled';
import { usePostable } from '../use-notices';
import styles from '../../../components/form-parts.module.css';
import type { NoticeFormProps } from './notice-form';

type Props = NoticeFormProps & { readonly cases: readonly PostableCase[] };

/** A new posting: where and when it was hung, and whose plans or results it shows. */
export function PostForm(props: NoticeFormProps) {
  const { t } = useTranslation();
  const { data, error } = usePostable(props.notice);
  if (error && !data) return <ProblemNote error={error} />;
  return data ? <Posting {...props} cases={data} /> : <p>{t('loading')}</p>;
}

function Posting({ notice, today, cases, onChange }: Props) {
  const { t } = useTranslation();
  const { year, unit, kind } = notice;
  const all = cases.map(({ caseId }) => caseId);
  const [{ place, postedOn, caseIds }, set] = useFilled<{
    readonly place: string;
    readonly postedOn: string;
    readonly caseIds: readonly string[];
  }>(
    () => ({ place: notice.postings.at(-1)?.place ?? '', postedOn: today, caseIds: all }),
    (filled) => {
      const at = filled.place.trim();
      const isFilled = at !== '' && filled.postedOn !== '' && filled.caseIds.length > 0;
      return isFilled ? { year, unit, kind, ...filled, place: at } : undefined;
    },
    onChange,
  );
  const toggle = (caseId: string) =>
    set({ caseIds: all.filter((each) => (each === caseId) !== caseIds.includes(each)) });
  return (
    <>
      <p className={styles['says']}>{t('notice.says.counts')}</p>
      <TextField
        label={t('notice.fields.place')}
        hint={t('notice.placeHint')}
        maxLength={120}
        value={place}
        onChange={(text) => set({ place: text })}
      />
      <DayField
        label={t('notice.fields.postedOn')}
        max={today}
        value={postedOn}
        onChange={(day) => set({ postedOn: day })}
      />
      <Cases cases={cases} chosen={caseIds} onToggle={toggle} />
    </>
  );
}

interface CasesProps {
  readonly cases: readonly PostableCase[];
  readonly chosen: readonly string[];
  readonly onToggle: (caseId: string) => void;
}

function Cases({ cases, chosen, onToggle }: CasesProps) {
  const { t } = useTranslation();
  const unitName = useUnitName();
  return (
    <fieldset className={styles['cases']}>
      <legend>{t('notice.chosen', { count: chosen.length, all: cases.length })}</legend>
      <ul tabIndex={0}>
        {cases.map(({ caseId, household }) => (
          <li key={caseId}>
            <label>
              <input type="checkbox" checked={chosen.includes(caseId)} onChange={() => onToggle(caseId)} />
              <b>{household.name ?? household.householdCode}</b>
              <span>{unitName(household.village)}</span>
              <span>{household.householdCode}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
