import { useState } from 'react';
import { BigButton, Button } from '#platform/ui/Buttons.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { useAction } from '#platform/ui/calls.ts';
import { Field, TextField } from '#platform/ui/Field.tsx';
import { Page } from '#platform/ui/Page.tsx';
import { Failed } from '#platform/ui/States.tsx';
import { Notice } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import { openVenueSignIn, signInAtVenue } from '../contract.ts';
import { readCode, sayCode } from '../domain/pairing.ts';
import type { Standing } from '../domain/roll.ts';
import { StandingField } from './parts/StandingField.tsx';

/** From the picture a phone read; it stands behind the # and reaches no server's log. */
const codeInAddress = (): string => readCode(location.hash.slice(1)) ?? '';

/** Somebody in a branch venue signs in on their own phone (会场签到); no account, no place, no camera. */
const HerePage = () => {
  const t = useText();
  const [code, setCode] = useState(codeInAddress);
  const [name, setName] = useState('');
  const [standing, setStanding] = useState<Standing>('owners');
  const look = useAction(openVenueSignIn, { refresh: [] });
  const sign = useAction(signInAtVenue, { refresh: [] });
  const good = readCode(code);
  if (look.isIdle && codeInAddress() !== '') look.mutate({ body: { code: codeInAddress() } });
  if (sign.isSuccess)
    return (
      <Page title={t('venues.here')} width="phone">
        <Notice tone="good">{t('venues.here-done', { name, venue: look.data?.venue ?? '' })}</Notice>
      </Page>
    );
  if (!look.data)
    return (
      <Page title={t('venues.here')} width="phone">
        {look.isError && <Failed error={look.error} />}
        <form
          className="qz-form"
          onSubmit={(event) => {
            event.preventDefault();
            look.mutate({ body: { code } });
          }}
        >
          <TextField
            label={t('venues.here-code')}
            inputMode="numeric"
            autoComplete="off"
            value={good === null ? code : sayCode(good)}
            onValue={setCode}
          />
          <Button type="submit" kind="main" disabled={good === null} busy={look.isPending}>
            {t('venues.here-next')}
          </Button>
        </form>
      </Page>
    );
  return (
    <Page title={t('venues.here')} subtitle={look.data.title} width="phone">
      <Card title={look.data.venue}>
        <form
          className="qz-form"
          onSubmit={(event) => {
            event.preventDefault();
            sign.mutate({ body: { code, name: name.trim(), standing } });
          }}
        >
          <TextField label={t('venues.person-name')} value={name} maxLength={30} onValue={setName} />
          <Field label={t('venues.standing')}>
            {(control) => <StandingField control={control} value={standing} onValue={setStanding} />}
          </Field>
          {sign.isError && <Failed error={sign.error} />}
          <BigButton type="submit" disabled={name.trim() === ''} busy={sign.isPending}>
            {t('venues.here-sign')}
          </BigButton>
        </form>
      </Card>
    </Page>
  );
};

export default HerePage;
