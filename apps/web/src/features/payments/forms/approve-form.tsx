import { useTranslation } from 'react-i18next';
import { useFilled } from '../../../shared/use-filled';
import type { BatchFormProps } from './batch-form';
import { BatchSays } from './batch-says';

/** The second person's approval of exactly the batch that was read (A11). */
export function ApproveForm({ view, onChange }: BatchFormProps) {
  const { t } = useTranslation();
  const [{ isChecked }, set] = useFilled(
    () => ({ isChecked: false }),
    (filled) => (filled.isChecked ? { hash: view.hash } : undefined),
    onChange,
  );
  return (
    <>
      <BatchSays view={view} words="payment.approve.says" hash={view.hash} />
      <label>
        <input
          type="checkbox"
          checked={isChecked}
          onChange={({ target }) => set({ isChecked: target.checked })}
        />{' '}
        {t('payment.approve.checked')}
      </label>
    </>
  );
}
