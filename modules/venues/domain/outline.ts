import type { LogDetail } from './log-detail.ts';
import { type TraceLine, tracesOf } from './outline-traces.ts';

/** A line of the switching log. Times ISO 8601. */
export interface LogLine {
  readonly at: string;
  readonly kind: string;
  readonly venue: string | null;
  readonly item: string | null;
  readonly detail: LogDetail | null;
}

/**
 * What the minutes are written from: who spoke from when to when, what was said to all, how venues voted,
 * what was shown, and whether it was recorded.
 */
export type OutlineLine =
  | TraceLine
  | { readonly kind: 'speech'; readonly at: string; readonly until: string; readonly venue: string }
  | { readonly kind: 'notice'; readonly at: string; readonly venue: string | null; readonly text: string }
  | {
      readonly kind: 'poll';
      readonly at: string;
      readonly question: string;
      readonly results: readonly { readonly choice: string; readonly votes: number }[];
    };

/** One item of the agenda as it really went; the same item taken up again stands again. */
export interface OutlinePart {
  readonly item: string | null;
  readonly from: string;
  readonly until: string;
  readonly lines: readonly OutlineLine[];
}

export interface Outline {
  readonly from: string | null;
  readonly until: string | null;
  readonly parts: readonly OutlinePart[];
}

interface Part {
  item: string | null;
  from: string;
  until: string;
  lines: OutlineLine[];
}

const textIn = (detail: LogDetail | null, name: string): string => String(detail?.[name] ?? '');
const listIn = (detail: LogDetail | null, name: string): unknown[] =>
  Array.isArray(detail?.[name]) ? (detail[name] as unknown[]) : [];

const pollOf = ({ at, detail }: LogLine): OutlineLine => {
  const votes = listIn(detail, 'votes');
  return {
    kind: 'poll',
    at,
    question: textIn(detail, 'question'),
    results: listIn(detail, 'choices').map((choice, place) => ({
      choice: String(choice),
      votes: Number(votes[place] ?? 0),
    })),
  };
};

/** What takes the floor from who has it. */
const endsSpeech = new Set(['finish', 'return', 'grant', 'end']);

/**
 * Turns the switching log into the outline of the minutes. Before the start nothing counts: that was trying
 * out. A speech is its venue's time with the floor, and stands under the item it began in.
 * @param now the end while the sitting still goes on
 */
export const outlineOf = (log: readonly LogLine[], now: string): Outline => {
  const start = log.find(({ kind }) => kind === 'start');
  if (!start) return { from: null, until: null, parts: [] };
  const end = log.findLast(({ kind }) => kind === 'end');
  const until = end?.at ?? now;
  const parts: Part[] = [{ item: start.item, from: start.at, until, lines: [] }];
  let speech: { venue: string; at: string; part: Part } | null = null;
  for (const line of log) {
    if (Date.parse(line.at) < Date.parse(start.at)) continue;
    let part = parts.at(-1) as Part;
    if (endsSpeech.has(line.kind) && speech && line.venue !== (line.kind === 'grant' ? speech.venue : '')) {
      speech.part.lines.push({ kind: 'speech', at: speech.at, until: line.at, venue: speech.venue });
      speech = null;
    }
    if (line.kind === 'item' && line.item !== part.item) {
      part.until = line.at;
      part = { item: line.item, from: line.at, until, lines: [] };
      parts.push(part);
    }
    if (line.kind === 'grant' && line.venue !== null && speech === null)
      speech = { venue: line.venue, at: line.at, part };
    if (line.kind === 'notice' && textIn(line.detail, 'text') !== '')
      part.lines.push({ kind: 'notice', at: line.at, venue: line.venue, text: textIn(line.detail, 'text') });
    if (line.kind === 'poll-close') part.lines.push(pollOf(line));
  }
  if (speech) speech.part.lines.push({ kind: 'speech', at: speech.at, until, venue: speech.venue });
  for (const trace of tracesOf(log, start.at)) {
    const during = parts.findLast(({ from }) => Date.parse(from) <= Date.parse(trace.at));
    during?.lines.push(trace);
  }
  return {
    from: start.at,
    until: end?.at ?? null,
    parts: parts
      .map((part) => ({ ...part, lines: part.lines.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)) }))
      // A tap on the wrong item that was put right at once is no part of the meeting.
      .filter(
        ({ item, lines, from, until: over }) =>
          item !== null || lines.length > 0 || Date.parse(over) - Date.parse(from) >= 60_000,
      ),
  };
};
