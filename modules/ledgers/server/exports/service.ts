import { type Actor, systemActor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { RawReply } from '#platform/http/bind.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import { fileTypes } from '../../contract/words.ts';
import type { LedgerExportJob, startLedgerExport } from '../../contract.ts';
import { problems } from '../../problems.ts';
import { csvType } from '../export.ts';
import { committeeName } from '../ledger-facts.ts';
import { type OfficeWords, readOfficeWords, type WordSources } from '../office-words.ts';
import { type Opened, openLedger } from '../reader.ts';
import { findLedgers, noteSign } from '../repository.ts';
import { sealedFiles } from '../sealed-files.ts';
import { signOf } from '../signs.ts';
import { templateInUse } from '../templates/repository.ts';
import { type MakeParts, makeExport } from './make.ts';
import * as repository from './repository.ts';

const queue = 'ledger-export';
/** A person waits for one; more at once are a slip. */
const mostUnfinished = 5;
const reportEveryMs = 500;

type Asked = BodyOf<typeof startLedgerExport>;

/** Whoever asked for it wants it no more. */
class Cancelled extends Error {
  override name = 'Cancelled';
}

const types: Readonly<Record<string, string>> = { ...fileTypes, csv: csvType };

const viewOf = (
  row: repository.ExportRow,
  words: OfficeWords,
  names: ReadonlyMap<string, string>,
): LedgerExportJob => ({
  id: row.id,
  kind: row.kind === 'pack' ? 'pack' : 'ledger',
  name: row.kind === 'pack' ? '迎检包' : (names.get(row.ledger_ids[0] ?? '') ?? '—'),
  ledgers: row.ledger_ids.length,
  committee: row.committee_id ? committeeName(words, row.committee_id) : null,
  month: row.month,
  until: row.until,
  as: row.format as LedgerExportJob['as'],
  split: row.split,
  state: row.state as LedgerExportJob['state'],
  progress: row.progress,
  rows: row.row_count,
  bytes: row.bytes,
  failure: row.failure,
  askedAt: new Date(row.asked_at as unknown as string).toISOString(),
});

/** Exports made in the background; only whoever asked sees them and takes the file. */
export const createExports = (
  { db, audit, secrets, files, jobs, log }: Platform,
  {
    sources,
    pictures,
    fontDirs,
  }: { sources: WordSources; pictures: MakeParts['pictures']; fontDirs: readonly string[] },
) => {
  const store = sealedFiles(files, secrets);

  const list = async (tx: Db, who: Actor, rows: readonly repository.ExportRow[]) => {
    const words = await readOfficeWords(tx, sources);
    const ledgers = await findLedgers(tx, words.today, {});
    const names = new Map(ledgers.map(({ id, name }) => [id, name]));
    return rows
      .filter(({ account_id }) => account_id === who.account)
      .map((row) => viewOf(row, words, names));
  };

  /** Opens every ledger asked for, so that nothing is promised that may not be had. */
  const openAll = async (tx: Db, who: Actor, asked: Asked): Promise<Opened[]> => {
    const opened: Opened[] = [];
    for (const id of new Set(asked.kind === 'pack' ? asked.ledgers : [asked.ledger]))
      opened.push(await openLedger(tx, sources, who, id, asked));
    return opened;
  };

  /** What is being made by this server, to be stopped at once. */
  const running = new Map<string, AbortController>();

  /** Another server may have been told to stop it. */
  const stopIfCancelled = async (who: Actor, id: string): Promise<void> => {
    const row = await db.read(who, (tx) => repository.findExport(tx, id));
    if (row?.state !== 'working') running.get(id)?.abort(new Cancelled());
  };

  const progressOf = (who: Actor, id: string) => {
    let last = 0;
    return (part: number): void => {
      if (Date.now() - last < reportEveryMs) return;
      last = Date.now();
      const progress = Math.max(0, Math.min(99, Math.floor(part * 100)));
      db.transaction(who, (tx) => repository.noteProgress(tx, id, { progress }))
        .then(() => stopIfCancelled(who, id))
        .catch(() => undefined);
    };
  };

  const run = async (data: Readonly<Record<string, unknown>>): Promise<void> => {
    const tenant = { subdistrict: String(data.subdistrict) };
    const row = await db.read(tenant, (tx) => repository.findExport(tx, String(data.id)));
    if (!row || row.state === 'done' || row.state === 'cancelled') return;
    const who: Actor = {
      ...systemActor(tenant.subdistrict),
      account: row.account_id,
      name: row.account_name,
      committee: row.by_committee_id,
    };
    const control = new AbortController();
    running.set(row.id, control);
    try {
      await db.transaction(who, (tx) => repository.noteProgress(tx, row.id, { state: 'working' }));
      const parts = { db, secrets, fontDirs, sources, store, pictures, signal: control.signal };
      const made = await makeExport(parts, who, row, progressOf(who, row.id));
      control.signal.throwIfAborted();
      const key = `${tenant.subdistrict}/${newId()}`;
      await store.put(key, made.content);
      const file = { key, name: made.name, bytes: made.content.length, rows: made.rows };
      const kept = await db.transaction(who, (tx) => repository.noteDone(tx, row.id, file));
      if (!kept) await store.remove(key);
    } catch (error) {
      if (error instanceof Cancelled) return;
      log.warn('ledger-export', { error });
      const failure = error instanceof Refusal ? error.problem.title : '没有做成，请再试一次';
      await db.transaction(who, (tx) => repository.noteProgress(tx, row.id, { state: 'failed', failure }));
    } finally {
      running.delete(row.id);
    }
  };
  jobs.work(queue, run);

  return {
    /** Notes who takes what and why, then leaves it to the background. */
    start: async (who: Actor, asked: Asked): Promise<LedgerExportJob> => {
      const id = newId();
      const [job, expired] = await db.transaction(who, async (tx) => {
        const opened = await openAll(tx, who, asked);
        if ((await repository.countUnfinished(tx, who.account)) >= mostUnfinished)
          throw new Refusal(problems.tooManyExports);
        const [first] = opened;
        if (!first) throw new Refusal(problems.noLedger);
        if (asked.kind === 'ledger' && asked.own && !(await templateInUse(tx, first.ledger.id, asked.as)))
          throw new Refusal(problems.noTemplate);
        const gone = await repository.dropExpired(tx);
        await repository.insertExport(tx, {
          subdistrict: who.subdistrict,
          id,
          account: who.account,
          accountName: who.name,
          byCommittee: who.committee,
          kind: asked.kind,
          ledgers: opened.map(({ ledger }) => ledger.id),
          committee: first.scope.committee,
          month: asked.month,
          until: asked.until ?? null,
          format: asked.kind === 'pack' ? 'pdf' : asked.as,
          own: asked.kind === 'ledger' && asked.own,
          pictures: asked.kind === 'pack' && asked.pictures,
          // A committee has nothing to split.
          split: asked.kind === 'ledger' && asked.split && first.scope.committee === null,
          purpose: asked.purpose,
        });
        for (const one of opened) await noteSign(tx, signOf(who, one, 'exported', asked.purpose));
        const row = await repository.findExport(tx, id);
        const [view] = row ? await list(tx, who, [row]) : [];
        if (!view) throw new Error('the export just asked for is not there');
        const facts = {
          month: asked.month,
          purpose: asked.purpose,
          as: asked.kind === 'pack' ? 'pack' : asked.as,
          ...(first.scope.committee ? { committee: first.scope.committee } : {}),
          ...(asked.kind === 'pack' ? { ledgers: opened.length, pictures: asked.pictures } : {}),
          ...(asked.kind === 'ledger' && asked.own ? { own: true } : {}),
        };
        await audit.record(tx, who, 'ledger.exported', first.ledger.id, facts, first.scope.committee);
        return [view, gone] as const;
      });
      await jobs.send(queue, { subdistrict: who.subdistrict, id });
      for (const key of expired) await store.remove(key).catch(() => undefined);
      return job;
    },

    list: (who: Actor): Promise<LedgerExportJob[]> =>
      db.read(who, async (tx) => list(tx, who, await repository.exportsOf(tx, who.account))),

    /** Stops what is being made; a file that is done stays. */
    cancel: async (who: Actor, id: string): Promise<LedgerExportJob> => {
      const view = await db.transaction(who, async (tx) => {
        const row = await repository.findExport(tx, id);
        if (!row || row.account_id !== who.account) throw new Refusal(problems.noExport);
        if (!(await repository.noteCancelled(tx, id))) throw new Refusal(problems.exportOver);
        const [view] = await list(tx, who, [{ ...row, state: 'cancelled' }]);
        if (!view) throw new Refusal(problems.noExport);
        await audit.record(tx, who, 'ledger.export-cancelled', row.ledger_ids[0] ?? id, { export: id });
        return view;
      });
      running.get(id)?.abort(new Cancelled());
      return view;
    },

    file: async (who: Actor, id: string): Promise<RawReply> => {
      const row = await db.read(who, (tx) => repository.findExport(tx, id));
      if (!row || row.account_id !== who.account) throw new Refusal(problems.noExport);
      const content = row.file_key ? await store.get(row.file_key) : null;
      if (!content) throw new Refusal(problems.exportNotReady);
      const name = row.file_name ?? 'ledger';
      return { type: types[name.split('.').at(-1) ?? ''] ?? fileTypes.zip, content, name };
    },
  };
};
export type ExportService = ReturnType<typeof createExports>;
