import { officeDay } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import type { Db } from '#platform/database/database.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import type { addResident, changeResident, Resident, tagResident } from '../contract.ts';
import { clear, lay, type PersonValues, type ResidentDraft, valuesOf } from '../domain/draft.ts';
import { registerField } from '../domain/fields.ts';
import { readField } from '../domain/read-field.ts';
import { type FieldRemark, readPerson } from '../domain/read-person.ts';
import { problems } from '../problems.ts';
import * as repository from './repository.ts';
import type { Residents } from './residents.ts';
import { asSeen, committeeOf, ownResident } from './scope.ts';
import { openRow, places, type ResidentRow, sealPerson } from './sealing.ts';

type Typed = Readonly<Record<string, string>>;

const wrong = (errors: readonly { path: string; message: string }[]) =>
  new Refusal(problems.fieldsWrong, { errors: errors.length }, [...errors]);

/** @throws {Refusal} fieldsWrong: each field named by its element code, never its content */
export const refuseWrongFields = (
  typed: Typed,
  isField: (code: string) => boolean,
  remarks: readonly FieldRemark[],
): void => {
  const unknown = Object.keys(typed)
    .filter((code) => !isField(code))
    .map((path) => ({ path, message: '没有这一项' }));
  // Nothing typed is dropped silently: what a sheet would leave out with a notice is refused here.
  const errors = remarks.map(({ code, message }) => ({ path: code, message }));
  if (unknown.length + errors.length > 0) throw wrong([...unknown, ...errors]);
};

const readTyped = (typed: Typed, today: string): ResidentDraft => {
  const { draft, remarks } = readPerson((code) => {
    const [field, text] = [registerField(code), typed[code]];
    return field && text !== undefined ? readField(field, text.trim(), today) : undefined;
  }, today);
  refuseWrongFields(typed, (code) => registerField(code) !== undefined, remarks);
  if (!draft) throw new Error('a person without remarks has no draft');
  return draft;
};

const byHand = (who: Actor) => ({ source: 'typed' as const, account: who.account, name: who.name });

/** Locks somebody of the own committee, as the caller saw them, and the register with them. */
export const lockAsSeen = async (tx: Db, who: Actor, id: string, revision: number): Promise<ResidentRow> => {
  const own = await ownResident(tx, who, id);
  await repository.lockRegister(tx, own.committee_id);
  const [row] = await repository.lockResidents(tx, [own.id]);
  if (!row) throw new Refusal(problems.noResident);
  asSeen(row, revision);
  return row;
};

export const createChanging = ({ db, audit, secrets }: Platform, { view }: Residents) => {
  /** Somebody with the same ID number, or of the same name, birth and door where numbers do not tell them apart. */
  const refuseTwice = async (
    tx: Db,
    committee: string,
    { idNo, ...values }: PersonValues,
    self: string | null,
    anyway: boolean,
  ): Promise<void> => {
    const print = idNo ? secrets.fingerprint(places.idNo, idNo) : null;
    const holder = print && (await repository.findByIdNo(tx, print));
    if (holder && holder.id !== self) {
      if (holder.committee_id !== committee) throw new Refusal(problems.knownElsewhere);
      throw new Refusal(problems.alreadyThere, { resident: holder.id }, [
        { path: 'person.id_no', message: '底册里已有这个身份证号' },
      ]);
    }
    if (anyway || self) return;
    const alike = await repository.findAlike(tx, committee, values);
    const same = alike.find((row) => !idNo || !row.id_no_fingerprint);
    if (same)
      throw new Refusal(problems.alreadyThere, { resident: same.id, mayBeAnother: true }, [
        { path: 'person.name', message: '同住址已有同名同生日的人' },
      ]);
  };

  const write = async (tx: Db, who: Actor, row: ResidentRow, values: PersonValues): Promise<ResidentRow> => {
    await repository.keepVersions(tx, [row.id], byHand(who));
    await repository.writeResidents(tx, who.subdistrict, row.committee_id, [
      { id: row.id, row: sealPerson(values, secrets) },
    ]);
    return ownResident(tx, who, row.id);
  };

  return {
    add: (who: Actor, { values, anyway }: BodyOf<typeof addResident>): Promise<{ id: string }> =>
      db.transaction(who, async (tx) => {
        const committee = committeeOf(who);
        const person = lay(readTyped(values, officeDay()), null);
        await repository.lockRegister(tx, committee);
        await refuseTwice(tx, committee, person, null, anyway);
        const [id = ''] = await repository.writeResidents(tx, who.subdistrict, committee, [
          { id: null, row: sealPerson(person, secrets) },
        ]);
        await audit.record(tx, who, 'resident.added', id, {}, committee);
        return { id };
      }),

    /** Puts right what is known. What stood before is kept, with who changed it. */
    change: (
      who: Actor,
      id: string,
      { revision, values: typed }: BodyOf<typeof changeResident>,
    ): Promise<Resident> =>
      db.transaction(who, async (tx) => {
        const row = await lockAsSeen(tx, who, id, revision);
        const known = valuesOf(openRow(row, secrets));
        const cleared = Object.keys(typed).filter((code) => typed[code]?.trim() === '');
        // A birthday typed alone must still agree with the ID number that is known.
        const beside = { 'person.name': known.name, ...(known.idNo ? { 'person.id_no': known.idNo } : {}) };
        const values = lay(readTyped({ ...beside, ...typed }, officeDay()), clear(known, cleared));
        await refuseTwice(tx, row.committee_id, values, row.id, false);
        const after = await view(tx, await write(tx, who, row, values));
        const facts = { elements: Object.keys(typed) };
        await audit.record(tx, who, 'resident.changed', row.id, facts, row.committee_id);
        return after;
      }),

    tag: (who: Actor, id: string, { revision, tags }: BodyOf<typeof tagResident>): Promise<Resident> =>
      db.transaction(who, async (tx) => {
        const row = await lockAsSeen(tx, who, id, revision);
        const values = { ...valuesOf(openRow(row, secrets)), tags: [...new Set(tags)] };
        const after = await view(tx, await write(tx, who, row, values));
        await audit.record(tx, who, 'resident.tagged', row.id, { tags: values.tags }, row.committee_id);
        return after;
      }),
  };
};
