/**
 * Operations that their people may use and that the matrix never sees succeed: what stands in the way is what
 * was sent or how things stand, never who asks. Each is done for real in its module's own test.
 */
export const neverDone: Readonly<Record<string, readonly string[]>> = {
  // Nothing, or something half, is sent: doing it would change the account that asks.
  addPasskey: ['request.invalid'],
  startPasskey: ['request.invalid'],
  startTotp: ['request.invalid'],
  confirmTotp: ['request.invalid'],
  removeTotp: ['request.invalid'],
  changePassword: ['request.invalid'],
  // One's own account has no such thing.
  endSession: ['request.notFound'],
  removePasskey: ['request.notFound'],
  // Files that are none.
  previewResidentImport: ['registers.columnsMissing'],
  importResidents: ['registers.fileChanged'],
  previewHouseholdImport: ['registers.columnsMissing'],
  importHouseholds: ['registers.fileChanged'],
  previewPlaceImport: ['registers.columnsMissing'],
  importPlaces: ['registers.fileChanged'],
  // An older state is named, so that the samples stay as they are for the next role.
  applyOrganisationImport: ['organisation.importStale'],
  changeResident: ['registers.changedMeanwhile'],
  tagResident: ['registers.changedMeanwhile'],
  leaveResident: ['registers.changedMeanwhile'],
  returnResident: ['registers.changedMeanwhile'],
  mergeResidents: ['registers.changedMeanwhile'],
  changeHousehold: ['registers.changedMeanwhile'],
  dissolveHousehold: ['registers.changedMeanwhile'],
  changePlace: ['registers.changedMeanwhile'],
  closePlace: ['registers.changedMeanwhile'],
  // A household of two heads.
  addHousehold: ['registers.householdWrong'],
  'changeHousehold?member': ['registers.householdWrong'],
  saveLedgerDesign: ['ledgers.designChanged'],
  addLedgerTemplate: ['ledgers.fileUnsupportedFormat'],
  uploadLedgerForm: ['ledgers.formNothing'],
  chooseLedgerFormSheet: ['ledgers.formNothing'],
  declareLedgerForm: ['ledgers.formNeeds'],
  listLedgerFormRows: ['ledgers.formNotDeclared'],
  decideLedgerFormRows: ['ledgers.formNotDeclared'],
  writeLedgerForm: ['ledgers.formNotDeclared'],
  compareLedgerForm: ['ledgers.formNotDeclared'],
  undoLedgerForm: ['ledgers.formSettled'],
  addRecordPicture: ['records.noPicture'],
  correctRecord: ['records.changedMeanwhile'],
  voidRecord: ['records.changedMeanwhile'],
  replyToInvitation: ['meetings.stale'],
  'replyToInvitation?colleague': ['meetings.stale'],
  moveSitting: ['meetings.stale', 'meetings.closed'],
  cancelSitting: ['meetings.stale', 'meetings.closed'],
  arrangeSitting: ['meetings.agendaIncomplete'],
  checkArrangement: ['meetings.agendaIncomplete'],
  // No media engine runs here, and the sitting was ended by a role before.
  issueBranchTicket: ['venues.noVideo'],
  issueHallTicket: ['venues.noVideo'],
  issueCheckTicket: ['venues.noVideo'],
  issueWallTicket: ['venues.noVideo'],
  issueConsoleTicket: ['venues.noVideo'],
  callSmallMeeting: ['venues.noVideo'],
  controlVenues: ['venues.ended'],
  reportHallVoice: ['venues.ended'],
  putDocumentPage: ['venues.notAPicture'],
  removeVenueDocument: ['venues.documentShown'],
  // The proof of having opened it is one's own, and short-lived.
  playRecording: ['venues.viewingOver'],
};
