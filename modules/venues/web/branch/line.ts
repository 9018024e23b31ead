import { createContext, useContext } from 'react';
import { hearTopics } from '#platform/ui/live-hub.ts';
import {
  actAsBranch,
  issueBranchTicket,
  issueCheckTicket,
  nameVenuePerson,
  readDocumentPage,
  readOwnRoll,
  readVenues,
  reportCheck,
  reportHeadCount,
  reportLine,
  unnameVenuePerson,
} from '../../contract.ts';

/** How a screen reaches its venue at the server: a cadre by the session, a fixed screen by its credential. */
export interface Line {
  readonly view: typeof readVenues;
  readonly ticket: typeof issueBranchTicket;
  readonly act: typeof actAsBranch;
  readonly headCount: typeof reportHeadCount;
  readonly roll: typeof readOwnRoll;
  readonly name: typeof nameVenuePerson;
  readonly unname: typeof unnameVenuePerson;
  readonly checkTicket: typeof issueCheckTicket;
  readonly check: typeof reportCheck;
  readonly report: typeof reportLine;
  readonly page: typeof readDocumentPage;
  /** Hears what is pushed about a sitting, or (`resync`) that something may have been missed. */
  readonly listen: (sitting: string, hear: (data: unknown) => void) => () => void;
}

const bySession: Line = {
  view: readVenues,
  ticket: issueBranchTicket,
  act: actAsBranch,
  headCount: reportHeadCount,
  roll: readOwnRoll,
  name: nameVenuePerson,
  unname: unnameVenuePerson,
  checkTicket: issueCheckTicket,
  check: reportCheck,
  report: reportLine,
  page: readDocumentPage,
  listen: (sitting, hear) => hearTopics([`sitting:${sitting}`], (_topic, data) => hear(data)),
};

export const LineContext = createContext<Line>(bySession);
export const useLine = (): Line => useContext(LineContext);
