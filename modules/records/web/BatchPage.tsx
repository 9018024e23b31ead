import { useState } from 'react';
import { v7 as newId } from 'uuid';
import { listResidents, type ResidentBrief } from '#modules/registers/contract';
import { doorOf, ResidentSearch } from '#modules/registers/web';
import {
  Button,
  DateField,
  Empty,
  Failed,
  Loading,
  Notice,
  officeToday,
  Page,
  SelectField,
  Tag,
  useAddressValue,
  useCall,
  useLanguage,
  useText,
} from '#platform/ui/index.ts';
import { getEntryForm, listActivities } from '../contract.ts';
import { usualActivity } from '../domain/usual.ts';
import { EntryFields } from './EntryFields.tsx';
import './records.css';

/** As many of the doors to come as somebody takes in at a glance. */
const shownNext = 6;

/** One door of the round: whom, and what was found there. Its client id stays through every try. */
interface Door {
  readonly id: string;
  readonly clientId: string;
  readonly name: string;
  readonly door: string;
}

interface DoorFormProps {
  door: Door;
  activity: string;
  day: string;
  onSaved: () => void;
  onRemove: () => void;
}

const words = { save: 'records.batch.next', other: 'records.batch.leave' };

/** One door: what its ledgers ask of this person and nobody knows yet. */
const DoorForm = ({ door, activity, day, onSaved, onRemove }: DoorFormProps) => {
  const form = useCall(getEntryForm, { params: { activity }, query: { resident: door.id } });
  if (form.isPending) return <Loading lines={4} />;
  if (form.isError) return <Failed error={form.error} retry={form.refetch} />;
  return (
    <EntryFields
      form={form.data}
      clientId={door.clientId}
      {...{ day, words, onSaved }}
      // Kept on the phone without a network, or left out: either way the round goes on.
      onOther={onRemove}
    />
  );
};

/** Nobody chosen yet: those who live alone or are over 80 and were not looked in on for a month. */
const Unvisited = ({ onAdd }: { onAdd: (people: readonly ResidentBrief[]) => void }) => {
  const t = useText();
  const list = useCall(listResidents, { query: { tag: 'unvisited' } }).data;
  if (!list || list.total === 0) return null;
  return (
    <Button onClick={() => onAdd(list.residents)}>
      {t('records.batch.unvisited', { n: list.residents.length })}
    </Button>
  );
};

const Round = ({ activity }: { activity: string }) => {
  const t = useText();
  const [day, setDay] = useState(officeToday());
  const [doors, setDoors] = useState<readonly Door[]>([]);
  const [saved, setSaved] = useState<readonly Door[]>([]);
  const [now] = doors;
  const done = (door: Door) => {
    setSaved((before) => (before.includes(door) ? before : [...before, door]));
    leave(door.id);
  };
  const leave = (id: string) => setDoors((before) => before.filter((one) => one.id !== id));
  const add = (people: readonly ResidentBrief[]) =>
    setDoors((before) => [
      ...before,
      ...people
        .filter(({ id }) => before.every((one) => one.id !== id))
        .map(({ id, name, ...at }) => ({ id, name, door: doorOf(at), clientId: newId() })),
    ]);
  return (
    <>
      <DateField label={t('records.day')} value={day} onValue={setDay} max={officeToday()} required />
      {saved.length > 0 && (
        <Notice tone="good">
          {t('records.batch.saved', { n: saved.length, names: saved.map(({ door }) => door).join('、') })}
        </Notice>
      )}
      {now ? (
        <DoorForm
          key={now.clientId}
          door={now}
          activity={activity}
          day={day}
          onSaved={() => done(now)}
          onRemove={() => leave(now.id)}
        />
      ) : (
        <Empty action={<Unvisited onAdd={add} />}>{t('records.batch.none')}</Empty>
      )}
      {doors.length > 1 && (
        <p>
          {t('records.batch.then', { n: doors.length - 1 })}{' '}
          {doors.slice(1, 1 + shownNext).map((one) => (
            <Tag key={one.id}>{`${one.door} ${one.name}`}</Tag>
          ))}
          {doors.length - 1 > shownNext && ' …'}
        </p>
      )}
      <ResidentSearch onPick={(one) => add([one])}>
        <p className="qz-detail">{t('records.batch.add')}</p>
      </ResidentSearch>
    </>
  );
};

/** The same work at many doors: the round is put together first, then gone through door by door. */
const BatchPage = () => {
  const t = useText();
  const language = useLanguage();
  const [code, setCode] = useAddressValue('activity', usualActivity);
  const activities = useCall(listActivities);
  const ofPeople = (activities.data ?? []).filter(({ subjectKind }) => subjectKind === 'resident');
  const activity = ofPeople.find((one) => one.code === code);
  return (
    <Page
      title={t('records.batch')}
      subtitle={t('records.batch.means')}
      width="phone"
      back={{ to: '/record', label: t('records.record') }}
    >
      <SelectField
        label={t('records.what')}
        value={code}
        onValue={setCode}
        options={ofPeople.map((one) => ({ value: one.code, label: one[language] }))}
      />
      {activities.isPending && <Loading lines={4} />}
      {activities.isError && <Failed error={activities.error} retry={activities.refetch} />}
      {activity && <Round key={code} activity={code} />}
    </Page>
  );
};

export default BatchPage;
