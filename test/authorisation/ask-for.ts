import { randomUUID } from 'node:crypto';
import { addDays, instantAt, officeDay, officeMonth } from '#platform/calendar/calendar.ts';
import { pressure, requestDraft, type Things } from './samples.ts';

export interface Asked {
  readonly params?: Record<string, unknown>;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
}

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

const twoHeads = (...residents: string[]) => residents.map((resident) => ({ resident, relation: '0' }));

const lineNow = { ms: 20, lossDown: 0, lossUp: 0, way: 'udp', sends: '320×180', gets: null };

const checked = {
  parts: {
    https: 'good',
    camera: 'good',
    microphone: 'good',
    loudspeaker: 'good',
    network: 'good',
    media: 'good',
  },
  ms: 20,
  media: 'udp',
};

const live = (topic: string): Asked => ({ query: { topics: topic } });

/**
 * How to ask for one of these things, by the rows of `matrix.ts`; what names nothing needs no entry. A row
 * `operation?what` asks for one's own thing, naming there something of the scope.
 */
/** The smallest form a department can design. */
const plainForm = {
  grain: 'event',
  activities: ['home_visit'],
  condition: null,
  columns: [{ key: 'no', path: ['序号'], shows: { serial: true }, width: { mm: 10 } }],
  layout: {
    title: '登记表',
    paper: 'A4',
    orientation: 'portrait',
    rowsPerPage: 20,
    meta: { left: [], right: [] },
    footer: [],
  },
};

/** Fewer columns than any form has. */
const formAsLedger = {
  columns: [{ as: 'serial' }],
  about: {
    name: '登记表',
    activity: 'home_visit',
    grain: 'event',
    period: 'month',
    level: 'subdistrict',
    frequency: 'month',
    legalBasis: '',
    committee: null,
    asOf: officeDay(),
  },
};

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
  searchRegisters: () => ({ body: { text: '王' } }),
  listGuardedResidents: () => ({ body: { tag: 'hypertension', reason: 'check' } }),
  addResident: () => ({ body: { values: { 'person.name': `周${randomUUID().replace(/[\d-]/g, '')}` } } }),
  changeResident: ({ resident }) => ({
    params: { id: resident },
    body: { revision: 99, values: { 'place.room': '501' } },
  }),
  leaveResident: ({ resident }) => ({
    params: { id: resident },
    body: { revision: 99, on: '2026-01-01', for: 'moved' },
  }),
  returnResident: ({ resident }) => ({ params: { id: resident }, body: { revision: 99 } }),
  tagResident: ({ resident }) => ({ params: { id: resident }, body: { revision: 99, tags: ['volunteer'] } }),
  sayDistinct: ({ resident, newcomer }) => ({ body: { one: resident, other: newcomer } }),
  mergeResidents: ({ resident, newcomer }) => ({
    body: { keep: resident, keepRevision: 99, other: newcomer, otherRevision: 99 },
  }),
  undoResidentMerge: ({ merge }) => ({ params: { id: merge } }),
  getHousehold: ({ household }) => ({ params: { id: household } }),
  // Two heads: one who may is told so, and nobody moves.
  addHousehold: ({ resident, newcomer }) => ({ body: { members: twoHeads(resident, newcomer) } }),
  changeHousehold: ({ household, resident }) => ({
    params: { id: household },
    body: { revision: 99, members: [{ resident, relation: '0' }] },
  }),
  'changeHousehold?member': ({ resident, newcomer }, { household }) => ({
    params: { id: household },
    body: { revision: 1, members: twoHeads(resident, newcomer) },
  }),
  dissolveHousehold: ({ household }) => ({ params: { id: household }, body: { revision: 99 } }),
  importHouseholds: () => ({ query: { digest: 'x' } }),
  listPlaces: () => ({ query: { register: 'premises' } }),
  getPlace: ({ place }) => ({ params: { id: place } }),
  openPlace: ({ place }) => ({ params: { id: place }, body: { reason: 'visit' } }),
  addPlace: () => ({
    body: { register: 'premises', values: { 'place.name': '小店', 'place.use': '沿街商铺' } },
  }),
  changePlace: ({ place }) => ({
    params: { id: place },
    body: { revision: 99, values: { 'place.note': '试' } },
  }),
  closePlace: ({ place }) => ({ params: { id: place }, body: { revision: 99 } }),
  previewPlaceImport: () => ({ query: { register: 'premises' } }),
  importPlaces: () => ({ query: { register: 'premises', digest: 'x' } }),
  placeImportTemplate: () => ({ query: { register: 'organisation' } }),
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
  checkSmallMeeting: ({ account }) => ({ body: { people: [account] } }),
  callSmallMeeting: ({ account }) => ({ body: { people: [account] } }),
  showSmallMeeting: ({ sitting }) => ({ params: { id: sitting } }),
  issueSmallMeetingTicket: ({ sitting }) => ({ params: { id: sitting }, body: { device: randomUUID() } }),
  leaveSmallMeeting: ({ sitting }) => ({ params: { id: sitting } }),
  endSmallMeeting: ({ sitting }) => ({ params: { id: sitting } }),
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
  reportHallVoice: ({ sitting }) => ({ params: { id: sitting } }),
  readVenueLog: ({ sitting }) => ({ params: { id: sitting } }),
  listVenueDocuments: ({ sitting }) => ({ params: { id: sitting } }),
  addVenueDocument: ({ sitting }) => ({
    params: { id: sitting },
    body: { title: '材料', item: null, pages: 1 },
  }),
  readDocumentPage: ({ sitting, document }) => ({ params: { id: sitting, document, page: 1 } }),
  readDocumentPageAsScreen: ({ sitting, document }) => ({ params: { id: sitting, document, page: 1 } }),
  putDocumentPage: ({ sitting, document }) => ({ params: { id: sitting, document, page: 1 } }),
  removeVenueDocument: ({ sitting, document }) => ({ params: { id: sitting, document } }),
  listRecordings: ({ sitting }) => ({ params: { id: sitting } }),
  chooseRecording: ({ sitting }) => ({ params: { id: sitting }, body: { allowed: true } }),
  openRecording: ({ recording }) => ({ params: { id: recording } }),
  playRecording: ({ recording }) => ({ params: { id: recording, part: 1 }, query: { viewing: '1.none' } }),
  deleteRecording: ({ recording }) => ({ params: { id: recording }, body: { reason: '试录' } }),
  issueCheckTicket: ({ sitting }) => ({ params: { id: sitting } }),
  issueCheckTicketAsScreen: ({ sitting }) => ({ params: { id: sitting } }),
  reportCheck: ({ sitting }) => ({ params: { id: sitting }, body: checked }),
  reportCheckAsScreen: ({ sitting }) => ({ params: { id: sitting }, body: checked }),
  readChecks: ({ sitting }) => ({ params: { id: sitting } }),
  reportLine: ({ sitting }) => ({ params: { id: sitting }, body: lineNow }),
  reportLineAsScreen: ({ sitting }) => ({ params: { id: sitting }, body: lineNow }),
  readLines: ({ sitting }) => ({ params: { id: sitting } }),
  readRoll: ({ sitting }) => ({ params: { id: sitting } }),
  correctRoll: ({ sitting, committee }) => ({
    params: { id: sitting, venue: committee },
    body: { what: 'count', people: 7, reason: '数错' },
  }),
  readOwnRoll: ({ sitting }) => ({ params: { id: sitting } }),
  readOwnRollAsScreen: ({ sitting }) => ({ params: { id: sitting } }),
  nameVenuePerson: ({ sitting }) => ({
    params: { id: sitting },
    body: { name: `赵${randomUUID().slice(0, 6)}`, standing: 'volunteer' },
  }),
  nameVenuePersonAsScreen: ({ sitting }) => ({
    params: { id: sitting },
    body: { name: '赵样', standing: 'volunteer' },
  }),
  unnameVenuePerson: ({ sitting, named }) => ({ params: { id: sitting, person: named } }),
  unnameVenuePersonAsScreen: ({ sitting, named }) => ({ params: { id: sitting, person: named } }),
  openVenueSignIn: () => ({ body: { code: '12345 67890' } }),
  signInAtVenue: () => ({ body: { code: '12345 67890', name: '赵样', standing: 'volunteer' } }),
  makePairingCode: ({ committee }) => ({ body: { committee } }),
  revokeVenueScreen: ({ screen }) => ({ params: { id: screen } }),
  pairScreen: () => ({ body: { code: '12345 67890' } }),
  readVenuesAsScreen: ({ sitting }) => ({ params: { id: sitting } }),
  issueScreenTicket: ({ sitting }) => ({ params: { id: sitting }, body: { device: randomUUID() } }),
  actAsScreen: ({ sitting }) => ({ params: { id: sitting }, body: { act: 'raise' } }),
  reportHeadCountAsScreen: ({ sitting }) => ({ params: { id: sitting }, body: { people: 7 } }),
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
  listRecordPictures: ({ record }) => ({ params: { id: record } }),
  addRecordPicture: ({ record }) => ({ params: { id: record }, body: new Uint8Array([1]) }),
  showRecordPicture: ({ record }) => ({ params: { id: record, picture: randomUUID() } }),
  sendOutbox: () => ({
    body: { entries: [{ clientId: randomUUID(), key: 'AAAA', iv: 'AAAA', box: 'AAAA' }] },
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
  countLedgerRows: ({ ledger }) => ({ params: { id: ledger }, body: month() }),
  filterLedger: ({ ledger }) => ({
    params: { id: ledger },
    body: { ...month(), filters: [{ column: 'name', is: 'filled', value: null }] },
  }),
  listLedgerIssues: ({ ledger }) => ({ params: { id: ledger }, query: {} }),
  // A month long gone: nothing the other calls do changes it.
  issueLedger: ({ ledger }) => ({ params: { id: ledger }, body: { month: '2025-01' } }),
  compareLedgerIssue: ({ issue }) => ({ params: { id: issue } }),
  takeIssueFile: ({ issue }) => ({ params: { id: issue }, body: { kind: 'pdf', purpose: 'filing' } }),
  getLedgerDesign: ({ ledger }) => ({ params: { id: ledger } }),
  saveLedgerDesign: ({ ledger }) => ({ params: { id: ledger }, body: { seen: 99, definition: plainForm } }),
  previewLedgerDesign: () => ({ body: { definition: plainForm, month: officeMonth() } }),
  declareLedger: () => ({
    body: { name: '便民登记', level: 'subdistrict', frequency: 'month', definition: plainForm },
  }),
  getLedgerForm: ({ form }) => ({ params: { id: form } }),
  // Sheets, columns and states that no form here has, so that the samples stay as they are for the next role.
  chooseLedgerFormSheet: ({ form }) => ({ params: { id: form }, body: { sheet: 999 } }),
  draftLedgerForm: ({ form }) => ({ params: { id: form }, body: formAsLedger }),
  declareLedgerForm: ({ form }) => ({ params: { id: form }, body: formAsLedger }),
  listLedgerFormRows: ({ form }) => ({ params: { id: form } }),
  decideLedgerFormRows: ({ form }) => ({ params: { id: form }, body: { rows: [], all: [] } }),
  writeLedgerForm: ({ form }) => ({ params: { id: form } }),
  undoLedgerForm: ({ form }) => ({ params: { id: form }, body: { reason: '试一试' } }),
  compareLedgerForm: ({ form }) => ({ params: { id: form } }),
  startLedgerExport: ({ ledger }) => ({
    body: { kind: 'ledger', ledger, as: 'csv', month: '2025-01', purpose: 'filing' },
  }),
  takeLedgerExport: ({ issue }) => ({ params: { id: issue } }),
  cancelLedgerExport: ({ issue }) => ({ params: { id: issue } }),
  listLedgerTemplates: ({ ledger }) => ({ params: { id: ledger } }),
  addLedgerTemplate: ({ ledger }) => ({ params: { id: ledger }, body: new Uint8Array([1]) }),
  confirmLedgerTemplate: ({ issue }) => ({ params: { id: issue }, body: { columns: [], lines: [] } }),
  removeLedgerTemplate: ({ issue }) => ({ params: { id: issue } }),
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
