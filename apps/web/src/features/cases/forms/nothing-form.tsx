import { useTranslation } from 'react-i18next';
import { useFilled, type FormProps } from './form';

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
