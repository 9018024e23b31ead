import { randomUUID } from 'node:crypto';
import { downloadOrganisationTemplate, previewOrganisationImport } from '#modules/organisation/contract';
import { addDays, instantAt, officeDay } from '#platform/calendar/calendar.ts';
import { systemActor } from '#platform/contract/actor.ts';
import type { Office } from '../office.ts';
import type { OfficeIds } from '../office-data.ts';

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
  /** Waits for the main leader. */
  readonly request: string;
  /** Approved, to be arranged. */
  readonly ready: string;
  readonly sitting: string;
  readonly ledger: string;
  readonly summary: string;
}

export interface Asked {
  readonly params?: Record<string, unknown>;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
}

/** Who somebody is, for which things are their own: their committee's, or their department's. */
export type Side = 'committee' | 'self' | 'party';

const word = 'a password for samples';
const pressure = { 'bp.sys': 130, 'bp.dia': 80, 'act.mode': 'home' };

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

const requestDraft = (committees: string[]) => ({
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
  return platform.db.transaction(who, async (tx) => {
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
      ledger: ledgers.get(ledgerOf[departmentCode] ?? '') ?? '',
      // One summary is declared: it stands for both departments' here.
      summary: ledgers.get('pressure-summary') ?? '',
    };
  });
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

const month = () => ({ month: officeDay().slice(0, 7) });
const reason = { reason: '试一试', revision: 1 };

const arrangement = ({ ready }: Things) => ({
  body: {
    title: '例会',
    startsAt: instantAt(addDays(officeDay(), 6), '16:00'),
    mode: 'video',
    place: '',
    requests: [{ id: ready, revision: 1 }],
    // Not the request's item: an arrangement that may be made is refused for its agenda, and nothing is used up.
    order: [randomUUID()],
  },
});

const live = (topic: string): Asked => ({ query: { topics: topic } });

/**
 * How to ask for one of these things, by the rows of `matrix.ts`; what names nothing needs no entry. A row
 * `operation?what` asks for one's own thing, naming there something of the scope.
 */
export const askFor: Readonly<Record<string, (things: Things, own: Things) => Asked>> = {
  openCadrePhone: ({ cadre }) => ({ params: { id: cadre } }),
  updateCommittee: ({ committee }) => ({
    params: { id: committee },
    body: { name: '和安居委会', shortName: '和安居', address: '和安路', travelMinutes: 9 },
  }),
  applyOrganisationImport: (things) => ({ params: { id: things.import } }),
  getOfficeYear: () => ({ params: { year: 2026 } }),
  enterOfficeYear: () => ({ params: { year: 2031 }, body: { days: [] } }),
  signIn: () => ({ body: { username: 'nobody-here', password: 'nothing at all' } }),
  verifySecondFactor: () => ({ body: { kind: 'totp', code: '123456' } }),
  signInByPasskey: () => ({ body: {} }),
  openLink: () => ({ body: { token: 'x'.repeat(43) } }),
  claimLink: () => ({ body: { token: 'x'.repeat(43), password: 'a long enough password' } }),
  claimFirstAdministrator: () => ({ body: {} }),
  setPreferences: () => ({ body: { language: 'zh', elderMode: false } }),
  changePassword: () => ({ body: {} }),
  endSession: () => ({ params: { id: randomUUID() } }),
  startTotp: () => ({ body: {} }),
  confirmTotp: () => ({ body: {} }),
  removeTotp: () => ({ body: {} }),
  startPasskey: () => ({ body: {} }),
  addPasskey: () => ({ body: {} }),
  removePasskey: () => ({ params: { id: randomUUID() } }),
  openLive: () => ({ query: { topics: 'office' } }),
  addAccount: ({ committee }) => ({
    body: {
      name: '赵样',
      username: `new-${randomUUID().slice(0, 8)}`,
      roles: ['committee_member'],
      committeeId: committee,
    },
  }),
  'updateAccount?committee': ({ committee }, { account }) => ({
    params: { id: account },
    body: { name: '赵样', roles: ['committee_member'], committeeId: committee },
  }),
  'updateAccount?cadre': ({ committee, cadre }, { account }) => ({
    params: { id: account },
    body: { name: '赵样', roles: ['committee_member'], committeeId: committee, cadreId: cadre },
  }),
  'listCadres?committee': ({ committee }) => ({ query: { committee } }),
  'listCadres?department': ({ department }) => ({ query: { department } }),
  'endSession?anotherPerson': ({ session }) => ({ params: { id: session } }),
  'openLive?committee': ({ committee }) => live(`committee:${committee}`),
  'openLive?department': ({ department }) => live(`department:${department}`),
  'openLive?account': ({ account }) => live(`account:${account}`),
  'openLive?sitting': ({ sitting }) => live(`sitting:${sitting}`),
  'openLive?among': ({ account }) => live(`office,account:${account}`),
  updateAccount: ({ account }) => ({
    params: { id: account },
    body: { name: '赵样', roles: ['hall_operator'] },
  }),
  disableAccount: ({ account }) => ({ params: { id: account } }),
  enableAccount: ({ account }) => ({ params: { id: account } }),
  resetAccount: ({ account }) => ({ params: { id: account } }),
  listAuditEntries: () => ({ query: {} }),
  searchResidents: () => ({ body: { text: '王' } }),
  getResident: ({ resident }) => ({ params: { id: resident } }),
  openResident: ({ resident }) => ({ params: { id: resident }, body: { reason: 'visit' } }),
  importResidents: () => ({ query: { digest: 'x' } }),
  countAudience: ({ committee }) => ({ body: { posts: ['social_worker'], committees: [committee] } }),
  checkMeetingRequest: ({ committee }) => ({ body: requestDraft([committee]) }),
  requestMeeting: ({ committee }) => ({ body: requestDraft([committee]) }),
  showMeetingRequest: ({ request }) => ({ params: { id: request } }),
  withdrawMeetingRequest: ({ request }) => ({ params: { id: request }, body: reason }),
  decideMeetingRequest: ({ request }) => ({
    params: { id: request },
    body: { ...reason, outcome: 'approved' },
  }),
  checkArrangement: arrangement,
  arrangeSitting: arrangement,
  showSitting: ({ sitting }) => ({ params: { id: sitting } }),
  moveSitting: ({ sitting }) => ({
    params: { id: sitting },
    body: { startsAt: instantAt(addDays(officeDay(), 6), '10:00'), revision: 99 },
  }),
  cancelSitting: ({ sitting }) => ({ params: { id: sitting }, body: { reason: '试', revision: 99 } }),
  startSitting: ({ sitting }) => ({ params: { id: sitting } }),
  endSitting: ({ sitting }) => ({ params: { id: sitting } }),
  replyToInvitation: ({ sitting, cadre }) => ({
    params: { id: sitting, cadre },
    body: { reply: 'coming', standIn: null, revision: 99 },
  }),
  'replyToInvitation?colleague': ({ sitting, colleague }) => ({
    params: { id: sitting, cadre: colleague },
    body: { reply: 'coming', standIn: null, revision: 99 },
  }),
  amendConveningRule: () => ({
    body: {
      code: 'department_quota',
      effectiveFrom: addDays(officeDay(), 40),
      terms: { posts: [], conveners: [], perMonth: 300 },
    },
  }),
  readVenues: ({ sitting }) => ({ params: { id: sitting } }),
  issueBranchTicket: ({ sitting }) => ({
    params: { id: sitting },
    body: { device: randomUUID(), takeOver: true },
  }),
  issueHallTicket: ({ sitting }) => ({
    params: { id: sitting },
    body: { device: randomUUID(), takeOver: true },
  }),
  issueWallTicket: ({ sitting }) => ({ params: { id: sitting } }),
  issueConsoleTicket: ({ sitting }) => ({ params: { id: sitting } }),
  actAsBranch: ({ sitting }) => ({ params: { id: sitting }, body: { act: 'raise' } }),
  reportHeadCount: ({ sitting }) => ({ params: { id: sitting }, body: { people: 7 } }),
  controlVenues: ({ sitting }) => ({ params: { id: sitting }, body: { rev: 1, act: { kind: 'start' } } }),
  readVenueLog: ({ sitting }) => ({ params: { id: sitting } }),
  getEntryForm: ({ resident }) => ({ params: { activity: 'home_visit' }, query: { resident } }),
  enterRecord: ({ newcomer }) => ({
    body: {
      clientId: randomUUID(),
      activity: 'home_visit',
      subject: newcomer,
      occurredOn: officeDay(),
      values: pressure,
    },
  }),
  listRecords: () => ({ query: {} }),
  'listRecords?resident': ({ resident }) => ({ query: { resident } }),
  getRecord: ({ record }) => ({ params: { id: record } }),
  correctRecord: ({ record }) => ({
    params: { id: record },
    body: { revision: 99, occurredOn: officeDay(), values: pressure, reason: '写错' },
  }),
  voidRecord: ({ record }) => ({ params: { id: record }, body: { revision: 99, reason: '写错' } }),
  getLedgerPage: ({ ledger }) => ({ params: { id: ledger }, query: month() }),
  openSummaryCell: ({ summary }) => ({ params: { id: summary, column: 'times' }, query: month() }),
  getLedgerRow: ({ ledger }, { record }) => ({ params: { id: ledger, record } }),
  previewLedgerPaper: ({ ledger }) => ({ params: { id: ledger }, query: month() }),
  exportLedger: ({ ledger }) => ({
    params: { id: ledger },
    body: { ...month(), as: 'csv', purpose: 'work' },
  }),
  'getLedgerPage?committee': ({ committee }, { ledger }) => ({
    params: { id: ledger },
    query: { ...month(), committee },
  }),
  'openSummaryCell?committee': ({ committee }, { summary }) => ({
    params: { id: summary, column: 'times' },
    query: { ...month(), committee },
  }),
  'getLedgerRow?record': ({ record }, { ledger }) => ({ params: { id: ledger, record } }),
  'previewLedgerPaper?committee': ({ committee }, { ledger }) => ({
    params: { id: ledger },
    query: { ...month(), committee },
  }),
  'exportLedger?committee': ({ committee }, { ledger }) => ({
    params: { id: ledger },
    body: { ...month(), committee, as: 'csv', purpose: 'work' },
  }),
};
