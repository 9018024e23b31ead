import { officeDay } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import { systemActor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import type { App } from '../server.ts';
import { demoAccounts, demoPassword } from './accounts.ts';
import { marksOf, otherActs } from './acts.ts';
import { demoMeetings } from './meetings.ts';
import {
  committeeCadres,
  committees,
  type DemoCadre,
  departmentCadres,
  departments,
  subdistrict,
} from './office.ts';
import { plantNeighbourhood } from './places.ts';
import { type Random, seeded } from './random.ts';
import { visits, visitsToday } from './records.ts';
import { type DemoResident, residents } from './residents.ts';

export interface DemoOptions {
  readonly seed: number;
  /** How many years of records; 0: some weeks. */
  readonly years?: number;
  readonly now?: Date;
  readonly say: (text: string) => void;
}

/** What was planted: how to sign in, and how much of everything there is. */
export interface Planted {
  readonly password: string;
  readonly accounts: readonly { username: string; post: string }[];
  readonly counts: Readonly<Record<string, number>>;
}

interface WorkPlan {
  readonly random: Random;
  readonly now: Date;
  readonly years: number;
  readonly committees: ReadonlyMap<string, string>;
  readonly workersOf: (committee: string) => { account: string; name: string }[];
}

type Bench = Pick<App, 'platform' | 'modules'>;

const plantOrganisation = async ({ modules }: Bench, tx: Db, who: Actor, random: Random) => {
  const offices = committees(random);
  const cadres: DemoCadre[] = [
    ...offices.flatMap(({ code }) => committeeCadres(random, code)),
    ...departments.flatMap(({ code }) => departmentCadres(random, code)),
  ];
  const seed = {
    departments,
    committees: offices,
    cadres: cadres.map(({ name, committee, department, posts, lines }) => ({
      name,
      posts,
      lines,
      ...(committee ? { committee } : {}),
      ...(department ? { department } : {}),
    })),
  };
  const planted = await modules.organisation.seed(tx, who, seed as never);
  const orders = new Map<string, number>();
  const places = cadres.map((cadre, index) => {
    const place = cadre.committee ?? cadre.department ?? '';
    const order = orders.get(place) ?? 0;
    orders.set(place, order + 1);
    return {
      id: planted.cadres[index] ?? '',
      name: cadre.name,
      committee: cadre.committee,
      department: cadre.department,
      order,
    };
  });
  return { committees: planted.committees, departments: planted.departments, cadres: places };
};

const residentsPerCommittee = 60;
const visitsPerCommitteeYear = 440;
const notedToday = 3;
/** Of each other kind of work, by a committee in a year. */
const othersPerCommitteeYear = 16;
const someWeeks = 45;

const draftOf = (person: DemoResident, marks: Readonly<Record<string, string>>) => ({
  name: person.name,
  sex: person.sex === '男' ? '1' : '2',
  birth: person.birth,
  idNo: person.idNo,
  phone: person.phone,
  building: person.building,
  room: person.room,
  attributes: {
    ...marks,
    'person.living': person.livesAlone ? 'alone' : 'family',
    ...(person.hypertension ? { 'person.chronic': ['hypertension'] } : {}),
  },
  sealed: {},
});

/** Residents, their ledgers, and the visits of the last weeks (or years): one transaction a committee. */
const plantWork = async (
  bench: Bench,
  who: Actor,
  work: WorkPlan,
): Promise<{ residents: number; records: number }> => {
  const { modules, platform } = bench;
  const { random, now, years } = work;
  // A chance of its own, so that people and visits stay who and what they were.
  const further = seeded(20_261_124);
  const others = modules.records.activities.filter(({ code }) => code !== 'home_visit');
  const days = years > 0 ? years * 365 : someWeeks;
  const count = Math.round((visitsPerCommitteeYear * days) / 365);
  await platform.db.transaction(who, (tx) =>
    modules.ledgers.declare(tx, who, modules.ledgers.demonstration()),
  );
  let records = 0;
  for (const [code, committee] of work.committees) {
    const drafts = residents(random, residentsPerCommittee, now.getUTCFullYear());
    records += await platform.db.transaction(who, async (tx) => {
      const ids = await modules.registers.plant(
        tx,
        who,
        committee,
        drafts.map((draft) => draftOf(draft, marksOf(further))),
      );
      await plantNeighbourhood(modules, tx, who, committee, drafts[0]);
      const people = drafts.map((draft, index) => ({ ...draft, id: ids[index] ?? '' }));
      const workers = work.workersOf(code);
      const places = { committee, people, workers };
      const planted = [
        ...visits(random, places, count, days, now),
        ...otherActs(
          further,
          places,
          others,
          modules.records.elements,
          Math.max(1, Math.round((othersPerCommitteeYear * days) / 365)),
          days,
          officeDay(now),
        ),
        ...visitsToday(random, places, notedToday, now),
      ];
      return (await modules.records.plant(tx, who, planted)).length;
    });
  }
  return { residents: work.committees.size * residentsPerCommittee, records };
};

/**
 * Fills an empty database with the demonstration subdistrict.
 * @returns null when there is a subdistrict already: nothing is touched then
 */
export const plantDemonstration = async (bench: Bench, options: DemoOptions): Promise<Planted | null> => {
  const { modules, platform } = bench;
  if ((await modules.identity.subdistricts()).length > 0) return null;
  options.say('正在准备演示街道… · preparing the demonstration subdistrict…');
  const now = options.now ?? new Date();
  const random = seeded(options.seed);
  const id = await modules.identity.openSubdistrict(subdistrict);
  const who = systemActor(id);
  const places = await platform.db.transaction(who, (tx) => plantOrganisation(bench, tx, who, random));
  const { shown, accounts } = demoAccounts(places);
  const accountIds = await modules.identity.seedAccounts(id, accounts, demoPassword);
  const worked = await plantWork(bench, who, {
    random,
    now,
    years: options.years ?? 0,
    committees: places.committees,
    workersOf: (code) =>
      accounts.flatMap(({ committee, name, roles }, index) =>
        committee === places.committees.get(code) && roles.includes('committee_member')
          ? [{ account: accountIds[index] ?? '', name }]
          : [],
      ),
  });
  const meetings = demoMeetings(places.departments, now);
  await platform.db.transaction(who, (tx) => modules.meetings.plant(tx, who, meetings));
  return {
    password: demoPassword,
    accounts: shown,
    counts: {
      committees: places.committees.size,
      departments: places.departments.size,
      cadres: places.cadres.length,
      accounts: accounts.length,
      sittings: meetings.sittings.length,
      ...worked,
    },
  };
};
