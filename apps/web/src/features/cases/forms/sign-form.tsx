import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFilled } from '../../../shared/use-filled';
import { useReward } from '../payment-sum';
import { METHODS, RELATIONS, signatureBody, signedContent, type SignatureFilled } from '../signing';
import { Choice } from './choice';
import type { FormProps } from './form';
import styles from './form.module.css';
import { PhotosField } from './photos-field';

interface Props extends FormProps {
  readonly isForHousehold?: boolean;
  /** What an acceptance says beside its signature. */
  readonly rewardFen?: number | undefined;
}

/** A signature: the sentence that is affirmed, how, and for a household who of it signed. */
export function SignForm({ view, onChange, isForHousehold = false, rewardFen }: Props) {
  const { t } = useTranslation();
  const content = signedContent(view);
  const [filled, set] = useFilled<SignatureFilled>(
    () => ({ isAffirmed: false, method: isForHousehold ? 'paper' : 'screen', relation: 'head', photos: [] }),
    (each) => {
      const body = signatureBody(view, each, isForHousehold);
      return body && { ...body, ...(rewardFen !== undefined && { rewardFen }) };
    },
    onChange,
  );
  return (
    <>
      {isForHousehold && (
        <Choice
          legend={t('signing.whoSigns')}
          words="relations"
          values={RELATIONS}
          value={filled.relation}
          onChange={(relation) => set({ relation })}
        />
      )}
      <Choice
        legend={t('signing.how')}
        words="methods"
        values={METHODS}
        value={filled.method}
        onChange={(method) => set({ method })}
      />
      {filled.method === 'paper' && (
        <PhotosField
          label={t('signing.photo')}
          hashes={filled.photos}
          onChange={(photos) => set({ photos: photos.slice(-1) })}
        />
      )}
      <div className={styles['affirm']}>
        <Checkbox checked={filled.isAffirmed} onChange={({ target }) => set({ isAffirmed: target.checked })}>
          {content?.attestation}
        </Checkbox>
        <p className={styles['hint']}>{t('signing.kept')}</p>
      </div>
    </>
  );
}

/** The household's signature, recorded by a cadre. */
export function HouseholdSignForm(props: FormProps) {
  return <SignForm {...props} isForHousehold />;
}

/** The decision on an acceptance names the reward that it grants. */
export function AcceptForm(props: FormProps) {
  const reward = useReward(props.view);
  return <SignForm {...props} rewardFen={reward?.rewardFen ?? 0} />;
}
