import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { useAction } from '#platform/ui/calls.ts';
import { Dialog } from '#platform/ui/Dialog.tsx';
import { NumberField, TextField } from '#platform/ui/Field.tsx';
import { formatTime } from '#platform/ui/format.ts';
import { Failed } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import { correctRoll, readRoll, type VenueRoll } from '../../contract.ts';
import type { Standing } from '../../domain/roll.ts';
import { StandingField } from '../parts/StandingField.tsx';

export interface CorrectDialogProps {
  readonly sitting: string;
  readonly roll: VenueRoll;
  readonly close: () => void;
}

const History = ({ roll: { history } }: { roll: VenueRoll }) => {
  const t = useText();
  if (history.length === 0) return null;
  return (
    <ol className="venue-history">
      {history.map(({ at, by, what, name, people, reason }) => (
        <li key={`${at} ${what} ${name}`}>
          {formatTime(at)} {by} {t(`venues.history-${what}`, { n: people ?? 0, name: name ?? '' })}
          {reason && `（${reason}）`}
        </li>
      ))}
    </ol>
  );
};

/** Puts right what a venue said; what stood there before stays, with who and why. */
export const CorrectDialog = ({ sitting, roll, close }: CorrectDialogProps) => {
  const t = useText();
  const [people, setPeople] = useState<number | null>(roll.people);
  const [name, setName] = useState('');
  const [standing, setStanding] = useState<Standing>('owners');
  const [reason, setReason] = useState('');
  const correct = useAction(correctRoll, { refresh: [readRoll], onDone: () => setName('') });
  const params = { id: sitting, venue: roll.venue.id };
  const why = reason.trim();
  return (
    <Dialog open title={t('venues.correct-of', { name: roll.venue.name })} onClose={close}>
      <TextField
        label={t('ui.reason')}
        hint={t('venues.reason-first')}
        value={reason}
        maxLength={200}
        onValue={setReason}
      />
      <div className="qz-actions">
        <NumberField label={t('venues.head-count')} value={people} min={0} max={500} onValue={setPeople} />
        <Button
          disabled={why === '' || people === null || people === roll.people}
          busy={correct.isPending}
          onClick={() =>
            people !== null && correct.mutate({ params, body: { what: 'count', people, reason: why } })
          }
        >
          {t('venues.correct-count')}
        </Button>
      </div>
      <div className="qz-actions">
        <TextField label={t('venues.person-name')} value={name} maxLength={30} onValue={setName} />
        <StandingField value={standing} onValue={setStanding} />
        <Button
          disabled={why === '' || name.trim() === ''}
          busy={correct.isPending}
          onClick={() =>
            correct.mutate({ params, body: { what: 'add', name: name.trim(), standing, reason: why } })
          }
        >
          {t('venues.person-add')}
        </Button>
      </div>
      <ul className="venue-names">
        {roll.named.map((person) => (
          <li key={person.id}>
            {person.name} {t(`venues.standing-${person.standing}`)}{' '}
            <Button
              kind="quiet"
              disabled={why === ''}
              aria-label={t('venues.person-remove', { name: person.name })}
              onClick={() =>
                correct.mutate({ params, body: { what: 'remove', person: person.id, reason: why } })
              }
            >
              ✕
            </Button>
          </li>
        ))}
      </ul>
      {correct.isError && <Failed error={correct.error} />}
      <History roll={roll} />
      <div className="qz-actions">
        <Button kind="main" onClick={close}>
          {t('venues.done')}
        </Button>
      </div>
    </Dialog>
  );
};
