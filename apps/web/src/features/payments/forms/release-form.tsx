import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Icon } from '../../../components/icon';
import { saveFile } from '../../../shared/csv';
import { batchFile, textHash } from '../batch-file';
import type { BatchFormProps } from './batch-form';
import { BatchSays } from './batch-says';

/** Sends the batch to the bank: the file that is made here, named by its fingerprint. */
export function ReleaseForm({ view, onChange }: BatchFormProps) {
  const { t } = useTranslation();
  const [hash, setHash] = useState('');
  const text = batchFile(view);
  useEffect(() => {
    let isGone = false;
    void textHash(text).then((fileHash) => {
      if (isGone) return;
      setHash(fileHash);
      onChange({ fileHash });
    });
    return () => {
      isGone = true;
    };
  }, [text, onChange]);
  return (
    <>
      <BatchSays view={view} words="payment.release.says" hash={hash} />
      <div>
        <Button onClick={() => saveFile(`${t('payment.file', { id: view.id.slice(0, 8) })}.csv`, text)}>
          <Icon name="download" />
          {t('payment.bankFile')}
        </Button>
      </div>
      <p>{t('payment.release.accounts')}</p>
    </>
  );
}
