import { officeDay } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { BodyOf, QueryOf } from '#platform/contract/route.ts';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import type {
  decideLedgerFormRows,
  declareLedgerForm,
  draftLedgerForm,
  LedgerForm,
  LedgerFormBrief,
  LedgerFormRows,
  listLedgerFormRows,
} from '../../contract.ts';
import { definitionOf, papersFor } from '../../domain/forms/build.ts';
import type { ColumnChoice } from '../../domain/forms/choice.ts';
import { countRows, type FormDecisions } from '../../domain/forms/plan.ts';
import type { FormReading } from '../../domain/forms/reading.ts';
import { problems } from '../../problems.ts';
import type { DesignService } from '../designs.ts';
import { readOfficeWords } from '../office-words.ts';
import { findLedgers } from '../repository.ts';
import { sealedFiles } from '../sealed-files.ts';
import { compareForm } from './comparison.ts';
import { ownElements } from './elements.ts';
import { createReadings, hashOf, kindOf, readForm } from './file.ts';
import { createJob } from './job.ts';
import { type DeclaredForm, type PlanSources, planForm, rowWords } from './planning.ts';
import * as repository from './repository.ts';
import { briefOf, formView, nameOf, rowView } from './views.ts';

const pageSize = 50;
/** Decisions of single rows kept with a form: more are decided by kind, or the file is mended. */
const mostDecisions = 3_000;

type Draft = BodyOf<typeof draftLedgerForm>;
type Declared = BodyOf<typeof declareLedgerForm>;

const settled = new Set(['writing', 'written', 'undoing', 'undone']);

export interface FormParts {
  readonly sources: PlanSources;
  readonly designs: DesignService;
  /** Keeps the department's file as its ledger's own template. */
  readonly onOriginal?: (tx: Db, who: Actor, ledger: string, file: Uint8Array, kind: string) => Promise<void>;
}

/** A department's own forms: read, made into ledgers, their rows into records, once; taken back as one. */
export const createForms = (platform: Platform, { sources, designs, onOriginal }: FormParts) => {
  const { db, audit, files, secrets, jobs } = platform;
  const store = sealedFiles(files, secrets);
  const readings = createReadings(store);

  const departmentOf = ({ department }: Actor): string => {
    if (!department) throw new Refusal(problems.noDepartment);
    return department;
  };

  /** One's own department's; another's looks like one that is not there. */
  const own = (who: Actor, row: repository.FormRow | undefined): repository.FormRow => {
    if (!row || row.department_id !== who.department) throw new Refusal(problems.noForm);
    return row;
  };

  const view = async (tx: Db, row: repository.FormRow, reading: FormReading): Promise<LedgerForm> => {
    const words = await readOfficeWords(tx, sources);
    const elements = [...sources.records.elements, ...(await sources.records.addedElements(tx, 'office'))];
    const [ledger] = row.ledger_id ? await findLedgers(tx, words.today, { id: row.ledger_id }) : [];
    return formView(row, reading, {
      elements,
      activities: sources.records.activities,
      committees: words.committees,
      ledger: ledger?.name ?? null,
      ledgers: await findLedgers(tx, words.today, { department: row.department_id }),
      written: await repository.countWritten(tx, row.id),
    });
  };

  const shown = (who: Actor, id: string): Promise<LedgerForm> =>
    db.read(who, async (tx) => {
      const row = own(who, await repository.findForm(tx, id));
      return view(tx, row, await readings.get(row.reading_key));
    });

  const declared = async (row: repository.FormRow): Promise<DeclaredForm> => {
    if (!row.ledger_id || !row.choices) throw new Refusal(problems.formNotDeclared);
    return {
      reading: await readings.get(row.reading_key),
      choices: row.choices as unknown as ColumnChoice[],
      about: row.about as unknown as DeclaredForm['about'],
      decisions: row.decisions as unknown as FormDecisions,
      ledger: row.ledger_id,
    };
  };

  const job = createJob(platform, { sources, declared });

  /** What the columns must say so that every row is about somebody. */
  const mustTell = ({ columns, about }: Draft, reading: FormReading): void => {
    const lacks = (message: string) =>
      new Refusal(problems.formNeeds, {}, [{ path: 'body.columns', message }]);
    if (columns.length !== reading.columns.length) throw lacks('列数与表不符');
    const activity = sources.records.activities.find(({ code }) => code === about.activity);
    const named = columns.some((one) => one.as === 'register' && one.field === 'name');
    if (about.grain !== 'summary' && activity?.subjectKind !== 'committee' && !named)
      throw lacks('请指出哪一列是姓名；与人无关的，请把工作事项改为巡查、会议一类');
    if (about.grain === 'summary' && !columns.some(({ as }) => as === 'count'))
      throw lacks('请指出哪些列是要数的');
  };

  const draftOf = async (tx: Db, who: Actor, id: string, { columns, about }: Draft) => {
    const row = own(who, await repository.findForm(tx, id));
    const reading = await readings.get(row.reading_key);
    const { elements } = await rowWords(tx, sources);
    return { row, reading, definition: definitionOf(reading, columns, about, elements) };
  };

  const notesOf = ({ columns, about }: Draft, reading: FormReading): string[] => {
    const texts = columns.filter(({ as }) => as === 'text').length;
    const blanks = columns.flatMap((one, at) =>
      one.as === 'blank' && reading.rows.some(({ values }) => values[at] !== null)
        ? [reading.columns[at]?.path ?? '']
        : [],
    );
    return [
      ...(texts > 0 ? [`texts:${texts}`] : []),
      ...(blanks.length > 0 ? [`blanks:${blanks.join('、')}`] : []),
      ...(reading.form === 'card' ? ['card'] : []),
      ...(about.grain === 'resident' ? ['roster'] : []),
      ...(about.grain === 'summary' ? ['summary'] : []),
    ];
  };

  /** The first sheet of paper the form fits on; what fits none is refused as the designer refuses it. */
  const fitted = async (who: Actor, definition: ReturnType<typeof definitionOf>, signal: AbortSignal) => {
    const papers = papersFor(definition.columns);
    for (const [at, paper] of papers.entries()) {
      const tried = { ...definition, layout: { ...definition.layout, ...paper } };
      try {
        return await designs.admit(who, tried, signal);
      } catch (error) {
        const narrow = error instanceof Refusal && error.problem === problems.cannotPrint;
        if (!narrow || at === papers.length - 1) throw error;
      }
    }
    return definition;
  };

  const counted = async (tx: Db, row: repository.FormRow) =>
    countRows((await planForm(tx, sources, await declared(row))).rows);

  return {
    /** Reads a file and keeps it. The same file again is the same form. */
    upload: async (who: Actor, bytes: Uint8Array): Promise<LedgerForm> => {
      const department = departmentOf(who);
      const sha256 = hashOf(bytes);
      const before = await db.read(who, (tx) => repository.findByFile(tx, department, sha256));
      if (before) return shown(who, before.id);
      const reading = await readForm(bytes);
      const id = newId();
      const [fileKey, readingKey] = [`${who.subdistrict}/${newId()}`, `${who.subdistrict}/${newId()}`];
      await store.put(fileKey, bytes);
      await readings.put(readingKey, reading);
      const kept = await db.transaction(who, async (tx) => {
        const fresh = await repository.insertForm(tx, {
          subdistrict: who.subdistrict,
          id,
          department,
          account: who.account,
          accountName: who.name,
          sha256,
          kind: kindOf(bytes),
          bytes: bytes.length,
          fileKey,
          readingKey,
          form: reading.form,
          rows: reading.rows.length,
        });
        if (!fresh) return (await repository.findByFile(tx, department, sha256))?.id ?? id;
        const facts = { rows: reading.rows.length, form: reading.form, sha256 };
        await audit.record(tx, who, 'ledger.form-uploaded', id, facts);
        return id;
      });
      return shown(who, kept);
    },

    list: (who: Actor): Promise<LedgerFormBrief[]> =>
      db.read(who, async (tx) => {
        if (!who.department) return [];
        const rows = await repository.formsOf(tx, who.department);
        const ledgers = await findLedgers(tx, officeDay(), { department: who.department });
        const names = new Map(ledgers.map(({ id, name }) => [id, name]));
        const titles = new Map<string, string>();
        for (const { id, about } of rows) titles.set(id, (about as { name?: string } | null)?.name ?? '');
        const views: LedgerFormBrief[] = [];
        for (const row of rows) {
          const title = titles.get(row.id) || nameOf((await readings.get(row.reading_key)).title);
          views.push(briefOf(row, title, names.get(row.ledger_id ?? '') ?? null));
        }
        return views;
      }),

    get: shown,

    chooseSheet: async (who: Actor, id: string, sheet: number): Promise<LedgerForm> => {
      const row = await db.read(who, async (tx) => own(who, await repository.findForm(tx, id)));
      if (row.state !== 'read') throw new Refusal(problems.formSettled);
      const bytes = await store.get(row.file_key);
      if (!bytes) throw new Refusal(problems.noForm);
      const reading = await readForm(bytes, sheet);
      const readingKey = `${who.subdistrict}/${newId()}`;
      await readings.put(readingKey, reading);
      await db.transaction(who, async (tx) => {
        const locked = own(who, await repository.lockForm(tx, id));
        if (locked.state !== 'read') throw new Refusal(problems.formSettled);
        const to = { reading_key: readingKey, form: reading.form, row_count: reading.rows.length };
        await repository.changeForm(tx, id, to);
        await audit.record(tx, who, 'ledger.form-sheet', id, { sheet, rows: reading.rows.length });
      });
      await store.remove(row.reading_key).catch(() => undefined);
      return shown(who, id);
    },

    draft: (who: Actor, id: string, body: Draft) =>
      db.read(who, async (tx) => {
        const { definition, reading } = await draftOf(tx, who, id, body);
        return {
          definition: definition as unknown as Record<string, unknown>,
          notes: notesOf(body, reading),
        };
      }),

    /** The form becomes a ledger by the designer's own door, and its file the ledger's template. */
    declare: async (who: Actor, id: string, body: Declared, signal: AbortSignal): Promise<LedgerForm> => {
      const { row, reading, definition } = await db.read(who, (tx) => draftOf(tx, who, id, body));
      if (settled.has(row.state)) throw new Refusal(problems.formSettled);
      mustTell(body, reading);
      const admitted = body.keep ? null : await fitted(who, definition, signal);
      const file = await store.get(row.file_key);
      await db.transaction(who, async (tx) => {
        const locked = own(who, await repository.lockForm(tx, id));
        if (settled.has(locked.state)) throw new Refusal(problems.formSettled);
        // Confirming the columns anew makes a new version of the ledger the form has become.
        const target = body.ledger ?? locked.ledger_id ?? undefined;
        const before = target === undefined ? null : await designs.own(tx, who, target);
        const { columns, elements } = await ownElements(tx, who, sources, body, reading, before?.definition);
        const whole = admitted && {
          ...definitionOf(reading, columns, body.about, elements),
          layout: admitted.layout,
        };
        if (whole) await designs.check(tx, whole);
        let version: number;
        let ledger: string;
        if (before === null) {
          if (!whole) throw new Refusal(problems.noLedger);
          ledger = await designs.insertNew(tx, who, body.about, whole);
          version = 1;
        } else {
          ledger = before.id;
          version = before.version;
          if (whole) {
            await designs.insertNext(tx, who, ledger, whole, before.version);
            version += 1;
          }
        }
        // Another copy of a form brings rows, not a new template.
        if (file && whole && onOriginal) await onOriginal(tx, who, ledger, file, locked.kind);
        await repository.changeForm(tx, id, {
          choices: columns,
          about: body.about,
          ledger_id: ledger,
          version,
          state: 'declared',
        });
        await audit.record(tx, who, 'ledger.form-declared', id, { ledger, version });
      });
      return shown(who, id);
    },

    rows: (
      who: Actor,
      id: string,
      { state, open, page }: QueryOf<typeof listLedgerFormRows>,
    ): Promise<LedgerFormRows> =>
      db.read(who, async (tx) => {
        const row = own(who, await repository.findForm(tx, id));
        const form = await declared(row);
        const plan = await planForm(tx, sources, form);
        const wanted = plan.rows.filter(
          (one) => (state === undefined || one.state === state) && (open === 'false' || !one.settled),
        );
        return {
          ...countRows(plan.rows),
          rows: wanted
            .slice((page - 1) * pageSize, page * pageSize)
            .map((one) => rowView(one, form.reading, plan)),
          total: wanted.length,
          page,
          pageSize,
          decided: form.decisions.all,
        };
      }),

    decide: (who: Actor, id: string, { rows, all }: BodyOf<typeof decideLedgerFormRows>) =>
      db.transaction(who, async (tx) => {
        const row = own(who, await repository.lockForm(tx, id));
        if (settled.has(row.state)) throw new Refusal(problems.formSettled);
        const before = (await declared(row)).decisions;
        const byRow = { ...before.rows };
        for (const { row: number, decision } of rows) {
          if (decision) byRow[String(number)] = { ...byRow[String(number)], ...decision };
          else delete byRow[String(number)];
        }
        const byState = { ...before.all };
        for (const { state, decision } of all) {
          if (decision) byState[state] = decision;
          else delete byState[state];
        }
        if (Object.keys(byRow).length > mostDecisions) throw new Refusal(problems.formOpen);
        await mustBeHere(tx, [
          ...rows.map(({ decision }) => decision),
          ...all.map(({ decision }) => decision),
        ]);
        const decisions = { rows: byRow, all: byState };
        await repository.changeForm(tx, id, { decisions });
        const now = { ...row, decisions: decisions as never };
        const counts = await counted(tx, now);
        await audit.record(tx, who, 'ledger.form-decided', id, { rows: rows.length, kinds: all.length });
        return counts;
      }),

    write: async (who: Actor, id: string): Promise<LedgerForm> => {
      await db.transaction(who, async (tx) => {
        const row = own(who, await repository.lockForm(tx, id));
        if (['written', 'undoing', 'undone'].includes(row.state)) throw new Refusal(problems.formSettled);
        const { open } = await counted(tx, row);
        if (open > 0) throw new Refusal(problems.formOpen, { rows: open });
        if (await repository.busyElsewhere(tx, row.ledger_id ?? '', id)) throw new Refusal(problems.formBusy);
        await repository.changeForm(tx, id, { state: 'writing', failure: null });
        await audit.record(tx, who, 'ledger.form-writing', id, { rows: row.row_count });
      });
      await jobs.send(job.queue, { subdistrict: who.subdistrict, id, account: who.account, name: who.name });
      return shown(who, id);
    },

    undo: async (who: Actor, id: string, reason: string): Promise<LedgerForm> => {
      await db.transaction(who, async (tx) => {
        const row = own(who, await repository.lockForm(tx, id));
        if (!['written', 'failed', 'undoing'].includes(row.state)) throw new Refusal(problems.formSettled);
        await repository.changeForm(tx, id, { state: 'undoing', progress: 0, failure: null });
        await audit.record(tx, who, 'ledger.form-undoing', id, { reason });
      });
      await jobs.send(job.queue, {
        subdistrict: who.subdistrict,
        id,
        account: who.account,
        name: who.name,
        reason,
      });
      return shown(who, id);
    },

    compare: (who: Actor, id: string) =>
      db.read(who, async (tx) => {
        const row = own(who, await repository.findForm(tx, id));
        return compareForm(tx, sources, await declared(row));
      }),
  };

  /** @throws {Refusal} noSuchPerson */
  async function mustBeHere(
    tx: Db,
    decided: readonly (FormDecisions['rows'][string] | null)[],
  ): Promise<void> {
    const people = decided.flatMap((one) => (one?.person && one.person !== 'add' ? [one.person] : []));
    const committees = decided.flatMap((one) => one?.committee ?? []);
    const found = await sources.registers.residents(tx, people);
    const words = await readOfficeWords(tx, sources);
    const fine =
      people.every((id) => found.has(id)) &&
      committees.every((id) => words.committees.some((one) => one.id === id));
    if (!fine) throw new Refusal(problems.noSuchPerson);
  }
};
export type FormService = ReturnType<typeof createForms>;
