import { Checkbox, Selector } from 'antd-mobile';
import { useTranslation } from 'react-i18next';
import { photoHash } from '../../../shared/photo-hash';
import { useFilled } from '../../../shared/use-filled';
import type { FormProps } from '../forms/form';
import { METHODS, RELATIONS, signatureBody, signedContent, type SignatureFilled } from '../signing';
import styles from './sheet.module.css';

interface Props extends FormProps {
  readonly forHousehold?: boolean;
}

/** A signature: the sentence that is affirmed, on paper or on the screen, and for a household who of it signed. */
export function SignFields({ view, onChange, forHousehold = false }: Props) {
  const { t } = useTranslation();
  const [filled, set] = useFilled<SignatureFilled>(
    () => ({ isAffirmed: false, method: 'paper', relation: 'head', photos: [] }),
    (each) => signatureBody(view, each, forHousehold),
    onChange,
  );
  return (
    <>
      {forHousehold && (
        <fieldset>
          <legend>{t('signing.whoSigns')}</legend>
          <Selector
            columns={3}
            value={[filled.relation]}
            options={RELATIONS.map((value) => ({ value, label: t(`relations.${value}`) }))}
            onChange={([relation]) => relation && set({ relation })}
          />
        </fieldset>
      )}
      <fieldset>
        <legend>{t('signing.how')}</legend>
        <Selector
          columns={2}
          value={[filled.method]}
          options={METHODS.map((value) => ({ value, label: t(`methods.${value}`) }))}
          onChange={([method]) => method && set({ method })}
        />
      </fieldset>
      {filled.method === 'paper' && (
        <PaperPhoto taken={filled.photos.length > 0} take={(photo) => set({ photos: [photo] })} />
      )}
      <Checkbox block checked={filled.isAffirmed} onChange={(isAffirmed) => set({ isAffirmed })}>
        {signedContent(view)?.attestation}
      </Checkbox>
      <small>{t('signing.kept')}</small>
    </>
  );
}

/** The signed sheet as a photo. Its hash goes with the signature, made before anything shrinks the photo. */
function PaperPhoto({ taken, take }: { readonly taken: boolean; readonly take: (hash: string) => void }) {
  const { t } = useTranslation();
  return (
    <label className={styles['photo']}>
      {taken ? t('signing.photoTaken') : t('signing.photo')}
      <input
        type="file"
        accept="image/*"
        capture="environment"
        onChange={async ({ target }) => {
          const [photo] = target.files ?? [];
          if (photo) take(await photoHash(photo));
        }}
      />
    </label>
  );
}
