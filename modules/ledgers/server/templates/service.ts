import { officeDay } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import type { LedgerTemplate } from '../../contract.ts';
import { fillLine } from '../../domain/format.ts';
import type { TemplateFilling, TemplateReading } from '../../domain/template-filling.ts';
import { problems } from '../../problems.ts';
import { sha256 } from '../issues/repository.ts';
import { ledgersFor } from '../policy.ts';
import { findLedgers, lockLedger, type StoredLedger } from '../repository.ts';
import { sealedFiles } from '../sealed-files.ts';
import { fillTemplate, kindOf, readTemplate } from './reading.ts';
import * as repository from './repository.ts';
import { type NamesSource, templateView } from './views.ts';

/** For trying a file out: what stands in its lines does not matter. */
const noFacts = { committee: '', department: '', period: '', today: '', keeper: '' };

/** What a person who agrees with every proposal confirms. */
const agreed = ({ columns, lines }: LedgerTemplate): TemplateFilling => ({
  columns: columns.flatMap(({ path, key }) => (key ? [{ path, key }] : [])),
  lines: lines.map(({ place, text }) => ({ place, text })),
});

/** A department's own files that its ledgers are written into: brought, looked at, confirmed, taken away. */
export const createTemplates = (
  { db, audit, files, secrets }: Platform,
  { names }: { names: NamesSource },
) => {
  const store = sealedFiles(files, secrets);

  /** One's own department's ledger; a committee's views do not count here. */
  const own = async (tx: Db, who: Actor, id: string): Promise<StoredLedger | undefined> => {
    const filter = ledgersFor(who);
    const [ledger] = filter && who.department ? await findLedgers(tx, officeDay(), { ...filter, id }) : [];
    return ledger?.departmentId === who.department ? ledger : undefined;
  };

  const ownTemplate = async (tx: Db, who: Actor, id: string) => {
    const row = await repository.findTemplate(tx, id);
    const ledger = row && (await own(tx, who, row.ledger_id));
    if (!row || !ledger) throw new Refusal(problems.noTemplate);
    return { row, ledger };
  };

  const keep = async (
    tx: Db,
    who: Actor,
    ledger: Pick<StoredLedger, 'id' | 'version'>,
    file: Uint8Array,
    name: string,
    reading: TemplateReading,
  ): Promise<string> => {
    const [id, key] = [newId(), `${who.subdistrict}/${newId()}`];
    await store.put(key, file);
    const { id: of, version } = ledger;
    const about = { kind: kindOf(file), name, key, sha256: sha256(file), bytes: file.length };
    await repository.insertTemplate(tx, who, { id, ledger: of, version, reading, ...about });
    return id;
  };

  const show = async (tx: Db, ledger: StoredLedger, id: string): Promise<LedgerTemplate> => {
    const row = await repository.findTemplate(tx, id);
    if (!row) throw new Refusal(problems.noTemplate);
    return templateView(row, ledger, names());
  };

  return {
    list: (who: Actor, id: string): Promise<LedgerTemplate[]> =>
      db.read(who, async (tx) => {
        const ledger = await own(tx, who, id);
        if (!ledger) throw new Refusal(problems.noLedger);
        return (await repository.templatesOf(tx, id)).map((row) => templateView(row, ledger, names()));
      }),

    /** Reads a file and proposes what is written where. Nothing is used before a person confirmed it. */
    add: async (who: Actor, id: string, file: Uint8Array, name: string): Promise<LedgerTemplate> => {
      const known = await db.read(who, (tx) => own(tx, who, id));
      if (!known) throw new Refusal(problems.noLedger);
      const reading = await readTemplate(kindOf(file), file);
      return db.transaction(who, async (tx) => {
        const template = await keep(tx, who, known, file, name, reading);
        const view = await show(tx, known, template);
        await audit.record(tx, who, 'ledger.template-added', id, { template });
        return view;
      });
    },

    /** @throws {Refusal} templateOutdated when a column it names is not in the ledger (any more) */
    confirm: async (who: Actor, id: string, filling: TemplateFilling): Promise<LedgerTemplate> => {
      const { row, ledger } = await db.read(who, (tx) => ownTemplate(tx, who, id));
      const reading = row.reading as unknown as TemplateReading;
      const known = new Set(ledger.definition.columns.map(({ key }) => key));
      const strange = filling.columns.filter(
        ({ path, key }) => !known.has(key) || !reading.columns.includes(path),
      );
      const lost = filling.lines.filter(({ place }) => !reading.lines.some((one) => one.place === place));
      if (strange.length + lost.length > 0) {
        const places = [...strange.map(({ path }) => path), ...lost.map(({ place }) => place)];
        throw new Refusal(
          problems.templateOutdated,
          {},
          places.slice(0, 20).map((message) => ({ path: 'body', message })),
        );
      }
      const file = await store.get(row.file_key);
      if (!file) throw new Refusal(problems.noTemplate);
      const kind = row.kind as 'xlsx' | 'docx';
      await fillTemplate({ kind, file, reading, filling }, [() => ''], (text) => fillLine(text, noFacts));
      return db.transaction(who, async (tx) => {
        await lockLedger(tx, ledger.id);
        await repository.putToUse(tx, row, ledger.version, filling);
        const view = await show(tx, ledger, id);
        await audit.record(tx, who, 'ledger.template-confirmed', ledger.id, { template: id });
        return view;
      });
    },

    remove: async (who: Actor, id: string): Promise<void> => {
      const key = await db.transaction(who, async (tx) => {
        const { row, ledger } = await ownTemplate(tx, who, id);
        await repository.deleteTemplate(tx, id);
        await audit.record(tx, who, 'ledger.template-removed', ledger.id, { template: id });
        return row.file_key;
      });
      await store.remove(key).catch(() => undefined);
    },

    /**
     * The form a ledger was made from is its own file at once when every column is plainly its own: a person has
     * just confirmed them. Anything else waits for a look; a file that cannot be filled is no template.
     */
    original: async (tx: Db, who: Actor, id: string, file: Uint8Array, kind: string): Promise<void> => {
      const ledger = await own(tx, who, id);
      if (!ledger || kind !== 'xlsx') return;
      const reading = await readTemplate('xlsx', file).catch((error: unknown) => {
        if (error instanceof Refusal) return null;
        throw error;
      });
      if (!reading) return;
      const template = await keep(tx, who, ledger, file, ledger.name, reading);
      const view = await show(tx, ledger, template);
      const row = { id: template, ledger_id: id, kind };
      if (view.columns.every(({ key, sure }) => key === null || sure))
        await repository.putToUse(tx, row, ledger.version, agreed(view));
    },
  };
};
export type TemplateService = ReturnType<typeof createTemplates>;
