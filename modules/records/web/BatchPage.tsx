import { useState } from 'react';
import { v7 as newId } from 'uuid';
import { doorOf, ResidentSearch } from '#modules/registers/web';
import {
  BigButton,
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
  useAction,
  useAddressValue,
  useCall,
  useLanguage,
  useText,
} from '#platform/ui/index.ts';
import {
  type Activity,
  type Element,
  enterRecord,
  listActivities,
  listElements,
  listRecords,
  recordedToday,
} from '../contract.ts';
import { usualActivity } from '../domain/usual.ts';
import { askedOf, usualValues } from './asked.ts';
import { toldAtFields, useValues } from './use-values.ts';
import { ValueFields } from './ValueFields.tsx';
import './records.css';

/** One door of the round: whom, and what was found there. Its client id stays through every try. */
interface Door {
  readonly id: string;
  readonly clientId: string;
  readonly name: string;
  readonly door: string;
}

interface DoorFormProps {
  door: Door;
  activity: Activity;
  elements: readonly Element[];
  day: string;
  onSaved: () => void;
  onRemove: () => void;
}

const DoorForm = ({ door, activity, elements, day, onSaved, onRemove }: DoorFormProps) => {
  const t = useText();
  // What the work always asks and what is usually in sight; the rest is for the form of one person.
  const fields = askedOf(activity, elements).filter(({ need }) => need !== 'more');
  const filling = useValues(fields, usualValues(fields));
  const { error, isPending, mutate } = useAction(enterRecord, {
    refresh: [listRecords, recordedToday],
    onDone: onSaved,
  });
  const save = () => {
    if (!filling.check()) return;
    const body = {
      clientId: door.clientId,
      activity: activity.code,
      subject: door.id,
      occurredOn: day,
      values: filling.values,
      confirmUnusual: filling.confirmUnusual,
    };
    mutate({ body }, { onError: filling.take });
  };
  const told = error && !toldAtFields.has(error.code);
  return (
    <form
      className="qz-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="rec-who">
        <strong>
          {door.name}　{door.door}
        </strong>
        <Button kind="quiet" onClick={onRemove}>
          {t('records.batch.leave')}
        </Button>
      </div>
      <ValueFields fields={fields} filling={filling} focus />
      {told && <Failed error={error} />}
      <BigButton type="submit" busy={isPending}>
        {t('records.batch.next')}
      </BigButton>
    </form>
  );
};

const Round = ({ activity, elements }: { activity: Activity; elements: readonly Element[] }) => {
  const t = useText();
  const [day, setDay] = useState(officeToday());
  const [doors, setDoors] = useState<readonly Door[]>([]);
  const [saved, setSaved] = useState<readonly Door[]>([]);
  const [now] = doors;
  const leave = (id: string) => setDoors((before) => before.filter((one) => one.id !== id));
  const add = (one: Omit<Door, 'clientId'>) =>
    setDoors((before) =>
      before.some(({ id }) => id === one.id) ? before : [...before, { ...one, clientId: newId() }],
    );
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
          elements={elements}
          day={day}
          onSaved={() => {
            setSaved((before) => [...before, now]);
            leave(now.id);
          }}
          onRemove={() => leave(now.id)}
        />
      ) : (
        <Empty>{t('records.batch.none')}</Empty>
      )}
      {doors.length > 1 && (
        <p>
          {t('records.batch.then')}{' '}
          {doors.slice(1).map((one) => (
            <Tag key={one.id}>{`${one.door} ${one.name}`}</Tag>
          ))}
        </p>
      )}
      <ResidentSearch
        onPick={({ id, name, building, room }) => add({ id, name, door: doorOf({ building, room }) })}
      >
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
  const elements = useCall(listElements);
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
      {(activities.isPending || elements.isPending) && <Loading lines={4} />}
      {activities.isError && <Failed error={activities.error} retry={activities.refetch} />}
      {activity && elements.data && <Round key={code} activity={activity} elements={elements.data} />}
    </Page>
  );
};

export default BatchPage;
