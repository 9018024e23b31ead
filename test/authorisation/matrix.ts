import type { Role } from '../../modules/identity/domain/permissions.ts';

/** Who may call one operation, reviewed by eye; `matrix.api.test.ts` asserts every cell on the real product. */
export type Row =
  /** Anybody, signed in or not. */
  | { readonly kind: 'public' }
  /** These roles; there is nothing in it that belongs to somebody else. */
  | { readonly kind: 'role'; readonly roles: readonly Role[] }
  /**
   * These roles for what belongs to their own committee or department, and these for another's of the same
   * subdistrict. Nobody ever reaches another subdistrict's: that looks as if it did not exist.
   */
  | { readonly kind: 'scoped'; readonly own: readonly Role[]; readonly other: readonly Role[] };

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
/** All but those who look after the system and its audit. */
const meetingPeople = [...committee, ...department, ...office, ...leader, ...operator];

const open: Row = { kind: 'public' };
const by = (roles: readonly Role[]): Row => ({ kind: 'role', roles });
const scoped = (own: readonly Role[], other: readonly Role[]): Row => ({ kind: 'scoped', own, other });

export const matrix: Readonly<Record<string, Row>> = {
  // Organisation: names and posts are known to all; only the administrator changes them.
  getOrganisation: by(everybody),
  listCommittees: by(everybody),
  listDepartments: by(everybody),
  listCadres: by(everybody),
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
  listAccounts: by(administrator),
  addAccount: by(administrator),
  updateAccount: scoped(administrator, administrator),
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

  // Meetings: a request is its department's, the arrangers' and the leader's to see. A sitting's agenda is
  // open to all departments (they may ride along); a committee sees those it is called to.
  listAudienceChoices: by([...department, ...office]),
  countAudience: by([...department, ...office]),
  checkMeetingRequest: by([...department, ...office]),
  requestMeeting: by([...department, ...office]),
  listMeetingRequests: by(meetingPeople),
  showMeetingRequest: scoped([...department, ...arrangers, ...leader], [...arrangers, ...leader]),
  withdrawMeetingRequest: scoped(department, nobody),
  decideMeetingRequest: scoped(leader, leader),
  checkArrangement: by(arrangers),
  arrangeSitting: by(arrangers),
  listSittings: by(meetingPeople),
  showSitting: scoped(meetingPeople, [...department, ...office, ...leader, ...operator]),
  moveSitting: scoped(arrangers, arrangers),
  cancelSitting: scoped(arrangers, arrangers),
  startSitting: scoped(arrangers, arrangers),
  endSitting: scoped(arrangers, arrangers),
  replyToInvitation: scoped(committee, nobody),
  showTodayMeetings: by(meetingPeople),
  listConveningRules: by(meetingPeople),
  amendConveningRule: by(arrangers),

  // Venues: a branch acts for its own committee and sees only meetings it is called to; a department looks
  // in where its items are on the agenda.
  readVenues: scoped(
    [...committee, ...department, 'self_governance', ...leader, ...operator],
    ['self_governance', ...leader, ...operator],
  ),
  issueBranchTicket: scoped(committee, nobody),
  actAsBranch: scoped(committee, nobody),
  reportHeadCount: scoped(committee, nobody),
  issueHallTicket: scoped(operator, operator),
  issueWallTicket: scoped(
    ['hall_operator', 'self_governance', 'main_leader'],
    ['hall_operator', 'self_governance', 'main_leader'],
  ),
  issueConsoleTicket: scoped(operator, operator),
  controlVenues: scoped(operator, operator),
  readVenueLog: scoped(
    ['hall_operator', 'self_governance', 'main_leader'],
    ['hall_operator', 'self_governance', 'main_leader'],
  ),
  // Signed by the media engine; without a signature it is refused.
  hearMediaEngine: open,

  // Records: entered, corrected and seen by the committee whose resident it is about.
  listElements: by(everybody),
  listActivities: by(everybody),
  getEntryForm: scoped(committee, nobody),
  enterRecord: scoped(committee, nobody),
  recordedToday: by(committee),
  listRecords: by(committee),
  getRecord: scoped(committee, nobody),
  correctRecord: scoped(committee, nobody),
  voidRecord: scoped(committee, nobody),

  // Ledgers: a department keeps its own; a committee sees every ledger, its own rows only.
  listLedgers: by([...committee, ...department, ...office]),
  getLedgerPage: scoped([...committee, ...department], committee),
  // The one summary declared here is the self-governance office's.
  openSummaryCell: scoped([...committee, 'self_governance'], [...committee, 'self_governance']),
  getLedgerRow: scoped([...committee, ...department], nobody),
  previewLedgerPaper: scoped([...committee, ...department], committee),
  exportLedger: scoped([...committee, ...department], committee),
};
