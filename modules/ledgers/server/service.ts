import { officeDay, officeMonth } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import type { RawReply } from '#platform/http/bind.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import type {
  ExportFormat,
  LedgerBrief,
  LedgerPage,
  LedgerRowStory,
  PaperPage,
  Purpose,
} from '../contract.ts';
import { exportAs } from './export.ts';
import { committeeName, ledgerView } from './ledger-facts.ts';
import { readOfficeWords, type WordSources } from './office-words.ts';
import { cellPage, rowsPage, summaryPage } from './page.ts';
import { ledgersFor } from './policy.ts';
import { formOf, previewSheet, sheetRows } from './print.ts';
import { type Asked, type Opened, openLedger, scopedView } from './reader.ts';
import { findLedgers, noteSign } from './repository.ts';
import { rowCount } from './row-count.ts';
import { sealedFiles } from './sealed-files.ts';
import { signOf, takerOf } from './signs.ts';
import { rowStory } from './story.ts';

export interface PageAsked extends Asked {
  readonly page: number;
}

export interface ExportAsked extends Asked {
  readonly as: ExportFormat;
  readonly purpose: Purpose;
  readonly print: boolean;
  /** Into the department's own file. */
  readonly own?: boolean | undefined;
}

export interface ExportedLedger extends RawReply {
  readonly rows: number;
  readonly pages?: number;
}

export interface LedgerOptions {
  readonly sources: WordSources;
  readonly fontDirs: readonly string[];
}

/** The use cases of ledgers: each is one transaction, or one that writes after one that reads. */
export const createLedgerService = (
  { db, audit, secrets, log, files }: Platform,
  { sources, fontDirs }: LedgerOptions,
) => {
  const open = (tx: Db, who: Actor, id: string, asked: Asked) => openLedger(tx, sources, who, id, asked);

  /** A page that could be read is shown, also when nothing can be written (a full disk). */
  const noteOpened = (who: Actor, opened: Opened): Promise<void> =>
    db
      .transaction(who, (tx) => noteSign(tx, signOf(who, opened, 'opened', null)))
      .catch((error: unknown) => log.warn('ledger-sign', { error }));

  /** Noted and in the audit before the first name leaves. */
  const recordTaking = (
    who: Actor,
    opened: Opened,
    kind: 'revealed' | 'exported' | 'printed',
    purpose: Purpose,
    facts: Record<string, unknown>,
  ): Promise<void> =>
    db.transaction(who, async (tx) => {
      const { ledger, scope, month } = opened;
      await noteSign(tx, signOf(who, opened, kind, purpose));
      const all = { month, purpose, ...(scope.committee ? { committee: scope.committee } : {}), ...facts };
      await audit.record(tx, who, `ledger.${kind}`, ledger.id, all, scope.committee);
    });

  return {
    /** The ledgers somebody sees, each with its rows of a month. */
    list: (who: Actor, month: string = officeMonth()): Promise<LedgerBrief[]> =>
      db.read(who, async (tx) => {
        const filter = ledgersFor(who);
        const today = officeDay();
        const ledgers = filter ? await findLedgers(tx, today, filter) : [];
        const words = await readOfficeWords(tx, sources);
        const briefs: LedgerBrief[] = [];
        for (const ledger of ledgers) {
          const opened = scopedView(ledger, words, who.committee, month, today);
          briefs.push({ ...ledgerView(ledger), rows: await rowCount(tx, opened) });
        }
        return briefs;
      }),

    page: async (who: Actor, id: string, asked: PageAsked): Promise<LedgerPage> => {
      const [opened, page] = await db.read(who, async (tx) => {
        const opened = await open(tx, who, id, asked);
        const { grain, columns } = opened.ledger.definition;
        if (grain === 'summary')
          return [opened, await summaryPage(tx, opened, asked.sort, asked.descending ?? false)] as const;
        return [opened, await rowsPage(tx, opened, columns, opened.view, asked.page, secrets)] as const;
      });
      if (asked.page === 1) await noteOpened(who, opened);
      return page;
    },

    count: (who: Actor, id: string, asked: Asked): Promise<{ total: number }> =>
      db.read(who, async (tx) => ({ total: await rowCount(tx, await open(tx, who, id, asked)) })),

    /** The rows behind one number of a summary; of the line of totals, behind the whole page. */
    cell: (
      who: Actor,
      id: string,
      column: string,
      asked: PageAsked & { total: boolean },
    ): Promise<LedgerPage> =>
      db.read(who, async (tx) => {
        const opened = await open(tx, who, id, asked);
        const months = asked.total ? opened.scope.months : [opened.month];
        const narrow = scopedView(
          opened.ledger,
          opened.words,
          opened.scope.committee,
          opened.month,
          opened.today,
          { months },
        );
        return cellPage(tx, narrow, column, asked.page, secrets);
      }),

    row: (who: Actor, id: string, record: string): Promise<LedgerRowStory> =>
      db.read(who, async (tx) => rowStory(tx, await open(tx, who, id, {}), record)),

    paper: async (
      who: Actor,
      id: string,
      asked: PageAsked & { purpose?: Purpose | undefined },
      signal: AbortSignal,
    ): Promise<PaperPage> => {
      const masked = asked.purpose === undefined;
      const [opened, rows] = await db.read(who, async (tx) => {
        const opened = await open(tx, who, id, asked);
        return [
          opened,
          await sheetRows(tx, opened, asked.page, masked ? 'masked-paper' : 'paper', secrets),
        ] as const;
      });
      if (asked.purpose) await recordTaking(who, opened, 'revealed', asked.purpose, { page: asked.page });
      const form = formOf(opened, rows, takerOf(who));
      // Counts name nobody: there is nothing to show in full.
      return {
        ...(await previewSheet(form, asked.page, { fontDirs, signal })),
        masked: masked && opened.ledger.definition.grain !== 'summary',
      };
    },

    export: async (
      who: Actor,
      id: string,
      asked: ExportAsked,
      signal: AbortSignal,
    ): Promise<ExportedLedger> => {
      const { as, purpose, print, own = false } = asked;
      const [opened, rows] = await db.read(who, async (tx) => {
        const opened = await open(tx, who, id, asked);
        return [opened, await rowCount(tx, opened)] as const;
      });
      await recordTaking(who, opened, print ? 'printed' : 'exported', purpose, {
        as,
        rows,
        ...(own ? { own } : {}),
      });
      const reply = await exportAs(
        as,
        { db, secrets, fontDirs, store: sealedFiles(files, secrets) },
        { who, opened, taker: takerOf(who), signal, own },
      );
      const place = committeeName(opened.words, opened.scope.committee);
      return { ...reply, rows, name: `${opened.ledger.name}-${place}-${opened.month}.${as}` };
    },
  };
};

export type LedgerService = ReturnType<typeof createLedgerService>;
