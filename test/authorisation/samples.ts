import { randomUUID } from 'node:crypto';
import { issueLedger, listLedgerIssues, uploadLedgerForm } from '#modules/ledgers/contract';
import { downloadOrganisationTemplate, previewOrganisationImport } from '#modules/organisation/contract';
import { addHousehold, addPlace, addResident, mergeResidents } from '#modules/registers/contract';
import { addDays, instantAt, officeDay, officeMonth } from '#platform/calendar/calendar.ts';
import { systemActor } from '#platform/contract/actor.ts';
import type { Office } from '../office.ts';
import type { OfficeIds } from '../office-data.ts';
import { plantVenueFiles } from './venue-samples.ts';

/** Whose something is, as seen by an account of committee c01, department 民政办 or the office itself. */
export type Scope = 'own' | 'other' | 'foreign' | 'absent';

/** Ids of one set of things that belong together. */
export interface Things {
  readonly committee: string;
  readonly department: string;
  /** The first social worker of the committee: the account `committee_member` is this cadre. */
  readonly cadre: string;
  /** Another social worker there, called to the same sitting. */
  readonly colleague: string;
  readonly account: string;
  /** Somebody else of the same place, and their session. */
  readonly neighbour: string;
  readonly session: string;
  readonly import: string;
  readonly resident: string;
  /** The latest act with this resident, so that it stands in the rosters. */
  readonly record: string;
  /** Somebody new acts are entered for. */
  readonly newcomer: string;
  /** The resident's household, a shop of the neighbourhood, and a merge of two others. */
  readonly household: string;
  readonly place: string;
  readonly merge: string;
  /** Waits for the main leader. */
  readonly request: string;
  /** Approved, to be arranged. */
  readonly ready: string;
  readonly sitting: string;
  /** A fixed screen of the committee's venue. */
  readonly screen: string;
  /** Somebody on that venue's roll. */
  readonly named: string;
  /** Shown at the sitting; and what was recorded of it. */
  readonly document: string;
  readonly recording: string;
  readonly ledger: string;
  /** The ledger's month of the committee, signed. */
  readonly issue: string;
  readonly summary: string;
  /** A form the department brought in, read and not yet a ledger. */
  readonly form: string;
}

/** Who somebody is, for which things are their own: their committee's, or their department's. */
export type Side = 'committee' | 'self' | 'party';

const word = 'a password for samples';
/** What a home visit found. */
export const pressure = { 'bp.sys': 130, 'bp.dia': 80, 'act.mode': 'home' };

/** The sittings of one committee stand one after another. */
const hours: Readonly<Record<string, string>> = {
  civil: '09:00',
  health: '15:00',
  self: '11:00',
  party: '13:00',
};

/** The ledger each department keeps; the party-building office keeps none, so another's stands for it. */
const ledgerOf: Readonly<Record<string, string>> = {
  civil: 'alone-visits',
  health: 'hypertension-roster',
  self: 'pressure-summary',
  party: 'alone-visits',
};

/** What a department asks for: social workers of these committees, by video. */
export const requestDraft = (committees: string[]) => ({
  purpose: '冬季防火',
  items: [{ title: '排查', minutes: 10, kind: 'discuss' as const, presenter: '科员', audience: null }],
  audience: { posts: ['social_worker' as const], committees },
  when: {
    kind: 'window' as const,
    earliest: addDays(officeDay(), 3),
    latest: addDays(officeDay(), 10),
    part: 'any' as const,
  },
  mode: 'video' as const,
  place: '二楼',
});

/** Signs somebody in and says which session that is. */
const sessionOf = async ({ anonymous }: Office, username: string): Promise<string> => {
  const signedIn = await anonymous.raw('POST', '/api/session', {
    body: JSON.stringify({ username, password: word }),
    headers: { 'content-type': 'application/json' },
  });
  const [cookie = ''] = signedIn.headers.getSetCookie().map((one) => one.split(';')[0]);
  const answer = await anonymous.raw('GET', '/api/account/sessions', { headers: { cookie } });
  const [session] = (await answer.json()) as { id: string }[];
  return session?.id ?? '';
};

/** The committee's month of a ledger, signed by its head; two sides may share one ledger. */
const signMonth = async (office: Office, code: string, other: boolean, ledger: string): Promise<string> => {
  const head = await office.as('committee_head', { committee: code, other });
  const params = { id: ledger };
  const [before] = await head.call(listLedgerIssues, { params, query: {} });
  return before?.id ?? (await head.call(issueLedger, { params, body: { month: officeMonth() } })).id;
};

/** A form of two columns, as its department's clerk brings it in. */
const bringForm = async (office: Office, department: string, other: boolean): Promise<string> => {
  const clerk = await office.as('department_clerk', { department, other });
  const body = new Blob(['姓名,走访日期\n王秀英,2026.3.1\n李桂芳,2026.3.2\n']);
  return (await clerk.call(uploadLedgerForm, { body } as never)).id;
};

/** What a committee keeps in its registers apart from residents, as its head puts it in. */
const keepRegisters = async (office: Office, code: string, other: boolean, resident: string) => {
  const head = await office.as('committee_head', { committee: code, other });
  const household = await head.call(addHousehold, {
    body: { building: '3', room: '502', members: [{ resident, relation: '0' }] },
  });
  const place = await head.call(addPlace, {
    body: { register: 'premises', values: { 'place.name': '小店', 'place.use': '沿街商铺' } },
  });
  const twice = await Promise.all(
    ['701', '702'].map((room) =>
      head.call(addResident, {
        body: { values: { 'person.name': '赵重', 'place.room': room }, anyway: true },
      }),
    ),
  );
  const [keep = '', gone = ''] = twice.map(({ id }) => id);
  const { merge } = await head.call(mergeResidents, {
    body: { keep, keepRevision: 1, other: gone, otherRevision: 1 },
  });
  return { household: household.id, place: place.id, merge };
};

/** What the modules themselves keep of one subdistrict, put in through their own services. */
const plantThings = async (
  office: Office,
  ids: OfficeIds,
  code: string,
  departmentCode: string,
  importId: string,
  ledgers: ReadonlyMap<string, string>,
): Promise<Things> => {
  const { platform, app } = office;
  const { organisation, registers, records, meetings, identity } = app.modules;
  const who = systemActor(ids.subdistrict);
  const committee = ids.committees[code] ?? '';
  const usernames = [`sample-${randomUUID().slice(0, 8)}`, `sample-${randomUUID().slice(0, 8)}`] as const;
  const [account = '', neighbour = ''] = await identity.seedAccounts(
    ids.subdistrict,
    usernames.map((username) => ({ name: '赵样', username, roles: ['committee_member'], committee })),
    word,
  );
  const session = await sessionOf(office, usernames[1]);
  const things = await platform.db.transaction(who, async (tx) => {
    const cadres = await organisation.cadres(tx, { committee, posts: ['social_worker'] });
    const person = {
      name: '王秀英',
      sex: '2',
      birth: '1940-03-05',
      building: '3',
      room: '502',
      attributes: { 'person.living': 'alone', 'person.chronic': ['hypertension'] },
      sealed: {},
    };
    const [resident = '', newcomer = ''] = await registers.plant(tx, who, committee, [person, person]);
    const [record = ''] = await records.plant(tx, who, [
      {
        committee,
        activity: 'home_visit',
        subject: resident,
        occurredOn: officeDay(),
        values: pressure,
        author: account,
        authorName: '赵样',
      },
    ]);
    const key = randomUUID();
    const department = ids.departments[departmentCode] ?? '';
    const requestedAt = new Date().toISOString();
    const asked = { department, draft: requestDraft([committee]), requestedAt, sitting: null };
    const startsAt = instantAt(addDays(officeDay(), 5), hours[departmentCode] ?? '09:00');
    const sittings = await meetings.plant(tx, who, {
      requests: [
        { ...asked, sitting: key },
        { ...asked, state: 'waiting' },
        { ...asked, state: 'approved' },
      ],
      sittings: [{ key, title: '例会', startsAt, mode: 'video', place: '二楼', state: 'arranged' }],
    });
    const screen = randomUUID();
    await tx
      .insertInto('venue_screen')
      .values({
        subdistrict_id: ids.subdistrict,
        id: screen,
        committee_id: committee,
        secret_hash: Buffer.alloc(32),
        name: 'Chrome · Windows',
        paired_at: requestedAt,
        paired_by: account,
        seen_at: requestedAt,
      })
      .execute();
    const named = randomUUID();
    const state = { subdistrict_id: ids.subdistrict, sitting_id: sittings.get(key) ?? '' };
    await tx
      .insertInto('venue_state')
      .values({ ...state, rev: 1, control_rev: 1, phase: 'waiting', programme: 'hall', layout: 'questioner' })
      .execute();
    await tx
      .insertInto('venue_person')
      .values({
        ...state,
        id: named,
        venue: committee,
        name: '钱样',
        standing: 'owners',
        source: 'branch',
        at: requestedAt,
        by_name: '赵样',
      })
      .execute();
    const requests = await tx
      .selectFrom('meeting_request')
      .select(['id', 'state'])
      .where('department_id', '=', department)
      .execute();
    const requestIn = (state: string) => requests.find((one) => one.state === state)?.id ?? '';
    return {
      committee,
      department,
      cadre: cadres[0]?.id ?? '',
      colleague: cadres[1]?.id ?? '',
      account,
      neighbour,
      session,
      import: importId,
      resident,
      record,
      newcomer,
      request: requestIn('waiting'),
      ready: requestIn('approved'),
      sitting: sittings.get(key) ?? '',
      screen,
      named,
      ledger: ledgers.get(ledgerOf[departmentCode] ?? '') ?? '',
      // One summary is declared: it stands for both departments' here.
      summary: ledgers.get('pressure-summary') ?? '',
    };
  });
  const files = await plantVenueFiles(office, ids.subdistrict, things.sitting);
  const other = ids === office.otherIds;
  const issue = await signMonth(office, code, other, things.ledger);
  const form = await bringForm(office, departmentCode, other);
  return { ...things, ...files, issue, form, ...(await keepRegisters(office, code, other, things.resident)) };
};

const declareLedgers = (
  { platform, app }: Office,
  { subdistrict }: OfficeIds,
): Promise<ReadonlyMap<string, string>> =>
  platform.db.transaction({ subdistrict }, (tx) => app.modules.ledgers.declare(tx, { subdistrict }));

const importOf = async (office: Office, other: boolean): Promise<string> => {
  const administrator = await office.as('administrator', { other });
  const template = await administrator.file(downloadOrganisationTemplate);
  const preview = await administrator.call(previewOrganisationImport, { body: template } as never);
  return (preview as { id: string }).id;
};

/** The same kinds of things, none of which is there. */
const absentLike = (things: Things): Things =>
  Object.fromEntries(Object.keys(things).map((name) => [name, randomUUID()])) as unknown as Things;

export interface Samples {
  readonly own: Readonly<Record<Side, Things>>;
  readonly other: Things;
  readonly foreign: Things;
  readonly absent: Things;
}

/** One of everything of one's own, of another committee and department, of another subdistrict, and of nobody. */
export const plantSamples = async (office: Office): Promise<Samples> => {
  const ledgers = await declareLedgers(office, office.ids);
  const theirs = await declareLedgers(office, office.otherIds);
  const plant = async (
    ids: OfficeIds,
    code: string,
    department: string,
    known: ReadonlyMap<string, string>,
  ) => plantThings(office, ids, code, department, await importOf(office, ids === office.otherIds), known);
  const committee = await plant(office.ids, 'c01', 'civil', ledgers);
  return {
    own: {
      committee,
      self: await plant(office.ids, 'c01', 'self', ledgers),
      party: await plant(office.ids, 'c01', 'party', ledgers),
    },
    other: await plant(office.ids, 'c02', 'health', ledgers),
    foreign: await plant(office.otherIds, 'c01', 'civil', theirs),
    absent: absentLike(committee),
  };
};
