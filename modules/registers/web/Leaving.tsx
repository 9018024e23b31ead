import { useState } from 'react';
import {
  Button,
  Choice,
  DateField,
  Dialog,
  Failed,
  formatLongDay,
  Notice,
  officeToday,
  TextField,
  useAction,
} from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { leaveResident, type Resident, returnResident } from '../contract.ts';
import { type DepartureReason, departureReasons } from '../domain/departure.ts';

type Given = Pick<Resident, 'id' | 'revision'>;

interface FormProps {
  resident: Given;
  onClose: () => void;
  onDone: () => void;
}

const Form = ({ resident: { id, revision }, onClose, onDone }: FormProps) => {
  const t = useText();
  const [why, setWhy] = useState<DepartureReason | null>(null);
  const [on, setOn] = useState(officeToday());
  const [note, setNote] = useState('');
  const leave = useAction(leaveResident, { onDone });
  return (
    <form
      className="qz-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (why) leave.mutate({ params: { id }, body: { revision, on, for: why, note } });
      }}
    >
      <p className="qz-detail">{t('registers.leave-means')}</p>
      <Choice
        label={t('registers.leave-why')}
        value={why}
        onValue={(value) => setWhy(departureReasons.find((one) => one === value) ?? null)}
        options={departureReasons.map((one) => ({ value: one, label: t(`registers.leave-${one}`) }))}
      />
      <DateField label={t('registers.leave-day')} value={on} onValue={setOn} max={officeToday()} required />
      <TextField
        label={t('registers.leave-note')}
        value={note}
        onValue={setNote}
        maxLength={60}
        autoComplete="off"
      />
      {leave.error && <Failed error={leave.error} />}
      <div className="qz-actions">
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button type="submit" kind="main" busy={leave.isPending} disabled={!why}>
          {t('registers.save')}
        </Button>
      </div>
    </form>
  );
};

/** Notes that somebody moved away or died; the page closes what was opened. */
export const LeaveResident = ({ resident, onDone }: { resident: Given; onDone: () => void }) => {
  const t = useText();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {t('registers.leave')}
      </Button>
      <Dialog open={asking} title={t('registers.leave')} onClose={() => setAsking(false)}>
        <Form resident={resident} onClose={() => setAsking(false)} onDone={onDone} />
      </Dialog>
    </>
  );
};

/** Says that somebody has left, since when, and takes it back for who may. */
export const HasLeft = ({
  resident: { id, revision, left },
  note,
  may,
}: {
  resident: Given & Pick<Resident, 'left'>;
  /** Shown once the person is opened. */
  note: string | undefined;
  may: boolean;
}) => {
  const t = useText();
  const back = useAction(returnResident);
  if (!left) return null;
  return (
    <Notice>
      <p>
        {t(`registers.has-${left.for}`, { day: formatLongDay(left.on, { year: true }) })}
        {note && `　${note}`}
      </p>
      {back.error && <Failed error={back.error} />}
      {may && (
        <Button busy={back.isPending} onClick={() => back.mutate({ params: { id }, body: { revision } })}>
          {t('registers.take-back')}
        </Button>
      )}
    </Notice>
  );
};
