import { z } from 'zod';
import { officeDay, officeMonth } from '#platform/calendar/calendar.ts';
import type { Actor } from '#platform/contract/actor.ts';
import { Refusal } from '#platform/contract/problem.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import type { declareLedger, LedgerDesign, PaperPage, previewLedgerDesign } from '../contract.ts';
import { checkDefinition, LedgerDefinition } from '../domain/definition.ts';
import { TypeProblem } from '../domain/typing.ts';
import { problems } from '../problems.ts';
import type { Names } from './declare.ts';
import { readOfficeWords, type WordSources } from './office-words.ts';
import { ledgersFor } from './policy.ts';
import { formOf, previewSheet, sheetRows } from './print.ts';
import { knownCommittee, scopedView } from './reader.ts';
import {
  findLedgers,
  findVersions,
  insertLedger,
  insertVersion,
  lockLedger,
  type StoredLedger,
} from './repository.ts';
import { takerOf } from './signs.ts';

const wrong = (places: readonly { path: string; message: string }[]) =>
  new Refusal(problems.definitionWrong, {}, places.slice(0, 20));

/** @throws {Refusal} definitionWrong, with what is wrong at which place */
const checked = (data: unknown, { elements, activities }: Names): LedgerDefinition => {
  try {
    const definition = LedgerDefinition.parse(data);
    checkDefinition(definition, elements, activities);
    return definition;
  } catch (error) {
    if (error instanceof TypeProblem) throw wrong([{ path: 'body.definition', message: error.message }]);
    if (!(error instanceof z.ZodError)) throw error;
    throw wrong(
      error.issues.map(({ path }) => ({
        path: ['body', 'definition', ...path].join('.'),
        message: '这一项填得不对',
      })),
    );
  }
};

/** @throws {Refusal} noDepartment */
const departmentOf = ({ department }: Actor): string => {
  if (!department) throw new Refusal(problems.noDepartment);
  return department;
};

interface DesignParts {
  readonly sources: WordSources;
  readonly fontDirs: readonly string[];
  /** What a definition of this office may name. */
  readonly names: (tx: Db) => Promise<Names>;
}

/** What a department's clerk does to the ledgers the department keeps: see, try on paper, save as a version. */
export const createDesigns = (
  { db, audit, secrets }: Platform,
  { sources, fontDirs, names }: DesignParts,
) => {
  /** One's own department's ledger, committees' views do not count here. */
  const own = async (tx: Db, who: Actor, id: string): Promise<StoredLedger> => {
    const filter = ledgersFor(who);
    const [ledger] = filter ? await findLedgers(tx, officeDay(), { ...filter, id }) : [];
    if (!ledger || ledger.departmentId !== who.department) throw new Refusal(problems.noLedger);
    return ledger;
  };

  const designOf = async (
    tx: Db,
    { id, name }: Pick<StoredLedger, 'id' | 'name'>,
  ): Promise<LedgerDesign> => ({
    id,
    name,
    versions: (await findVersions(tx, id)).map((one) => ({
      ...one,
      definition: one.definition as unknown as Record<string, unknown>,
    })),
  });

  const sheetOf = async (
    who: Actor,
    { definition: data, month, page, committee }: BodyOf<typeof previewLedgerDesign>,
    signal: AbortSignal,
  ): Promise<Omit<PaperPage, 'masked'>> => {
    const [opened, rows] = await db.read(who, async (tx) => {
      const definition = checked(data, await names(tx));
      const words = await readOfficeWords(tx, sources);
      const departments = await sources.organisation.departments(tx);
      const ledger: StoredLedger = {
        id: newId(),
        code: '',
        name: definition.layout.title,
        departmentId: who.department ?? '',
        department: departments.find(({ id }) => id === who.department)?.name ?? '',
        level: 'subdistrict',
        frequency: 'month',
        legalBasis: '',
        version: 0,
        definition,
      };
      const opened = scopedView(ledger, words, knownCommittee(words, committee ?? null), month, words.today);
      return [opened, await sheetRows(tx, opened, page, 'masked-paper', secrets)] as const;
    });
    return previewSheet(formOf(opened, rows, takerOf(who)), page, { fontDirs, signal });
  };

  /** A form that does not fit its paper is not saved: its first sheet is typeset. */
  const mustFit = (who: Actor, definition: unknown, signal: AbortSignal) =>
    sheetOf(
      who,
      {
        definition: definition as Record<string, unknown>,
        month: officeMonth(),
        page: 1,
        committee: undefined,
      },
      signal,
    );

  /**
   * The one door by which a definition comes to be kept: it makes sense to the office, and fits its paper.
   * @throws {Refusal} definitionWrong, cannotPrint
   */
  const admit = async (who: Actor, data: unknown, signal: AbortSignal): Promise<LedgerDefinition> => {
    const definition = await db.read(who, async (tx) => checked(data, await names(tx)));
    await mustFit(who, definition, signal);
    return definition;
  };

  /** A new ledger of one's own department, of an admitted definition. */
  const insertNew = (
    tx: Db,
    who: Actor,
    draft: Omit<BodyOf<typeof declareLedger>, 'definition'>,
    definition: LedgerDefinition,
  ): Promise<string> => {
    const department = departmentOf(who);
    const whole = { ...draft, code: `own-${newId()}`, departments: [department], definition };
    return insertLedger(tx, who.subdistrict, department, whole, officeDay());
  };

  /** @throws {Refusal} designChanged when somebody saved another since */
  const insertNext = async (
    tx: Db,
    who: Actor,
    id: string,
    definition: LedgerDefinition,
    seen: number,
  ): Promise<StoredLedger> => {
    const ledger = await own(tx, who, id);
    await lockLedger(tx, id);
    const [newest] = await findVersions(tx, id);
    if (newest?.version !== seen) throw new Refusal(problems.designChanged);
    await insertVersion(tx, who.subdistrict, id, seen + 1, definition, officeDay());
    return ledger;
  };

  return {
    admit,
    /** @throws {Refusal} definitionWrong */
    check: async (tx: Db, data: unknown): Promise<LedgerDefinition> => checked(data, await names(tx)),
    insertNew,
    insertNext,
    own,

    get: (who: Actor, id: string): Promise<LedgerDesign> =>
      db.read(who, async (tx) => designOf(tx, await own(tx, who, id))),

    preview: sheetOf,

    /**
     * Saves a definition as the version in force from today. Records are not touched.
     * @throws {Refusal} designChanged when somebody saved another since
     */
    save: async (
      who: Actor,
      id: string,
      data: unknown,
      seen: number,
      signal: AbortSignal,
    ): Promise<LedgerDesign> => {
      const definition = await admit(who, data, signal);
      return db.transaction(who, async (tx) => {
        const ledger = await insertNext(tx, who, id, definition, seen);
        const design = await designOf(tx, ledger);
        await audit.record(tx, who, 'ledger.redesigned', id, { version: seen + 1 });
        return design;
      });
    },

    /** A new ledger of one's own department. */
    declare: async (
      who: Actor,
      draft: BodyOf<typeof declareLedger>,
      signal: AbortSignal,
    ): Promise<LedgerDesign> => {
      departmentOf(who);
      const definition = await admit(who, draft.definition, signal);
      return db.transaction(who, async (tx) => {
        const id = await insertNew(tx, who, draft, definition);
        const design = await designOf(tx, { id, name: draft.name });
        await audit.record(tx, who, 'ledger.declared', id, { version: 1 });
        return design;
      });
    },
  };
};
export type DesignService = ReturnType<typeof createDesigns>;
