import type { LogLine } from './outline.ts';

/** What happened besides speaking: recording began or ended, a document was shown, some of its pages. */
export type TraceLine =
  | { readonly kind: 'record'; readonly at: string; readonly on: boolean }
  | { readonly kind: 'document'; readonly at: string; readonly title: string; readonly pages: string };

/** Whether after this line of the log the programme is recorded; null: it says nothing of it. */
const recordsAfter = ({ kind, detail }: LogLine): boolean | null => {
  if (kind === 'record') return true;
  if (kind === 'record-stop' || kind === 'end') return false;
  return kind === 'allow-record' && detail?.allowed === false ? false : null;
};

const recordings = (log: readonly LogLine[], start: string): TraceLine[] => {
  const lines: TraceLine[] = [];
  let on = false;
  for (const line of log) {
    const now: boolean = recordsAfter(line) ?? on;
    // What ran when the sitting began is said at its beginning.
    const at = Date.parse(line.at) < Date.parse(start) ? start : line.at;
    if (now !== on) lines.push({ kind: 'record', at, on: now });
    on = now;
  }
  return lines;
};

/** `1–4`: from the first to the last page that was shown. */
const span = (pages: readonly number[]): string => {
  const [first, last] = [Math.min(...pages), Math.max(...pages)];
  return first === last ? String(first) : `${first}–${last}`;
};

/** One line each time a document stood on the screens, with the pages gone through. */
const documents = (log: readonly LogLine[]): TraceLine[] => {
  const shown: { id: unknown; at: string; title: string; pages: number[] }[] = [];
  let open = false;
  for (const { kind, at, detail } of log) {
    if (kind === 'share' || kind === 'end') open = false;
    if (kind !== 'document') continue;
    const last = shown.at(-1);
    const page = Number(detail?.page ?? 1);
    if (detail?.document == null) open = false;
    else if (open && last?.id === detail.document) last?.pages.push(page);
    else {
      shown.push({ id: detail.document, at, title: String(detail.title ?? ''), pages: [page] });
      open = true;
    }
  }
  return shown.map(({ at, title, pages }) => ({ kind: 'document', at, title, pages: span(pages) }));
};

/**
 * What the minutes say of recording and documents, from the switching log. Documents shown before the start were
 * trying out, like all else.
 * @param start when the sitting began
 */
export const tracesOf = (log: readonly LogLine[], start: string): TraceLine[] =>
  [...recordings(log, start), ...documents(log)].filter(({ at }) => Date.parse(at) >= Date.parse(start));
