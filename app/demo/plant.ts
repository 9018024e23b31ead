import { officeDay } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import { systemActor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import type { App } from '../server.ts';
import { demoAccounts, demoPassword } from './accounts.ts';
import { demoMeetings } from './meetings.ts';
import {
  committeeCadres,
  committees,
  type DemoCadre,
  departmentCadres,
  departments,
  subdistrict,
} from './office.ts';
import { type Random, seeded } from './random.ts';

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
  await modules.identity.seedAccounts(id, accounts, demoPassword);
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
    },
  };
};
