import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { useAction } from '#platform/ui/calls.ts';
import { useMe } from '#platform/ui/me.ts';
import { Notice, Tag } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import { getSession, removeTotp, startTotp } from '../contract.ts';
import { PasswordFirst } from './PasswordFirst.tsx';
import { TotpSetup } from './TotpSetup.tsx';

/** The authenticator code: off, being set up, on. */
export const TotpCard = () => {
  const t = useText();
  const { secondFactor } = useMe();
  const [asking, setAsking] = useState(false);
  const [words, setWords] = useState<string | null>(null);
  const start = useAction(startTotp, { refresh: [], onDone: () => setAsking(false) });
  const stop = useAction(removeTotp, {
    refresh: [getSession],
    onDone: () => {
      setAsking(false);
      setWords(t('identity.totp-stopped'));
    },
  });
  const doing = secondFactor ? stop : start;
  const done = () => {
    start.reset();
    setWords(t('identity.totp-done'));
  };
  return (
    <Card
      title={t('identity.totp')}
      extra={
        secondFactor ? <Tag tone="good">{t('identity.totp-on')}</Tag> : <Tag>{t('identity.totp-off')}</Tag>
      }
    >
      <p className="qz-detail">{t('identity.totp-why')}</p>
      {words && <Notice tone="good">{words}</Notice>}
      {start.data && !secondFactor ? (
        <TotpSetup setup={start.data} onDone={done} />
      ) : (
        <div className="qz-actions">
          <Button onClick={() => setAsking(true)}>
            {t(secondFactor ? 'identity.totp-stop' : 'identity.totp-start')}
          </Button>
        </div>
      )}
      <PasswordFirst
        open={asking}
        title={t('identity.totp')}
        busy={doing.isPending}
        error={doing.error}
        onPassword={(password) => doing.mutate({ body: { password } })}
        onClose={() => {
          setAsking(false);
          doing.reset();
        }}
      />
    </Card>
  );
};
