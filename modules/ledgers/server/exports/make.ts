import { renderForm } from '#engines/paper';
import type { RecordsService } from '#modules/records/server';
import { officeDay } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import type { ExportFormat } from '../../contract/words.ts';
import { contentsForm, type Listed } from '../../domain/contents.ts';
import { type ExportParts, exportAs } from '../export.ts';
import { findIssues, sha256 } from '../issues/repository.ts';
import { committeeName } from '../ledger-facts.ts';
import type { WordSources } from '../office-words.ts';
import { type Opened, openLedger } from '../reader.ts';
import { rowCount } from '../row-count.ts';
import { streamTraced } from '../row-stream.ts';
import type { SealedFiles } from '../sealed-files.ts';
import { takerOf } from '../signs.ts';
import type { ExportRow } from './repository.ts';
import { type Packed, zip } from './zip.ts';

export interface MakeParts extends ExportParts {
  readonly sources: WordSources;
  readonly store: SealedFiles;
  readonly pictures: RecordsService['pictures'];
  /** Ends the making. */
  readonly signal: AbortSignal;
}

export interface Made {
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer>;
  readonly rows: number;
}

/** From 0 to 1. */
export type Report = (part: number) => void;

interface OneFile extends Packed {
  readonly opened: Opened;
  readonly rows: number;
  readonly pages: number | null;
}

const bytesOf = async (content: Uint8Array | ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> =>
  content instanceof Uint8Array
    ? new Uint8Array(content)
    : new Uint8Array(await new Response(content as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());

/** Months in the name of a file. */
const monthsNamed = ({ month, until }: { month: string; until?: string | null | undefined }): string =>
  until ? `${month}至${until}` : month;

/** What an export asks for, opened as whoever asked would open it. */
const makeOne = async (
  parts: MakeParts,
  who: Actor,
  asked: {
    ledger: string;
    committee: string | undefined;
    month: string;
    until: string | undefined;
    as: ExportFormat;
    own?: boolean;
  },
  report: Report,
): Promise<OneFile> => {
  const [opened, rows] = await parts.db.read(who, async (tx) => {
    const opened = await openLedger(tx, parts.sources, who, asked.ledger, asked);
    return [opened, await rowCount(tx, opened)] as const;
  });
  const { signal } = parts;
  signal.throwIfAborted();
  const task = { who, opened, taker: takerOf(who), signal, report, own: asked.own };
  const reply = await exportAs(asked.as, parts, task);
  const content = await bytesOf(reply.content);
  const place = committeeName(opened.words, opened.scope.committee);
  const name = `${opened.ledger.name}-${place}-${monthsNamed(asked)}.${asked.as}`.replaceAll('/', '／');
  return { name, content, opened, rows, pages: reply.pages ?? null };
};

/** Reports the progress of one of several equal parts as progress of the whole. */
const partOf =
  (report: Report, index: number, count: number): Report =>
  (part) =>
    report((index + part) / count);

const askedOf = (row: ExportRow, ledger: string, committee: string | null, as: ExportFormat) => ({
  ledger,
  committee: committee ?? undefined,
  month: row.month,
  until: row.until ?? undefined,
  as,
  own: row.own,
});

/** A file for each committee, in one archive. */
const makeSplit = async (parts: MakeParts, who: Actor, row: ExportRow, report: Report): Promise<Made> => {
  const committees = await parts.db.read(who, (tx) => parts.sources.organisation.committees(tx));
  const [ledger = ''] = row.ledger_ids;
  const made: OneFile[] = [];
  for (const [index, { id, code }] of committees.entries()) {
    const asked = askedOf(row, ledger, id, row.format as ExportFormat);
    const one = await makeOne(parts, who, asked, partOf(report, index, committees.length));
    made.push({ ...one, name: `${code}-${one.name}` });
  }
  const name = `${made[0]?.opened.ledger.name ?? '台账'}-各居委会-${row.month}.zip`;
  return { name, content: await zip(made), rows: made.reduce((sum, { rows }) => sum + rows, 0) };
};

/** Signed copies of the period, as they were signed. */
const signedCopies = async (
  parts: MakeParts,
  tx: Db,
  row: ExportRow,
  { opened }: OneFile,
  number: string,
): Promise<Packed[]> => {
  const issues = await findIssues(tx, {
    ledger: opened.ledger.id,
    ...(row.committee_id ? { committee: row.committee_id } : {}),
  });
  const copies: Packed[] = [];
  for (const issue of issues.filter(({ month }) => opened.scope.months.includes(month))) {
    const file = issue.files.find(({ kind }) => kind === 'pdf');
    const content = file && (await parts.store.get(file.key));
    if (!content) continue;
    const place = committeeName(opened.words, issue.committee);
    copies.push({
      name: `附件/${number}-签发-${opened.ledger.name}-${place}-${issue.month}-第${issue.number}份.pdf`,
      content,
    });
  }
  return copies;
};

/** Acts whose pictures are looked for: a statement takes no more parameters. */
const mostTraced = 20_000;
/** Pictures of one ledger in a pack: more would be an album nobody looks through. */
const mostPictures = 200;

/** The pictures of a ledger's acts, named by the row they belong to and never by a person. */
const picturesOf = async (
  { db, pictures, signal }: MakeParts,
  who: Actor,
  opened: Opened,
  number: string,
): Promise<Packed[]> => {
  if (opened.ledger.definition.grain === 'summary') return [];
  const found = await db.read(who, async (tx) => {
    const rows: (string | null)[] = [];
    for await (const part of streamTraced(tx, opened.view, [], opened.order))
      rows.push(...part.map(({ record }) => record));
    const places = new Map(rows.flatMap((record, at) => (record ? [[record, at + 1] as const] : [])));
    const refs = await pictures.ofRecords(tx, [...places.keys()].slice(0, mostTraced));
    return refs
      .map(({ record, key }) => ({ row: places.get(record) ?? 0, key }))
      .sort((a, b) => a.row - b.row)
      .slice(0, mostPictures);
  });
  const packed: Packed[] = [];
  let [row, nth] = [0, 0];
  for (const one of found) {
    signal.throwIfAborted();
    [row, nth] = [one.row, one.row === row ? nth + 1 : 1];
    const content = await pictures.content(one.key);
    if (content) packed.push({ name: `附件/${number}-照片-第${row}行-${nth}.jpg`, content });
  }
  return packed;
};

const listed = (
  files: readonly (Packed & { rows?: number; pages?: number | null; period?: string })[],
): Listed[] =>
  files.map(({ name, content, rows, pages, period }) => ({
    name,
    period: period ?? '',
    rows: rows ?? null,
    pages: pages ?? null,
    hash: sha256(content),
  }));

/** The ledgers of a line of work for a period: a table of contents, each on its form, the signed copies. */
const makePack = async (parts: MakeParts, who: Actor, row: ExportRow, report: Report): Promise<Made> => {
  const forms: (OneFile & { period: string })[] = [];
  const attached: Packed[] = [];
  const period = row.until ? `${row.month}—${row.until}` : row.month;
  for (const [index, ledger] of row.ledger_ids.entries()) {
    const asked = askedOf(row, ledger, row.committee_id, 'pdf');
    const one = await makeOne(parts, who, asked, partOf(report, index, row.ledger_ids.length));
    const number = String(index + 1).padStart(2, '0');
    forms.push({ ...one, name: `${number}-${one.name}`, period });
    attached.push(...(await parts.db.read(who, (tx) => signedCopies(parts, tx, row, one, number))));
    if (row.pictures) attached.push(...(await picturesOf(parts, who, one.opened, number)));
  }
  const first = forms[0]?.opened;
  const form = contentsForm({
    title: '迎检材料目录',
    committee: first ? committeeName(first.words, row.committee_id) : '',
    period,
    today: officeDay(),
    by: row.account_name,
    listed: listed([...forms, ...attached]),
  });
  const contents = await renderForm(form, { fontDirs: parts.fontDirs });
  const files = [{ name: '00-目录.pdf', content: contents.pdf }, ...forms, ...attached];
  const rows = forms.reduce((sum, one) => sum + one.rows, 0);
  return {
    name: `迎检包-${monthsNamed(row)}.zip`,
    content: await zip(files),
    rows,
  };
};

/** Makes what a waiting export asks for. */
export const makeExport = async (
  parts: MakeParts,
  who: Actor,
  row: ExportRow,
  report: Report,
): Promise<Made> => {
  if (row.kind === 'pack') return makePack(parts, who, row, report);
  if (row.split) return makeSplit(parts, who, row, report);
  const [ledger = ''] = row.ledger_ids;
  const asked = askedOf(row, ledger, row.committee_id, row.format as ExportFormat);
  const { name, content, rows } = await makeOne(parts, who, asked, report);
  return { name, content: new Uint8Array(content), rows };
};
