import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { Dialog } from '#platform/ui/Dialog.tsx';
import { formatMoment } from '#platform/ui/format.ts';
import { useText } from '#platform/ui/text.ts';
import type { AccountWithLink } from '../contract.ts';

/** The one-time link, shown this once; the administrator hands it to its owner. */
export const LinkDialog = ({ given, onClose }: { given: AccountWithLink; onClose: () => void }) => {
  const t = useText();
  const [copied, setCopied] = useState(false);
  const link = new URL(given.link, location.origin).href;
  const copy = () =>
    navigator.clipboard?.writeText(link).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <Dialog open title={t('identity.link-title', { name: given.account.name })} onClose={onClose}>
      <p>{t('identity.link-what', { at: formatMoment(given.expiresAt) })}</p>
      <p className="qz-account-link">{link}</p>
      <div className="qz-actions">
        <Button onClick={onClose}>{t('identity.link-close')}</Button>
        <Button kind="main" onClick={() => void copy()}>
          {t(copied ? 'identity.link-copied' : 'identity.link-copy')}
        </Button>
      </div>
    </Dialog>
  );
};
