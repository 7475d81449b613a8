import { ACCEPTANCE_ATTESTATION, BUDGET_ATTESTATION } from '@yihu/domain/attestation';
import { Checkbox, Selector } from 'antd-mobile';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { photoHash } from '../../../shared/photo-hash';
import type { FieldsProps } from './act-sheet';
import styles from './sheet.module.css';

const RELATIONS = ['head', 'member', 'agent'] as const;
const METHODS = ['paper', 'screen'] as const;

interface Filled {
  readonly affirmed: boolean;
  readonly method: (typeof METHODS)[number];
  readonly relation: (typeof RELATIONS)[number];
  readonly photo?: string;
}

/** A signature: the sentence that is affirmed, on paper or on the screen, and for a household who of it signed. */
export function SignFields({
  view,
  change,
  forHousehold = false,
}: FieldsProps & { readonly forHousehold?: boolean }) {
  const { t } = useTranslation();
  const [filled, setFilled] = useState<Filled>({ affirmed: false, method: 'paper', relation: 'head' });
  const attestation = view.acceptance ? ACCEPTANCE_ATTESTATION : BUDGET_ATTESTATION;
  const contentHash = (view.acceptance ?? view.plan)?.contentHash;
  const set = (changes: Partial<Filled>) => {
    const next = { ...filled, ...changes };
    setFilled(next);
    const { affirmed, method, relation, photo } = next;
    change(
      affirmed && contentHash !== undefined
        ? {
            contentHash,
            attestation: attestation.text,
            method,
            ...(forHousehold && { relation }),
            ...(photo !== undefined && { photo }),
          }
        : undefined,
    );
  };
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
        <PaperPhoto taken={filled.photo !== undefined} take={(photo) => set({ photo })} />
      )}
      <Checkbox block checked={filled.affirmed} onChange={(affirmed) => set({ affirmed })}>
        {attestation.text}
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
