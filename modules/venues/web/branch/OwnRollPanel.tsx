import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { useAction, useCall } from '#platform/ui/calls.ts';
import QrCode from '#platform/ui/QrCode.tsx';
import { useText } from '#platform/ui/text.ts';
import type { OwnRoll } from '../../contract.ts';
import type { Standing } from '../../domain/roll.ts';
import { StandingField } from '../parts/StandingField.tsx';
import { useLine } from './line.ts';

/** People who sign in on their phones appear within this. */
const lookMs = 15_000;

const SignInCode = ({ code }: { code: string }) => {
  const t = useText();
  const address = `${location.origin}/here`;
  return (
    <div className="venue-sign-in">
      <QrCode text={`${address}#${code.replace(' ', '')}`} label={t('venues.sign-in-qr')} />
      <p>{t('venues.sign-in-how', { code, address: address.replace(/^https?:\/\//, '') })}</p>
    </div>
  );
};

/** The cadres who are called, one tap each; and anybody else by name. */
const Adding = ({ id, roll, done }: { id: string; roll: OwnRoll; done: () => void }) => {
  const t = useText();
  const [name, setName] = useState('');
  const [standing, setStanding] = useState<Standing>('owners');
  const add = useAction(useLine().name, {
    refresh: [],
    onDone: () => {
      setName('');
      done();
    },
  });
  return (
    <>
      <p className="venue-buttons">
        {roll.invited
          .filter(({ here }) => !here)
          .map(({ cadre, name: called }) => (
            <button
              key={cadre}
              type="button"
              className="venue-do"
              onClick={() => add.mutate({ params: { id }, body: { name: called, standing: 'cadre', cadre } })}
            >
              ＋ {called}
            </button>
          ))}
      </p>
      <form
        className="venue-notice"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') add.mutate({ params: { id }, body: { name: name.trim(), standing } });
        }}
      >
        <StandingField value={standing} onValue={setStanding} />
        <input
          aria-label={t('venues.person-name')}
          placeholder={t('venues.person-name')}
          value={name}
          maxLength={30}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" disabled={name.trim() === ''} busy={add.isPending}>
          {t('venues.person-add')}
        </Button>
      </form>
      {add.isError && (
        <p role="alert" className="venue-refused">
          {add.error.message}
        </p>
      )}
    </>
  );
};

/** Who is in this venue, by name, and the code for signing in oneself. */
export const OwnRollPanel = ({ id }: { id: string }) => {
  const t = useText();
  const line = useLine();
  const [open, setOpen] = useState(false);
  const roll = useCall(line.roll, { params: { id } }, { every: lookMs, enabled: open });
  const remove = useAction(line.unname, { refresh: [], onDone: () => void roll.refetch() });
  return (
    <details className="venue-roll" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t('venues.roll-own')}
        {roll.data && ` ${t('venues.people', { n: roll.data.people.length })}`}
      </summary>
      {roll.data && (
        <>
          <ul>
            {roll.data.people.map(({ id: person, name, standing }) => (
              <li key={person}>
                {name} <small>{t(`venues.standing-${standing}`)}</small>
                <button
                  type="button"
                  aria-label={t('venues.person-remove', { name })}
                  onClick={() => remove.mutate({ params: { id, person } })}
                >
                  ✕
                </button>
              </li>
            ))}
          </ul>
          <Adding id={id} roll={roll.data} done={() => void roll.refetch()} />
          {roll.data.code && <SignInCode code={roll.data.code} />}
        </>
      )}
    </details>
  );
};
