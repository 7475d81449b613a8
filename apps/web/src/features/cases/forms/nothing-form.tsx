import { useTranslation } from 'react-i18next';
import { useFilled } from '../../../shared/use-filled';
import type { FormProps } from './form';

/** A command that needs nothing but to be meant. */
export function NothingForm({ onChange }: FormProps) {
  const { t } = useTranslation();
  useFilled(
    () => ({}),
    () => ({}),
    onChange,
  );
  return <p>{t('case.form.sure')}</p>;
}
