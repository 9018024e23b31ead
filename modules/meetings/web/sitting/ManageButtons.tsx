import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { ConfirmWithReason } from '#platform/ui/ConfirmWithReason.tsx';
import { useAction } from '#platform/ui/calls.ts';
import { Dialog } from '#platform/ui/Dialog.tsx';
import { DateField, TimeField } from '#platform/ui/Field.tsx';
import { formatTime, officeToday } from '#platform/ui/format.ts';
import { Failed } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import {
  type Clash,
  cancelSitting,
  endSitting,
  moveSitting,
  type Sitting,
  startSitting,
} from '../../contract.ts';
import { Clashes } from '../arrange/Proposal.tsx';
import { officeInstant } from '../draft.ts';

type Props = { sitting: Sitting; onClose: () => void };

/** Which clashes a refusal named. */
const clashesOf = (facts: Readonly<Record<string, unknown>>): readonly Clash[] =>
  (facts.facts as { clashes?: Clash[] } | undefined)?.clashes ?? [];

const Move = ({ sitting, onClose }: Props) => {
  const t = useText();
  const [day, setDay] = useState(officeToday(new Date(sitting.startsAt)));
  const [clock, setClock] = useState(formatTime(sitting.startsAt));
  const move = useAction(moveSitting, { onDone: onClose });
  const clashes = move.error ? clashesOf(move.error.facts) : [];
  return (
    <form
      className="qz-form"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { startsAt: officeInstant(day, clock), revision: sitting.revision };
        move.mutate({ params: { id: sitting.id }, body });
      }}
    >
      <p>{t('meetings.move-words')}</p>
      <DateField label={t('meetings.day')} value={day} onValue={setDay} min={officeToday()} required />
      <TimeField label={t('meetings.clock')} value={clock} onValue={setClock} required />
      {move.error && <Failed error={move.error} />}
      {clashes.length > 0 && <Clashes clashes={clashes} />}
      <div className="qz-actions">
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button type="submit" kind="main" busy={move.isPending}>
          {t('meetings.move-do')}
        </Button>
      </div>
    </form>
  );
};

const Cancel = ({ sitting, open, onClose }: Props & { open: boolean }) => {
  const t = useText();
  const cancel = useAction(cancelSitting, { onDone: onClose });
  return (
    <ConfirmWithReason
      open={open}
      title={t('meetings.cancel')}
      confirm={t('meetings.cancel-do')}
      reasons={[1, 2, 3].map((n) => t(`meetings.cancel-reason-${n}`))}
      danger
      busy={cancel.isPending}
      error={cancel.error}
      onConfirm={(reason) =>
        cancel.mutate({ params: { id: sitting.id }, body: { reason, revision: sitting.revision } })
      }
      onClose={onClose}
    >
      <p>{t('meetings.cancel-words')}</p>
    </ConfirmWithReason>
  );
};

/** Opens and closes a sitting that is not by video; the console does it for one that is. */
const Course = ({ sitting }: { sitting: Sitting }) => {
  const t = useText();
  const start = useAction(startSitting);
  const end = useAction(endSitting);
  const started = sitting.state === 'started';
  const step = started ? end : start;
  if (sitting.mode === 'video') return null;
  return (
    <>
      <Button kind="main" busy={step.isPending} onClick={() => step.mutate({ params: { id: sitting.id } })}>
        {t(started ? 'meetings.end' : 'meetings.start')}
      </Button>
      {step.error && <Failed error={step.error} />}
    </>
  );
};

/** What an arranger can do with a sitting: move, cancel, open, close. */
export const ManageButtons = ({ sitting }: { sitting: Sitting }) => {
  const t = useText();
  const [open, setOpen] = useState<'move' | 'cancel' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen('cancel')}>
        {t('meetings.cancel')}
      </Button>
      {sitting.state === 'arranged' && <Button onClick={() => setOpen('move')}>{t('meetings.move')}</Button>}
      <Course sitting={sitting} />
      <Dialog open={open === 'move'} title={t('meetings.move')} onClose={close}>
        <Move sitting={sitting} onClose={close} />
      </Dialog>
      <Cancel sitting={sitting} open={open === 'cancel'} onClose={close} />
    </>
  );
};
