import { Button } from '#platform/ui/Buttons.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { DateField, SelectField, TextField, TimeField } from '#platform/ui/Field.tsx';
import { officeToday } from '#platform/ui/format.ts';
import { Failed, Loading } from '#platform/ui/States.tsx';
import { Notice } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import {
  type AgendaItem,
  type ArrangementVerdict,
  type Clash,
  type checkArrangement,
  type MeetingRequest,
  modes,
} from '../../contract.ts';
import { Agenda, Parts } from '../Agenda.tsx';
import type { useTrial } from '../use-trial.ts';
import { sayClash } from '../words.ts';
import type { Plan } from './plan.ts';

interface Props {
  plan: Plan;
  chosen: readonly MeetingRequest[];
  change: (part: Partial<Plan>) => void;
  verdict: ReturnType<typeof useTrial<typeof checkArrangement>> | null;
  onMove: (item: string, by: number) => void;
}

const Fields = ({ plan, change }: Pick<Props, 'plan' | 'change'>) => {
  const t = useText();
  return (
    <div className="mt-fields">
      <div className="mt-wide">
        <TextField
          label={t('meetings.sitting-title')}
          value={plan.title}
          onValue={(title) => change({ title })}
          maxLength={60}
        />
      </div>
      <DateField
        label={t('meetings.day')}
        value={plan.day}
        onValue={(day) => change({ day })}
        min={officeToday()}
      />
      <TimeField label={t('meetings.clock')} value={plan.clock} onValue={(clock) => change({ clock })} />
      <SelectField
        label={t('meetings.mode')}
        value={plan.mode}
        onValue={(mode) => change({ mode: mode as Plan['mode'] })}
        options={modes.map((mode) => ({ value: mode, label: t(`meetings.mode-${mode}`) }))}
      />
      <TextField
        label={t('meetings.place')}
        value={plan.place}
        onValue={(place) => change({ place })}
        maxLength={60}
      />
    </div>
  );
};

const forbids = ({ kind }: Clash): boolean => kind === 'twice' || kind === 'outside_window';

/** What speaks against it: what forbids it first. */
export const Clashes = ({ clashes }: { clashes: readonly Clash[] }) => {
  const t = useText();
  const sorted = [...clashes.filter(forbids), ...clashes.filter((one) => !forbids(one))];
  if (sorted.length === 0) return <Notice tone="good">{t('meetings.no-clash')}</Notice>;
  return sorted.map((clash) => (
    <Notice key={`${clash.kind} ${clash.sitting} ${clash.request}`} tone={forbids(clash) ? 'bad' : 'look'}>
      {sayClash(t, clash)}
    </Notice>
  ));
};

const Move = ({
  item,
  at,
  last,
  onMove,
}: {
  item: AgendaItem;
  at: number;
  last: number;
  onMove: Props['onMove'];
}) => {
  const t = useText();
  return (
    <>
      <Button
        kind="quiet"
        disabled={at === 0}
        aria-label={t('meetings.up', { title: item.title })}
        onClick={() => onMove(item.id, -1)}
      >
        ↑
      </Button>
      <Button
        kind="quiet"
        disabled={at === last}
        aria-label={t('meetings.down', { title: item.title })}
        onClick={() => onMove(item.id, 1)}
      >
        ↓
      </Button>
    </>
  );
};

const Laid = ({ laid, onMove }: { laid: ArrangementVerdict; onMove: Props['onMove'] }) => {
  const from = laid.agenda[0]?.from ?? '';
  const until = laid.agenda.at(-1)?.until ?? '';
  return (
    <>
      <Agenda
        items={laid.agenda}
        actions={(item, at) => <Move item={item} at={at} last={laid.agenda.length - 1} onMove={onMove} />}
      />
      <Parts parts={laid.parts} from={from} until={until} />
      <Clashes clashes={laid.clashes} />
    </>
  );
};

/** The sitting being made: its name and time, the agenda to the minute, who is there when, and clashes. */
export const Proposal = ({ plan, change, verdict, onMove }: Props) => {
  const t = useText();
  return (
    <Card>
      <Fields plan={plan} change={change} />
      {!verdict && <p className="qz-detail">{t('meetings.set-time')}</p>}
      {verdict?.isError && <Failed error={verdict.error} />}
      {verdict?.isPending && <Loading />}
      {verdict?.data && !verdict.isError && <Laid laid={verdict.data} onMove={onMove} />}
    </Card>
  );
};
