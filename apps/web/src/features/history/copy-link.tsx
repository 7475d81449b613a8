import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';

/** Copies the address, which names the step. Where a browser lets no page copy, the address is shown to be copied by hand. */
export function CopyLink() {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<string>();
  const isHere = copied === location.href;
  const copy = async () => {
    // Without TLS there is no clipboard.
    const clipboard: Clipboard | undefined = navigator.clipboard;
    const isDone = await clipboard?.writeText(location.href).then(
      () => true,
      () => false,
    );
    if (!isDone) window.prompt(t('history.copyByHand'), location.href);
    else setCopied(location.href);
  };
  return (
    <Button look="link" size="small" onClick={() => void copy()}>
      <Icon name={isHere ? 'check' : 'link'} />
      <span role="status">{t(isHere ? 'history.copied' : 'history.copy')}</span>
    </Button>
  );
}
