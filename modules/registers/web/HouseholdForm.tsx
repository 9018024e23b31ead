import { type ReactNode, useState } from 'react';
import { Button, Card, SelectField, TextField } from '#platform/ui/index.ts';
import { useLanguage, useText } from '#platform/ui/text.ts';
import type { Household, HouseholdDraft } from '../contract.ts';
import { type Relation, relationCodes, relations } from '../domain/household.ts';
import { ResidentSearch } from './ResidentSearch.tsx';

interface Member {
  readonly id: string;
  readonly name: string;
  readonly relation: Relation;
}

interface MembersProps {
  members: readonly Member[];
  onMembers: (members: Member[]) => void;
}

const Members = ({ members, onMembers }: MembersProps) => {
  const t = useText();
  const language = useLanguage();
  const options = relations.map((one) => ({ value: one.code, label: one[language] }));
  const relate = (id: string, relation: Relation) =>
    onMembers(
      members.map((one) => {
        if (one.id === id) return { ...one, relation };
        // A household has one head.
        return relation === '0' && one.relation === '0' ? { ...one, relation: '8' as const } : one;
      }),
    );
  return members.map(({ id, name, relation }) => (
    <div key={id} className="qz-member">
      <SelectField
        label={`${name}　${t('registers.relation')}`}
        value={relation}
        options={options}
        onValue={(value) => relate(id, relationCodes.find((one) => one === value) ?? '8')}
      />
      <Button onClick={() => onMembers(members.filter((one) => one.id !== id))}>
        {t('registers.take-out')}
        <span className="qz-unseen">{name}</span>
      </Button>
    </div>
  ));
};

interface FormProps {
  /** Absent: a new one. */
  household?: Household;
  busy: boolean;
  onSave: (draft: HouseholdDraft) => void;
  children?: ReactNode;
}

/** Who lives together and who is the head; the door of a new one is that of its first member. */
export const HouseholdForm = ({ household, busy, onSave, children }: FormProps) => {
  const t = useText();
  const [number, setNumber] = useState(household?.number ?? '');
  const [building, setBuilding] = useState(household?.building ?? '');
  const [room, setRoom] = useState(household?.room ?? '');
  const [note, setNote] = useState(household?.note ?? '');
  const [members, setMembers] = useState<readonly Member[]>(household?.members ?? []);
  return (
    <>
      <Card title={t('registers.members')}>
        <Members members={members} onMembers={setMembers} />
        {/* Outside the form, where Enter would save; anew after each member, so that the field is empty. */}
        <ResidentSearch
          key={members.length}
          label={t('registers.add-member')}
          onPick={(found) => {
            if (members.some(({ id }) => id === found.id)) return;
            setMembers([...members, { ...found, relation: members.length === 0 ? '0' : '8' }]);
            if (building === '' && room === '') {
              setBuilding(found.building);
              setRoom(found.room);
            }
          }}
        />
      </Card>
      <form
        className="qz-form"
        onSubmit={(event) => {
          event.preventDefault();
          onSave({
            ...{ number, building, room, note },
            members: members.map(({ id, relation }) => ({ resident: id, relation })),
          });
        }}
      >
        <TextField label={t('registers.building')} value={building} onValue={setBuilding} maxLength={20} />
        <TextField label={t('registers.room')} value={room} onValue={setRoom} maxLength={20} />
        <TextField
          label={t('registers.household-number')}
          value={number}
          onValue={setNumber}
          maxLength={30}
        />
        <TextField label={t('registers.note')} value={note} onValue={setNote} maxLength={200} />
        {children}
        <div className="qz-actions">
          <Button type="submit" kind="main" busy={busy} disabled={members.length === 0}>
            {t('registers.save')}
          </Button>
        </div>
      </form>
    </>
  );
};
