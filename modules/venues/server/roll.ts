import type { InvitedCommittee, MeetingsService } from '#modules/meetings/server';
import type { OrganisationService } from '#modules/organisation/server';
import { type Actor, systemActor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import type { Db } from '#platform/database/database.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import type { correctRoll, OwnRoll, VenueRoll } from '../contract.ts';
import { minutesPresent } from '../domain/presence.ts';
import { mismatchesOf, type Standing } from '../domain/roll.ts';
import { problems } from '../problems.ts';
import { admit, admitBranch, calledTo, keyOf, openSitting } from './admission.ts';
import { reportAttendance, reportRoll } from './attendance.ts';
import { openState, practised, readPresence } from './repository.ts';
import * as repository from './roll-repository.ts';
import type { SignInCodes } from './sign-in-codes.ts';
import { isThere } from './view.ts';

type Invited = VenueRoll['invited'][number];
type Correction = BodyOf<typeof correctRoll>;

const isOn = (person: repository.PersonRow): boolean => person.removedAt === null;

const personOf = ({
  id,
  name,
  standing,
  source,
  at,
  by,
}: repository.PersonRow): VenueRoll['named'][number] => ({
  id,
  name,
  standing,
  source,
  at,
  by,
});

/** What was said, corrected and taken back of one venue, in the order of time. */
const historyOf = (
  counts: readonly repository.CountRow[],
  people: readonly repository.PersonRow[],
): VenueRoll['history'] =>
  [
    ...counts.map(({ at, by, people: n, reason }) => ({
      at,
      by,
      what: 'count' as const,
      name: null,
      people: n,
      reason,
    })),
    ...people
      .filter(({ source }) => source === 'console')
      .map(({ at, by, name, reason }) => ({ at, by, what: 'added' as const, name, people: null, reason })),
    ...people.flatMap(({ name, removedAt, removedBy, removedReason }) =>
      removedAt === null
        ? []
        : [
            {
              at: removedAt,
              by: removedBy ?? '',
              what: 'removed' as const,
              name,
              people: null,
              reason: removedReason,
            },
          ],
    ),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));

/** Roll-call (点到): how many are in each venue, who, and where the sources do not fit together. */
export const createRoll = (
  { db, audit, live }: Platform,
  meetings: MeetingsService,
  organisation: OrganisationService,
  codes: SignInCodes,
) => {
  const changed = async (tx: Db, who: Actor, id: string, venue: string) => {
    await reportRoll(meetings, tx, who, keyOf(who, id), venue);
    await live.publish(tx, who.subdistrict, `sitting:${id}`, { presence: 1 });
  };

  const invitedOf = (
    names: ReadonlyMap<string, string>,
    called: InvitedCommittee | undefined,
    people: readonly repository.PersonRow[],
  ): Invited[] =>
    (called?.cadres ?? []).map(({ id: cadre, reply, standIn }) => {
      const name = (reply === 'stand_in' ? standIn : null) ?? names.get(cadre) ?? '';
      return {
        cadre,
        name,
        here: people.some((one) => isOn(one) && (one.cadre === cadre || one.name === name)),
      };
    });

  const namesOfCadres = async (tx: Db, committee?: string) =>
    new Map(
      (await organisation.cadres(tx, committee === undefined ? {} : { committee })).map(({ id, name }) => [
        id,
        name,
      ]),
    );

  const openBranch = async (tx: Db, who: Actor, id: string, lock = false): Promise<string> => {
    const { sitting, venue } = await admitBranch(meetings, tx, who, id);
    await openSitting(tx, who, sitting, lock);
    return venue;
  };

  const count = async (tx: Db, who: Actor, id: string, counted: repository.NewCount): Promise<void> => {
    await repository.saveCount(tx, who, id, counted);
    await reportAttendance(meetings, tx, who, keyOf(who, id), [counted.venue], false);
    await changed(tx, who, id, counted.venue);
  };

  const name = async (tx: Db, who: Actor, id: string, person: repository.NewPerson): Promise<void> => {
    if (!(await repository.addPerson(tx, who, id, person))) throw new Refusal(problems.namedAlready);
    await changed(tx, who, id, person.venue);
    const facts = { venue: person.venue, standing: person.standing, source: person.source };
    await audit.record(tx, who, 'venues.named', id, facts);
  };

  const unname = async (
    tx: Db,
    who: Actor,
    id: string,
    taken: Parameters<typeof repository.removePerson>[3],
  ) => {
    if (!(await repository.removePerson(tx, who, id, taken))) throw new Refusal(problems.noSuchPerson);
    await changed(tx, who, id, taken.venue);
    await audit.record(tx, who, 'venues.unnamed', id, { venue: taken.venue });
  };

  return {
    all: (who: Actor, id: string): Promise<VenueRoll[]> =>
      db.read(who, async (tx) => {
        const sitting = await admit(meetings, tx, who, id);
        const key = keyOf(who, id);
        const [presence, counts, people] = [
          await readPresence(tx, key),
          await repository.readCounts(tx, key),
          await repository.readPeople(tx, key),
        ];
        const called = await meetings.invitedCommittees(tx, id);
        const names = await namesOfCadres(tx);
        return (await calledTo(organisation, tx, sitting)).map(({ id: venue, shortName }) => {
          const here = presence.filter((one) => one.venue === venue);
          const counted = counts.filter((one) => one.venue === venue);
          const own = people.filter((one) => one.venue === venue);
          const named = own.filter(isOn);
          const invited = invitedOf(
            names,
            called.find(({ committee }) => committee === venue),
            own,
          );
          const says = {
            minutes: minutesPresent(here.filter(({ evidence }) => !evidence.includes(practised))),
            people: counted.at(-1)?.people ?? null,
            named: named.length,
            missing: invited.filter((one) => !one.here).length,
          };
          return {
            venue: { id: venue, name: shortName },
            online: here.some(isThere),
            minutes: says.minutes,
            people: says.people,
            named: named.map(personOf),
            invited,
            mismatches: mismatchesOf(says),
            history: historyOf(counted, own),
          };
        });
      }),

    own: async (who: Actor, id: string): Promise<OwnRoll> => {
      const { roll, place } = await db.read(who, async (tx) => {
        const { sitting, venue } = await admitBranch(meetings, tx, who, id);
        const people = await repository.readPeople(tx, keyOf(who, id), venue);
        const called = (await meetings.invitedCommittees(tx, id)).find(
          ({ committee }) => committee === venue,
        );
        const roll = {
          people: people.filter(isOn).map(personOf),
          invited: invitedOf(await namesOfCadres(tx, venue), called, people),
        };
        return { roll, place: sitting.state === 'ended' ? null : { ...keyOf(who, id), venue } };
      });
      return { ...roll, code: place && (await codes.codeFor(place)) };
    },

    report: (who: Actor, id: string, people: number): Promise<void> =>
      db.transaction(who, async (tx) => {
        // Its word of the attendance must not come after the end's.
        const venue = await openBranch(tx, who, id, true);
        await count(tx, who, id, { venue, people, source: 'branch', reason: null });
        await audit.record(tx, who, 'venues.head-count', id, { people });
      }),

    name: (
      who: Actor,
      id: string,
      draft: { name: string; standing: Standing; cadre: string | null },
    ): Promise<void> =>
      db.transaction(who, async (tx) => {
        const venue = await openBranch(tx, who, id);
        await name(tx, who, id, { ...draft, venue, source: 'branch', reason: null });
      }),

    unname: (who: Actor, id: string, person: string): Promise<void> =>
      db.transaction(who, async (tx) => {
        const venue = await openBranch(tx, who, id);
        await unname(tx, who, id, { venue, person, reason: null });
      }),

    /** The operator puts right what a venue said, also after the end. */
    correct: (who: Actor, id: string, venue: string, what: Correction): Promise<void> =>
      db.transaction(who, async (tx) => {
        const sitting = await admit(meetings, tx, who, id);
        if (!sitting.committees.includes(venue)) throw new Refusal(problems.noSuchVenue);
        await openState(tx, keyOf(who, id));
        if (what.what === 'count') {
          const { people, reason } = what;
          await count(tx, who, id, { venue, people, source: 'console', reason });
          return audit.record(tx, who, 'venues.count-corrected', id, { venue, people });
        }
        if (what.what === 'remove')
          return unname(tx, who, id, { venue, person: what.person, reason: what.reason });
        const { name: called, standing, reason } = what;
        return name(tx, who, id, { venue, name: called, standing, cadre: null, source: 'console', reason });
      }),

    openSignIn: async (code: string, address: string) => {
      const place = await codes.placeOf(code, address);
      return db.read(place, async (tx) => {
        const sitting = await meetings.sitting(tx, place.sitting);
        const committee = (await organisation.committees(tx)).find(({ id }) => id === place.venue);
        if (!sitting || sitting.state === 'ended' || !committee) throw new Refusal(problems.signInCodeWrong);
        return { title: sitting.title, venue: committee.shortName };
      });
    },

    signIn: async (
      code: string,
      address: string,
      person: { name: string; standing: Standing },
    ): Promise<void> => {
      const { venue, sitting: id, subdistrict } = await codes.placeOf(code, address);
      const who = { ...systemActor(subdistrict), name: person.name };
      await db.transaction(who, async (tx) => {
        const sitting = await meetings.sitting(tx, id);
        if (!sitting) throw new Refusal(problems.signInCodeWrong);
        await openSitting(tx, who, sitting);
        await name(tx, who, id, { ...person, venue, cadre: null, source: 'sign_in', reason: null });
      });
    },
  };
};

export type Roll = ReturnType<typeof createRoll>;
