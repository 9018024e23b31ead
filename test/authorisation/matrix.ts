import type { Role } from '../../modules/identity/domain/permissions.ts';

/**
 * Who may call each operation, reviewed by eye; `matrix.api.test.ts` asserts every cell on the real product.
 * A row `operation?what` is about something named beside the address: in the query, the body, a live topic.
 *
 * Own is what belongs to somebody's committee or department; other, to another one of the same subdistrict;
 * for who sits in neither (party-government office, leader, operator, administrator, auditor) both are other
 * people's. Nobody ever reaches another subdistrict's: that looks as if it did not exist.
 */
export type Row =
  /** Anybody, signed in or not. */
  | { readonly kind: 'public' }
  /** These roles; there is nothing in it that belongs to somebody else. */
  | { readonly kind: 'role'; readonly roles: readonly Role[] }
  /** The thing is the one asked for: who may not have it is told that it is forbidden or not there. */
  | { readonly kind: 'scoped'; readonly own: readonly Role[]; readonly other: readonly Role[] }
  /** The thing narrows the answer or is part of what is sent: who may not have it is answered as if it were not there. */
  | { readonly kind: 'named'; readonly own: readonly Role[]; readonly other: readonly Role[] };

const nobody: readonly Role[] = [];
const committee = ['committee_member', 'committee_head'] as const;
const department = ['department_clerk', 'department_head'] as const;
const office = ['self_governance', 'party_building', 'party_government'] as const;
const leader = ['main_leader'] as const;
const operator = ['hall_operator'] as const;
const administrator = ['administrator'] as const;
const auditor = ['auditor'] as const;
const arrangers = ['self_governance', 'party_government'] as const;
const everybody = [
  ...committee,
  ...department,
  ...office,
  ...leader,
  ...operator,
  ...administrator,
  ...auditor,
];
const watchers = [...operator, 'self_governance', ...leader] as const;
/** Who looks after the fixed screens. */
const pairers = [...operator, ...administrator] as const;
/** Who has a department of their own. */
const deskPeople = [...department, 'self_governance', 'party_building'] as const;
/** Who may ask colleagues to meet at once. */
const callers = ['committee_head', ...department, ...office, ...leader] as const;
/** All but those who look after the system and its audit. */
const meetingPeople = [...committee, ...department, ...office, ...leader, ...operator];

const open: Row = { kind: 'public' };
const by = (roles: readonly Role[]): Row => ({ kind: 'role', roles });
const scoped = (own: readonly Role[], other: readonly Role[]): Row => ({ kind: 'scoped', own, other });
const named = (own: readonly Role[], other: readonly Role[]): Row => ({ kind: 'named', own, other });

export const matrix: Readonly<Record<string, Row>> = {
  // Organisation: names and posts are known to all; only the administrator changes them.
  getOrganisation: by(everybody),
  listCommittees: by(everybody),
  listDepartments: by(everybody),
  listCadres: by(everybody),
  'listCadres?committee': named(everybody, everybody),
  'listCadres?department': named(everybody, everybody),
  // A colleague's office phone, on record in the audit.
  openCadrePhone: scoped(everybody, everybody),
  updateCommittee: scoped(administrator, administrator),
  previewOrganisationImport: by(administrator),
  applyOrganisationImport: scoped(administrator, administrator),
  downloadOrganisationTemplate: by(administrator),
  getOfficeYear: by(everybody),
  enterOfficeYear: by(['administrator', 'self_governance']),

  // Identity: signing in is everybody's; one's own account one's own; accounts the administrator's.
  getSignInOptions: open,
  signIn: open,
  verifySecondFactor: open,
  startPasskeySignIn: open,
  signInByPasskey: open,
  openLink: open,
  claimLink: open,
  claimFirstAdministrator: open,
  getSession: by(everybody),
  signOut: by(everybody),
  setPreferences: by(everybody),
  changePassword: by(everybody),
  listSessions: by(everybody),
  endSession: by(everybody),
  startTotp: by(everybody),
  confirmTotp: by(everybody),
  removeTotp: by(everybody),
  listPasskeys: by(everybody),
  startPasskey: by(everybody),
  addPasskey: by(everybody),
  removePasskey: by(everybody),
  openLive: by(everybody),
  // Another person's session looks absent, even to a colleague.
  'endSession?anotherPerson': scoped(nobody, nobody),
  // Each listens to the own committee's, department's, account's news and to sittings they may see.
  'openLive?committee': scoped(committee, nobody),
  'openLive?department': scoped(deskPeople, nobody),
  'openLive?account': scoped(nobody, nobody),
  'openLive?among': scoped(nobody, nobody),
  'openLive?sitting': scoped(meetingPeople, [...department, ...office, ...leader, ...operator]),
  listAccounts: by(administrator),
  addAccount: named(administrator, administrator),
  updateAccount: scoped(administrator, administrator),
  'updateAccount?committee': named(administrator, administrator),
  'updateAccount?cadre': named(administrator, administrator),
  disableAccount: scoped(administrator, administrator),
  enableAccount: scoped(administrator, administrator),
  resetAccount: scoped(administrator, administrator),
  listAuditEntries: by(auditor),

  // Registers: a committee's residents are its own cadres' and nobody else's, not even the office's.
  listResidents: by(committee),
  searchResidents: by(committee),
  getResident: scoped(committee, nobody),
  openResident: scoped(committee, nobody),
  previewResidentImport: by(['committee_head']),
  importResidents: by(['committee_head']),
  residentImportTemplate: by(['committee_head']),
  searchRegisters: by(committee),
  // Who carries a mark on health or hardship: for a reason, on record in the audit.
  listGuardedResidents: by(committee),
  addResident: by(committee),
  changeResident: scoped(committee, nobody),
  tagResident: scoped(committee, nobody),
  leaveResident: scoped(committee, nobody),
  returnResident: scoped(committee, nobody),
  listDuplicates: by(['committee_head']),
  sayDistinct: scoped(['committee_head'], nobody),
  mergeResidents: scoped(['committee_head'], nobody),
  undoResidentMerge: scoped(['committee_head'], nobody),
  listHouseholds: by(committee),
  getHousehold: scoped(committee, nobody),
  addHousehold: scoped(committee, nobody),
  changeHousehold: scoped(committee, nobody),
  'changeHousehold?member': scoped(committee, nobody),
  dissolveHousehold: scoped(committee, nobody),
  formHouseholds: by(['committee_head']),
  previewHouseholdImport: by(['committee_head']),
  importHouseholds: by(['committee_head']),
  householdImportTemplate: by(['committee_head']),
  listPlaces: by(committee),
  getPlace: scoped(committee, nobody),
  openPlace: scoped(committee, nobody),
  addPlace: by(committee),
  changePlace: scoped(committee, nobody),
  closePlace: scoped(committee, nobody),
  previewPlaceImport: by(['committee_head']),
  importPlaces: by(['committee_head']),
  placeImportTemplate: by(['committee_head']),

  // Meetings: a request is its department's, the arrangers' and the leader's to see. A sitting's agenda is
  // open to all departments (they may ride along); a committee sees those it is called to.
  listAudienceChoices: by([...department, ...office]),
  countAudience: named([...department, ...office], [...department, ...office]),
  checkMeetingRequest: named([...department, ...office], [...department, ...office]),
  requestMeeting: named([...department, ...office], [...department, ...office]),
  listMeetingRequests: by(meetingPeople),
  showMeetingRequest: scoped([...deskPeople, 'party_government', ...leader], [...arrangers, ...leader]),
  withdrawMeetingRequest: scoped(deskPeople, nobody),
  decideMeetingRequest: scoped(leader, leader),
  checkArrangement: named(arrangers, arrangers),
  arrangeSitting: named(arrangers, arrangers),
  listSittings: by(meetingPeople),
  showSitting: scoped(meetingPeople, [...department, ...office, ...leader, ...operator]),
  moveSitting: scoped(arrangers, arrangers),
  cancelSitting: scoped(arrangers, arrangers),
  startSitting: scoped(arrangers, arrangers),
  endSitting: scoped(arrangers, arrangers),
  // Each cadre for themselves; a head for everybody of the committee.
  replyToInvitation: scoped(committee, nobody),
  'replyToInvitation?colleague': scoped(['committee_head'], nobody),
  showTodayMeetings: by(meetingPeople),
  listConveningRules: by(meetingPeople),
  amendConveningRule: by(arrangers),

  // Venues: a branch acts for its own committee and sees only meetings it is called to; a department looks
  // in where its items are on the agenda.
  readVenues: scoped([...committee, ...deskPeople, ...leader, ...operator], watchers),
  issueBranchTicket: scoped(committee, nobody),
  actAsBranch: scoped(committee, nobody),
  reportHeadCount: scoped(committee, nobody),
  issueHallTicket: scoped(operator, operator),
  issueWallTicket: scoped(watchers, watchers),
  issueConsoleTicket: scoped(operator, operator),
  controlVenues: scoped(operator, operator),
  reportHallVoice: scoped(operator, operator),
  readVenueLog: scoped(watchers, watchers),
  // Documents are brought by the hall's people and by whose items are on the agenda; a branch sees what is shown.
  listVenueDocuments: scoped([...deskPeople, ...operator], [...operator, 'self_governance']),
  addVenueDocument: scoped([...deskPeople, ...operator], [...operator, 'self_governance']),
  readDocumentPage: scoped([...committee, ...deskPeople, ...leader, ...operator], watchers),
  readDocumentPageAsScreen: open,
  putDocumentPage: scoped([...deskPeople, ...operator], [...operator, 'self_governance']),
  removeVenueDocument: scoped([...deskPeople, ...operator], [...operator, 'self_governance']),
  // What was recorded: whose items were on the agenda, the hall's people, the leader; never a venue.
  listRecordings: scoped([...deskPeople, ...leader, ...operator], watchers),
  chooseRecording: scoped([...deskPeople, ...leader, ...operator], watchers),
  openRecording: scoped([...deskPeople, ...leader, ...operator], watchers),
  playRecording: scoped([...deskPeople, ...leader, ...operator], watchers),
  deleteRecording: scoped([...deskPeople, ...leader, ...operator], watchers),
  issueCheckTicket: scoped(committee, nobody),
  reportCheck: scoped(committee, nobody),
  readChecks: scoped(watchers, watchers),
  reportLine: scoped(committee, nobody),
  reportLineAsScreen: open,
  readLines: scoped(watchers, watchers),
  issueCheckTicketAsScreen: open,
  reportCheckAsScreen: open,
  // Names of who sits in a venue: the venue's own, and those who run the hall.
  readRoll: scoped(watchers, watchers),
  correctRoll: scoped(operator, operator),
  readOwnRoll: scoped(committee, nobody),
  nameVenuePerson: scoped(committee, nobody),
  unnameVenuePerson: scoped(committee, nobody),
  readOwnRollAsScreen: open,
  nameVenuePersonAsScreen: open,
  unnameVenuePersonAsScreen: open,
  // By the code the venue shows.
  openVenueSignIn: open,
  signInAtVenue: open,
  // A committee's fixed screen is paired by a code; then its credential stands where an account would, and what
  // it may do is shown in `modules/venues/server/screens.api.test.ts`.
  listVenueScreens: by(pairers),
  makePairingCode: named(pairers, pairers),
  revokeVenueScreen: scoped(pairers, pairers),
  pairScreen: open,
  readScreen: open,
  listenAsScreen: open,
  readVenuesAsScreen: open,
  issueScreenTicket: open,
  actAsScreen: open,
  reportHeadCountAsScreen: open,
  // Small meetings: whom one may ask is asked about whom one names; a meeting is theirs who were asked to it.
  listSmallMeetings: by(meetingPeople),
  listSmallMeetingChoices: by(callers),
  // The accounts here are of no cadre, whose time could be counted: only their own committee's head asks them.
  checkSmallMeeting: named(['committee_head'], nobody),
  callSmallMeeting: named(['committee_head'], nobody),
  showSmallMeeting: scoped(nobody, nobody),
  issueSmallMeetingTicket: scoped(nobody, nobody),
  leaveSmallMeeting: scoped(nobody, nobody),
  endSmallMeeting: scoped(nobody, nobody),
  // Signed by the media engine; without a signature it is refused.
  hearMediaEngine: open,

  // Records: entered, corrected and seen by the committee whose resident it is about.
  listElements: by(everybody),
  listActivities: by(everybody),
  getEntryForm: scoped(committee, nobody),
  enterRecord: scoped(committee, nobody),
  recordedToday: by(committee),
  // Sealed by the phone for the account that sends it; nobody else's can be opened.
  listRecordPictures: scoped(committee, nobody),
  addRecordPicture: scoped(committee, nobody),
  // No sample has a picture; shown in the module's own test.
  showRecordPicture: scoped(nobody, nobody),
  getOutboxKey: by(committee),
  sendOutbox: by(committee),
  listRecords: by(committee),
  'listRecords?resident': named(committee, nobody),
  getRecord: scoped(committee, nobody),
  correctRecord: scoped(committee, nobody),
  voidRecord: scoped(committee, nobody),

  // Ledgers: a department keeps its own; a committee sees every ledger, its own rows only. The self-governance
  // office keeps the one summary; the party-building office keeps none here.
  listLedgers: by([...committee, ...department, ...office]),
  getLedgerPage: scoped([...committee, ...department, 'self_governance'], committee),
  countLedgerRows: scoped([...committee, ...department, 'self_governance'], committee),
  filterLedger: scoped([...committee, ...department, 'self_governance'], committee),
  'getLedgerPage?committee': named(
    [...committee, ...department, 'self_governance'],
    [...department, 'self_governance'],
  ),
  openSummaryCell: scoped([...committee, 'self_governance'], [...committee, 'self_governance']),
  'openSummaryCell?committee': named([...committee, 'self_governance'], ['self_governance']),
  // How an act came to stand in a ledger; a summary opens to its acts too.
  getLedgerRow: scoped([...committee, ...department, 'self_governance'], committee),
  'getLedgerRow?record': scoped(
    [...committee, ...department, 'self_governance'],
    [...department, 'self_governance'],
  ),
  previewLedgerPaper: scoped([...committee, ...department, 'self_governance'], committee),
  'previewLedgerPaper?committee': named(
    [...committee, ...department, 'self_governance'],
    [...department, 'self_governance'],
  ),
  exportLedger: scoped([...committee, ...department, 'self_governance'], committee),
  // Signed by the head of the committee whose month it is; read like the ledger itself.
  listLedgerIssues: scoped([...committee, ...department, 'self_governance'], committee),
  issueLedger: scoped(['committee_head'], ['committee_head']),
  compareLedgerIssue: scoped([...committee, ...department, 'self_governance'], nobody),
  takeIssueFile: scoped([...committee, ...department, 'self_governance'], nobody),
  // The department that keeps a ledger designs it and brings its own files; none are among the samples.
  listLedgerTemplates: scoped([...department, 'self_governance'], nobody),
  addLedgerTemplate: scoped([...department, 'self_governance'], nobody),
  confirmLedgerTemplate: scoped(nobody, nobody),
  removeLedgerTemplate: scoped(nobody, nobody),
  getLedgerDesign: scoped([...department, 'self_governance'], nobody),
  saveLedgerDesign: scoped([...department, 'self_governance'], nobody),
  previewLedgerDesign: by(deskPeople),
  declareLedger: by(deskPeople),
  // A department's own forms, brought in: nobody else's, whatever stands in them.
  uploadLedgerForm: by(deskPeople),
  listLedgerForms: by(deskPeople),
  getLedgerForm: scoped(deskPeople, nobody),
  chooseLedgerFormSheet: scoped(deskPeople, nobody),
  draftLedgerForm: scoped(deskPeople, nobody),
  declareLedgerForm: scoped(deskPeople, nobody),
  listLedgerFormRows: scoped(deskPeople, nobody),
  decideLedgerFormRows: scoped(deskPeople, nobody),
  writeLedgerForm: scoped(deskPeople, nobody),
  undoLedgerForm: scoped(deskPeople, nobody),
  compareLedgerForm: scoped(deskPeople, nobody),
  // Only whoever asked has them; nobody's are among the samples.
  listLedgerExports: by([...committee, ...department, ...office]),
  startLedgerExport: named([...committee, ...department, 'self_governance'], committee),
  takeLedgerExport: scoped(nobody, nobody),
  cancelLedgerExport: scoped(nobody, nobody),
  'exportLedger?committee': named(
    [...committee, ...department, 'self_governance'],
    [...department, 'self_governance'],
  ),
};
