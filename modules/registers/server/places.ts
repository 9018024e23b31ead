import { officeDay } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import type { OpenReason, Place, PlaceImportPreview } from '../contract.ts';
import { layPlace, type PlaceValues, readPlace } from '../domain/place.ts';
import { type PlaceRegister, placeField } from '../domain/place-fields.ts';
import { type PlacePlan, planPlaces } from '../domain/plan-places.ts';
import { readField } from '../domain/read-field.ts';
import { problems } from '../problems.ts';
import { refuseWrongFields } from './changing.ts';
import type { Marks } from './marks.ts';
import { keepPlaces, type PlaceChange, placeChanges } from './place-history.ts';
import { type PlaceFile, previewPlaces, readPlaces } from './place-import.ts';
import * as repository from './place-repository.ts';
import { placeBriefOf, placeFacts } from './place-views.ts';
import { peopleAtDoor } from './repository.ts';
import { asSeen, committeeOf, pageSize } from './scope.ts';
import { hashOf, refuseWrongCells } from './sheet-reading.ts';
import { briefOf } from './views.ts';

const by = (who: Actor, source: PlaceChange['source']): PlaceChange => ({
  source,
  account: who.account,
  name: who.name,
});

export const createPlaces = (platform: Platform, marks: Marks) => {
  const { db, audit, secrets } = platform;

  const own = async (tx: Db, who: Actor, id: string): Promise<repository.PlaceRow> => {
    const row = await repository.find(tx, id);
    if (!row || row.committee_id !== who.committee) throw new Refusal(problems.noPlace);
    return row;
  };

  const lockAsSeen = async (tx: Db, who: Actor, id: string, revision: number) => {
    const { committee_id } = await own(tx, who, id);
    await repository.lockRegister(tx, committee_id);
    const row = await repository.lock(tx, id);
    if (!row || row.closed_on) throw new Refusal(problems.noPlace);
    asSeen(row, revision);
    return row;
  };

  const view = async (tx: Db, row: repository.PlaceRow): Promise<Place> => {
    const today = officeDay();
    const people = await peopleAtDoor(tx, row);
    const byActs = await marks.of(tx, people, today);
    return {
      ...placeBriefOf(row),
      facts: placeFacts(repository.openPlace(row, secrets), false),
      changes: await placeChanges(tx, row, secrets, false),
      closedOn: row.closed_on,
      people: people.map((one) => briefOf(one, today, byActs.get(one.id))),
      sameDoor: (await repository.atDoor(tx, row)).map(placeBriefOf),
      revision: row.revision,
    };
  };

  /** What was typed, laid over what is known; an emptied field takes its value out. */
  const readTyped = (
    register: PlaceRegister,
    typed: Readonly<Record<string, string>>,
    known: PlaceValues | null,
  ): PlaceValues => {
    const readingFor = (code: string) => {
      const [field, text] = [placeField(register, code), typed[code]];
      return field && text !== undefined ? readField(field, text.trim(), officeDay()) : undefined;
    };
    const { draft, remarks } = readPlace(register, readingFor, { emptied: true, known });
    refuseWrongFields(typed, (code) => placeField(register, code) !== undefined, remarks);
    return layPlace(register, draft, known);
  };

  const refuseTwice = async (
    tx: Db,
    committee: string,
    { register, code }: PlaceValues,
    self: string | null,
  ) => {
    const holder = code ? await repository.findByCode(tx, committee, register, code) : undefined;
    if (holder && holder.id !== self)
      throw new Refusal(problems.placeThere, { place: holder.id }, [
        { path: 'org.uscc', message: `已登记为“${holder.name}”` },
      ]);
  };

  const plan = async (
    tx: Db,
    committee: string,
    register: PlaceRegister,
    file: PlaceFile,
  ): Promise<PlacePlan> => {
    const known = await repository.allOfCommittee(tx, committee, register);
    return planPlaces(
      register,
      file.rows,
      known.map((row) => repository.openPlace(row, secrets)),
    );
  };

  const digestOf = async (tx: Db, committee: string, register: PlaceRegister, bytes: Uint8Array) =>
    `${hashOf(bytes)}.${await repository.state(tx, committee, register)}`;

  return {
    list: (who: Actor, register: PlaceRegister, kind: string | undefined, page: number) =>
      db.read(who, async (tx) => {
        const filter = { committee: committeeOf(who), register, kind };
        const rows = await repository.list(tx, filter, pageSize, (page - 1) * pageSize);
        return { places: rows.map(placeBriefOf), total: await repository.count(tx, filter), pageSize };
      }),

    get: (who: Actor, id: string): Promise<Place> =>
      db.read(who, async (tx) => view(tx, await own(tx, who, id))),

    /** Shows whom to speak to and their phone, and says so in the audit. */
    open: (who: Actor, id: string, reason: OpenReason) =>
      db.transaction(who, async (tx) => {
        const row = await own(tx, who, id);
        const facts = placeFacts(repository.openPlace(row, secrets), true);
        const changes = await placeChanges(tx, row, secrets, true);
        await audit.record(tx, who, 'place.opened', id, { reason }, row.committee_id);
        return { id, facts, changes };
      }),

    add: (who: Actor, register: PlaceRegister, typed: Readonly<Record<string, string>>) =>
      db.transaction(who, async (tx) => {
        const committee = committeeOf(who);
        const values = readTyped(register, typed, null);
        await repository.lockRegister(tx, committee);
        await refuseTwice(tx, committee, values, null);
        const [id = ''] = await repository.write(tx, who.subdistrict, committee, [
          { id: null, row: repository.sealPlace(values, secrets) },
        ]);
        await audit.record(tx, who, 'place.added', id, { register }, committee);
        return { id };
      }),

    change: (
      who: Actor,
      id: string,
      { revision, values: typed }: { revision: number; values: Readonly<Record<string, string>> },
    ): Promise<Place> =>
      db.transaction(who, async (tx) => {
        const row = await lockAsSeen(tx, who, id, revision);
        const known = repository.openPlace(row, secrets);
        const values = readTyped(known.register, typed, known);
        await refuseTwice(tx, row.committee_id, values, id);
        await keepPlaces(tx, [id], by(who, 'typed'));
        await repository.write(tx, who.subdistrict, row.committee_id, [
          { id, row: repository.sealPlace(values, secrets) },
        ]);
        const after = await view(tx, await own(tx, who, id));
        const facts = { elements: Object.keys(typed) };
        await audit.record(tx, who, 'place.changed', id, facts, row.committee_id);
        return after;
      }),

    close: (who: Actor, id: string, revision: number): Promise<void> =>
      db.transaction(who, async (tx) => {
        const row = await lockAsSeen(tx, who, id, revision);
        await keepPlaces(tx, [id], by(who, 'closed'));
        await repository.close(tx, id, officeDay());
        await audit.record(tx, who, 'place.closed', id, {}, row.committee_id);
      }),

    preview: async (who: Actor, register: PlaceRegister, bytes: Uint8Array): Promise<PlaceImportPreview> => {
      const committee = committeeOf(who);
      const file = await readPlaces(register, bytes, officeDay());
      return db.read(who, async (tx) =>
        previewPlaces(
          file,
          await plan(tx, committee, register, file),
          await digestOf(tx, committee, register, bytes),
        ),
      );
    },

    /** All rows or none, like the residents' import. */
    import: async (who: Actor, register: PlaceRegister, bytes: Uint8Array, digest: string) => {
      const committee = committeeOf(who);
      if (digest.split('.')[0] !== hashOf(bytes)) throw new Refusal(problems.fileChanged);
      const file = await readPlaces(register, bytes, officeDay());
      return db.transaction(who, async (tx) => {
        await repository.lockRegister(tx, committee);
        if (digest !== (await digestOf(tx, committee, register, bytes)))
          throw new Refusal(problems.registerChanged);
        const { created, updated, unchanged, remarks } = await plan(tx, committee, register, file);
        refuseWrongCells([...file.remarks, ...remarks]);
        await keepPlaces(
          tx,
          updated.map(({ id }) => id),
          by(who, 'import'),
        );
        await repository.write(tx, who.subdistrict, committee, [
          ...created.map((values) => ({ id: null, row: repository.sealPlace(values, secrets) })),
          ...updated.map(({ id, values }) => ({ id, row: repository.sealPlace(values, secrets) })),
        ]);
        const counts = { created: created.length, updated: updated.length, unchanged };
        await audit.record(tx, who, 'places.imported', committee, { register, ...counts }, committee);
        return counts;
      });
    },
  };
};
