import { officeMonth } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { RawReply } from '#platform/http/bind.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import { fileTypes } from '../../contract/words.ts';
import type { IssueDifference, LedgerIssue, Purpose } from '../../contract.ts';
import { compareIssue, type RowDifference } from '../../domain/compare-issue.ts';
import { maskedText } from '../../domain/format.ts';
import { problems } from '../../problems.ts';
import { definitionsOf } from '../definitions.ts';
import { workbookHead } from '../export.ts';
import { committeeName } from '../ledger-facts.ts';
import type { OfficeWords, WordSources } from '../office-words.ts';
import { formOf, printForm } from '../print.ts';
import { type Asked, type Opened, openLedger, scopedView } from '../reader.ts';
import { noteSign } from '../repository.ts';
import { sealedFiles } from '../sealed-files.ts';
import { signOf, takerOf } from '../signs.ts';
import { readWhole, type WholeLedger } from '../whole.ts';
import { workbookOf } from '../workbook.ts';
import * as repository from './repository.ts';
import { sha256 } from './repository.ts';

/** More than a committee ever changes of a month; a longer list helps nobody. */
const mostDifferences = 500;

const issueView = (issue: repository.StoredIssue, words: OfficeWords): LedgerIssue => ({
  id: issue.id,
  ledger: issue.ledger,
  committee: { id: issue.committee, name: committeeName(words, issue.committee) },
  month: issue.month,
  number: issue.number,
  issuedBy: issue.issuedByName,
  issuedAt: issue.issuedAt,
  rows: issue.rows,
  rowsHash: issue.rowsHash,
  files: issue.files.map(({ kind, sha256: hash, bytes, pages }) => ({ kind, sha256: hash, bytes, pages })),
});

interface IssueParts {
  readonly sources: WordSources;
  readonly fontDirs: readonly string[];
}

/** Signed copies (签发): frozen with hashes, read by whoever may read the ledger, compared with what stands now. */
export const createIssues = (
  { db, audit, secrets, files, live }: Platform,
  { sources, fontDirs }: IssueParts,
) => {
  const store = sealedFiles(files, secrets);
  const open = (tx: Db, who: Actor, id: string, asked: Asked) => openLedger(tx, sources, who, id, asked);

  /** The copy and its ledger, when both may be seen. */
  const openIssue = async (tx: Db, who: Actor, id: string) => {
    const [issue] = await repository.findIssues(tx, { id });
    if (!issue || (who.committee && issue.committee !== who.committee)) throw new Refusal(problems.noIssue);
    const opened = await open(tx, who, issue.ledger, {
      committee: issue.committee,
      month: issue.month,
    }).catch((error: unknown) => {
      throw error instanceof Refusal && error.problem === problems.noLedger
        ? new Refusal(problems.noIssue)
        : error;
    });
    return { issue, opened };
  };

  /** The ledger by the version that was signed, whatever it is now. */
  const asSigned = async (
    tx: Db,
    { issue, opened }: Awaited<ReturnType<typeof openIssue>>,
  ): Promise<Opened> => {
    const [definition] = await definitionsOf(tx, [{ id: issue.ledger, version: issue.version }]);
    if (!definition) throw new Refusal(problems.noIssue);
    const ledger = { ...opened.ledger, version: issue.version, definition };
    return scopedView(ledger, opened.words, issue.committee, issue.month, opened.today);
  };

  const printed = async (opened: Opened, whole: WholeLedger, who: Actor, signal: AbortSignal) => {
    const taker = takerOf(who);
    const texts = {
      rows: whole.rows.map((row) => [...row.texts]),
      totals: whole.totals ? whole.totals.texts : null,
    };
    const form = formOf(opened, texts, { ...taker, name: `签发：${taker.name}` });
    const head = workbookHead(opened, { ...taker, name: `签发：${taker.name}` });
    const rows = whole.rows.map(({ values }) => values);
    const xlsx = await workbookOf(head, [rows], { totals: whole.totals?.values, signal });
    const { pdf, pages } = await printForm(form, { fontDirs, signal });
    return { pdf: { content: pdf, pages }, xlsx: { content: xlsx, pages: null } };
  };

  const storeFiles = async (who: Actor, papers: Awaited<ReturnType<typeof printed>>) => {
    const stored: repository.StoredFile[] = [];
    for (const kind of ['pdf', 'xlsx'] as const) {
      const { content, pages } = papers[kind];
      const key = `${who.subdistrict}/${newId()}`;
      await store.put(key, content);
      stored.push({ kind, key, sha256: sha256(content), bytes: content.length, pages });
    }
    return stored;
  };

  const differencesOf = async (
    tx: Db,
    opened: Opened,
    issue: repository.StoredIssue,
  ): Promise<RowDifference[]> => {
    const signed = await repository.readIssuedRows(tx, issue.id, secrets);
    const now = (await readWhole(tx, opened, secrets)).rows;
    const { columns, grain } = opened.ledger.definition;
    const counted = columns.flatMap(({ shows }, index) => ('serial' in shows ? [] : [index]));
    const all = compareIssue(signed, now, counted);
    if (grain !== 'resident') return all;
    // A roster is of the day it is read; only what was put right since is a difference to what was signed.
    const touched = await repository.touchedSince(tx, signed);
    return all.filter(({ before }) => before?.record && touched.has(before.record));
  };

  const differenceView = (opened: Opened, difference: RowDifference): IssueDifference => {
    const { columns } = opened.ledger.definition;
    const { before, after } = difference;
    const name = columns.findIndex(
      ({ shows }) =>
        ('expression' in shows && 'register' in shows.expression && shows.expression.register === 'name') ||
        'dimension' in shows,
    );
    const text = (row: typeof before, at: number) => {
      const column = columns[at];
      return column ? maskedText(column, row?.texts[at] ?? '') : '';
    };
    return {
      number: difference.number,
      kind: difference.kind,
      record: (before ?? after)?.record ?? null,
      who: text(after ?? before, name),
      cells: difference.columns.map((at) => ({
        label: columns[at]?.path.slice(-2).join(' ') ?? '',
        from: text(before, at),
        to: text(after, at),
      })),
    };
  };

  return {
    list: (who: Actor, id: string, asked: { committee?: string | undefined; month?: string | undefined }) =>
      db.read(who, async (tx): Promise<LedgerIssue[]> => {
        const opened = await open(tx, who, id, { committee: asked.committee });
        const issues = await repository.findIssues(tx, {
          ledger: id,
          ...(opened.scope.committee ? { committee: opened.scope.committee } : {}),
          ...(asked.month ? { month: asked.month } : {}),
        });
        return issues.map((issue) => issueView(issue, opened.words));
      }),

    /**
     * Signs a committee's month: read once, printed, kept, and from then on unchangeable.
     * @throws {Refusal} issuedAlready when nothing has changed since the last copy
     */
    issue: async (who: Actor, id: string, month: string, signal: AbortSignal): Promise<LedgerIssue> => {
      const { committee } = who;
      if (!committee) throw new Refusal(problems.noLedger);
      if (month > officeMonth()) throw new Refusal(problems.monthAhead);
      const [opened, whole] = await db.read(who, async (tx) => {
        const opened = await open(tx, who, id, { month });
        return [opened, await readWhole(tx, opened, secrets)] as const;
      });
      const rowsHash = repository.hashOfRows(whole.rows);
      const unchanged = (last: repository.StoredIssue | undefined) =>
        last?.rowsHash === rowsHash && last.version === opened.ledger.version;
      const last = () => db.read(who, (tx) => repository.findIssues(tx, { ledger: id, committee, month }));
      if (unchanged((await last())[0])) throw new Refusal(problems.issuedAlready);
      const stored = await storeFiles(who, await printed(opened, whole, who, signal));
      const issueId = newId();
      return db.transaction(who, async (tx) => {
        await repository.lockMonth(tx, id, committee, month);
        if (unchanged((await repository.findIssues(tx, { ledger: id, committee, month }))[0]))
          throw new Refusal(problems.issuedAlready);
        const issue: repository.NewIssue = {
          subdistrict: who.subdistrict,
          id: issueId,
          ledger: id,
          version: opened.ledger.version,
          committee,
          month,
          rowsHash,
          issuedBy: who.account,
          issuedByName: who.name,
          files: stored,
        };
        await repository.insertIssue(tx, issue, whole.rows, secrets);
        await noteSign(tx, signOf(who, opened, 'issued', 'filing'));
        const [kept] = await repository.findIssues(tx, { id: issueId });
        if (!kept) throw new Error('the copy just signed is not there');
        await live.publish(tx, who.subdistrict, `committee:${committee}`, { kind: 'issue', id: issueId });
        const facts = { month, rows: kept.rows, version: kept.version, hash: rowsHash };
        await audit.record(tx, who, 'ledger.issued', id, facts, committee);
        return issueView(kept, opened.words);
      });
    },

    /** What reads otherwise now than on the signed copy. */
    compare: (who: Actor, id: string): Promise<IssueDifference[]> =>
      db.read(who, async (tx) => {
        const found = await openIssue(tx, who, id);
        const opened = await asSigned(tx, found);
        const differences = await differencesOf(tx, opened, found.issue);
        return differences.slice(0, mostDifferences).map((one) => differenceView(opened, one));
      }),

    /**
     * The file as it was signed, to the byte.
     * @throws {Refusal} fileDamaged when it is not what was signed
     */
    file: async (who: Actor, id: string, kind: 'pdf' | 'xlsx', purpose: Purpose): Promise<RawReply> => {
      const { issue, opened } = await db.read(who, (tx) => openIssue(tx, who, id));
      const file = issue.files.find((one) => one.kind === kind);
      const content = file && (await store.get(file.key).catch(() => null));
      if (!file || !content || sha256(content) !== file.sha256) throw new Refusal(problems.fileDamaged);
      await db.transaction(who, async (tx) => {
        await noteSign(tx, signOf(who, opened, 'exported', purpose));
        const facts = { month: issue.month, purpose, as: kind, rows: issue.rows, issue: issue.id };
        await audit.record(tx, who, 'ledger.exported', issue.ledger, facts, issue.committee);
      });
      const place = committeeName(opened.words, issue.committee);
      return {
        type: fileTypes[kind],
        content,
        name: `${opened.ledger.name}-${place}-${issue.month}-第${issue.number}份.${kind}`,
      };
    },
  };
};
export type IssueService = ReturnType<typeof createIssues>;
