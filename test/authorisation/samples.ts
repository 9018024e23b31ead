import { randomUUID } from 'node:crypto';
import { downloadOrganisationTemplate, previewOrganisationImport } from '#modules/organisation/contract';
import { addDays, instantAt, officeDay } from '#platform/calendar/calendar.ts';
import { systemActor } from '#platform/contract/actor.ts';
import type { Office } from '../office.ts';
import type { OfficeIds } from '../office-data.ts';

/** Whose something is, as seen by an account of committee c01, department 民政办 or the office itself. */
export type Scope = 'own' | 'other' | 'foreign' | 'absent';

/** Ids of one set of things that belong together. */
interface Things {
  readonly committee: string;
  readonly cadre: string;
  readonly account: string;
  readonly import: string;
  readonly resident: string;
  readonly record: string;
  readonly request: string;
  readonly sitting: string;
  readonly ledger: string;
  readonly summary: string;
}

export interface Asked {
  readonly params?: Record<string, unknown>;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
}

const pressure = { 'bp.sys': 130, 'bp.dia': 80, 'act.mode': 'home' };

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
  const [account = ''] = await identity.seedAccounts(
    ids.subdistrict,
    [
      {
        name: '赵样',
        username: `sample-${randomUUID().slice(0, 8)}`,
        roles: ['committee_member'],
        committee,
      },
    ],
    'a password nobody uses',
  );
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
    const [resident = ''] = await registers.plant(tx, who, committee, [person]);
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
    const startsAt = instantAt(addDays(officeDay(), 5), code === 'c01' ? '09:00' : '15:00');
    const sittings = await meetings.plant(tx, who, {
      requests: [
        {
          department: ids.departments[departmentCode] ?? '',
          draft: requestDraft([committee]),
          requestedAt: new Date().toISOString(),
          sitting: key,
        },
        {
          department: ids.departments[departmentCode] ?? '',
          draft: requestDraft([committee]),
          requestedAt: new Date().toISOString(),
          sitting: null,
          state: 'waiting',
        },
      ],
      sittings: [{ key, title: '例会', startsAt, mode: 'video', place: '二楼', state: 'arranged' }],
    });
    const [request] = await tx
      .selectFrom('meeting_request')
      .select('id')
      .where('department_id', '=', ids.departments[departmentCode] ?? '')
      .where('state', '=', 'waiting')
      .execute();
    return {
      committee,
      cadre: cadres[0]?.id ?? '',
      account,
      import: importId,
      resident,
      record,
      request: request?.id ?? '',
      sitting: sittings.get(key) ?? '',
      ledger: ledgers.get(departmentCode === 'civil' ? 'alone-visits' : 'hypertension-roster') ?? '',
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

const absentThings = (): Things => {
  const names = [
    'committee',
    'cadre',
    'account',
    'import',
    'resident',
    'record',
    'request',
    'sitting',
    'ledger',
    'summary',
  ];
  return Object.fromEntries(names.map((name) => [name, randomUUID()])) as unknown as Things;
};

/** One of everything of one's own, of another committee and department, of another subdistrict, and of nobody. */
export const plantSamples = async (office: Office): Promise<Readonly<Record<Scope, Things>>> => {
  const ledgers = await declareLedgers(office, office.ids);
  const theirs = await declareLedgers(office, office.otherIds);
  const plant = async (
    ids: OfficeIds,
    code: string,
    department: string,
    known: ReadonlyMap<string, string>,
  ) => plantThings(office, ids, code, department, await importOf(office, ids === office.otherIds), known);
  return {
    own: await plant(office.ids, 'c01', 'civil', ledgers),
    other: await plant(office.ids, 'c02', 'health', ledgers),
    foreign: await plant(office.otherIds, 'c01', 'civil', theirs),
    absent: absentThings(),
  };
};

const month = () => ({ month: officeDay().slice(0, 7) });
const reason = { reason: '试一试', revision: 1 };

/** How to ask for one of these things; what names nothing needs no entry for scopes. */
export const askFor: Readonly<Record<string, (things: Things) => Asked>> = {
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
  addAccount: () => ({ body: {} }),
  updateAccount: ({ account }) => ({
    params: { id: account },
    body: { name: '赵样', roles: ['hall_operator'], committee: null, department: null, cadre: null },
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
  checkArrangement: () => ({ body: {} }),
  arrangeSitting: () => ({ body: {} }),
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
  amendConveningRule: () => ({ body: {} }),
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
  enterRecord: ({ resident }) => ({
    body: {
      clientId: randomUUID(),
      activity: 'home_visit',
      subject: resident,
      occurredOn: officeDay(),
      values: pressure,
    },
  }),
  listRecords: () => ({ query: {} }),
  getRecord: ({ record }) => ({ params: { id: record } }),
  correctRecord: ({ record }) => ({
    params: { id: record },
    body: { revision: 99, occurredOn: officeDay(), values: pressure, reason: '写错' },
  }),
  voidRecord: ({ record }) => ({ params: { id: record }, body: { revision: 99, reason: '写错' } }),
  getLedgerPage: ({ ledger }) => ({ params: { id: ledger }, query: month() }),
  openSummaryCell: ({ summary }) => ({ params: { id: summary, column: 'times' }, query: month() }),
  getLedgerRow: ({ ledger, record }) => ({ params: { id: ledger, record } }),
  previewLedgerPaper: ({ ledger }) => ({ params: { id: ledger }, query: month() }),
  exportLedger: ({ ledger }) => ({
    params: { id: ledger },
    body: { ...month(), as: 'csv', purpose: 'check' },
  }),
};
