import { useTranslation } from 'react-i18next';
import { PhotoField, TextField } from '../../../components/fields';
import { yuan } from '../../../shared/format';
import { useFilled } from '../../../shared/use-filled';
import { rowsOfSheet, sumsOf } from '../paper-rows';
import styles from '../../../components/form-parts.module.css';
import type { SheetFormProps } from './sheet-form';

/** The leader's seal: on paper, with a photo of the sealed sheet, over exactly the sheet that was read (R38). */
export function SealForm({ view, sheet, action, onChange }: SheetFormProps) {
  const { t } = useTranslation();
  const asksWhy = action.remarks.filter(({ weight }) => weight === 'warn');
  const [{ sealPhoto, why }, set] = useFilled(
    () => ({ sealPhoto: '', why: '' }),
    (filled) => {
      const explanation = filled.why.trim();
      if (filled.sealPhoto === '') return undefined;
      return {
        hash: sheet.hash,
        method: 'paper',
        sealPhoto: filled.sealPhoto,
        ...(explanation !== '' && { evenSplitExplanation: explanation }),
      };
    },
    onChange,
  );
  const sums = sumsOf(rowsOfSheet(view, sheet));
  return (
    <>
      <p className={styles['says']}>
        {t('summary.seal.says', {
          count: sums.households,
          subsidy: yuan(sums.subsidyFen),
          reward: yuan(sums.rewardFen),
        })}
        <small>{t('summary.seal.hash', { hash: sheet.hash.slice(0, 16) })}</small>
      </p>
      <PhotoField
        label={t('summary.fields.sealPhoto')}
        hint={t('summary.seal.photoHint')}
        hash={sealPhoto}
        onChange={(hash) => set({ sealPhoto: hash })}
      />
      {asksWhy.length > 0 && (
        <TextField
          label={t('summary.fields.evenSplitExplanation')}
          hint={asksWhy.map(({ text }) => text).join('')}
          rows={3}
          maxLength={1000}
          value={why}
          onChange={(text) => set({ why: text })}
        />
      )}
    </>
  );
}
