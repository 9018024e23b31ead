import { addressOf } from '#platform/contract/call.ts';
import {
  actAsScreen,
  issueCheckTicketAsScreen,
  issueScreenTicket,
  listenAsScreen,
  nameVenuePersonAsScreen,
  readDocumentPageAsScreen,
  readOwnRollAsScreen,
  readVenuesAsScreen,
  reportCheckAsScreen,
  reportHeadCountAsScreen,
  reportLineAsScreen,
  unnameVenuePersonAsScreen,
} from '../../contract.ts';
import type { Line } from '../branch/line.ts';

const retryMs = 3_000;

/** The pushed events of one sitting, opened again for ever; a browser gives up when the server refuses once. */
const listen: Line['listen'] = (sitting, hear) => {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = (again: boolean) => {
    const mine = new EventSource(addressOf(listenAsScreen, { query: { sitting } }));
    source = mine;
    mine.onopen = () => again && hear(null);
    mine.onerror = () => {
      if (mine.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(() => open(true), retryMs);
    };
    mine.addEventListener('resync', () => hear(null));
    mine.addEventListener(`sitting:${sitting}`, (event) =>
      hear(JSON.parse((event as MessageEvent<string>).data)),
    );
  };
  open(false);
  return () => {
    clearTimeout(timer);
    source?.close();
  };
};

export const screenLine: Line = {
  view: readVenuesAsScreen,
  ticket: issueScreenTicket,
  act: actAsScreen,
  headCount: reportHeadCountAsScreen,
  roll: readOwnRollAsScreen,
  name: nameVenuePersonAsScreen,
  unname: unnameVenuePersonAsScreen,
  checkTicket: issueCheckTicketAsScreen,
  check: reportCheckAsScreen,
  report: reportLineAsScreen,
  page: readDocumentPageAsScreen,
  listen,
};
