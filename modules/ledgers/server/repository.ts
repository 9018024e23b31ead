import { sql } from 'kysely';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { Purpose } from '../contract.ts';
import type { LedgerDefinition, LedgerDraft, WholeDraft } from '../domain/definition.ts';
import { definitionsOf } from './definitions.ts';

/** A ledger with the version that is in force. */
export interface StoredLedger {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly departmentId: string;
  readonly department: string;
  readonly level: LedgerDraft['level'];
  readonly frequency: LedgerDraft['frequency'];
  readonly legalBasis: string;
  readonly version: number;
  readonly definition: LedgerDefinition;
}

export interface LedgerFilter {
  readonly id?: string;
  readonly department?: string;
  /** Those that read any of these. */
  readonly activities?: readonly string[];
}

interface KeptLedger {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly department_id: string;
  readonly department: string;
  readonly level: string;
  readonly frequency: string;
  readonly legal_basis: string;
  readonly version: number;
}

/** Ledgers that are kept now, each with the newest version in force on a day; in the order of their codes. */
export const findLedgers = async (
  tx: Db,
  day: string,
  { id, department, activities }: LedgerFilter = {},
): Promise<StoredLedger[]> => {
  // Each ledger's newest version first: what an older one covered, and this one does not, counts no more.
  const { rows } =
    await sql<KeptLedger>`/* ledgers-kept */ select l.id, l.code, l.name, l.department_id, l.level,
      l.frequency, l.legal_basis, v.version, d.name as department
    from ledger l
    join lateral (select one.version, one.activities from ledger_version one
      where one.subdistrict_id = l.subdistrict_id and one.ledger_id = l.id
        and one.effective_from <= ${day}::date
      order by one.version desc limit 1) v on true
    join department d on d.subdistrict_id = l.subdistrict_id and d.id = l.department_id
    where l.status in ('active', 'comparing', 'retiring')
      and coalesce(l.id = ${id ?? null}::uuid, true)
      and coalesce(l.department_id = ${department ?? null}::uuid, true)
      and coalesce(v.activities && ${activities ? [...activities] : null}::text[], true)
    order by l.code`.execute(tx);
  const definitions = await definitionsOf(tx, rows);
  return rows.map((row, index) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    departmentId: row.department_id,
    department: row.department,
    level: row.level as LedgerDraft['level'],
    frequency: row.frequency as LedgerDraft['frequency'],
    legalBasis: row.legal_basis,
    version: row.version,
    definition: definitions[index] as LedgerDefinition,
  }));
};

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;

/** Declares a ledger with its first version. */
export const insertLedger = async (
  tx: Db,
  subdistrict: string,
  department: string,
  draft: WholeDraft,
  from: string,
): Promise<string> => {
  const id = newId();
  await tx
    .insertInto('ledger')
    .values({
      subdistrict_id: subdistrict,
      id,
      code: draft.code,
      department_id: department,
      name: draft.name,
      level: draft.level,
      legal_basis: draft.legalBasis,
      frequency: draft.frequency,
    })
    .execute();
  await insertVersion(tx, subdistrict, id, 1, draft.definition, from);
  return id;
};

/** A definition in force from a day on; never edited afterwards. */
export const insertVersion = async (
  tx: Db,
  subdistrict: string,
  ledger: string,
  version: number,
  definition: LedgerDefinition,
  from: string,
): Promise<void> => {
  const { grain, activities, condition, columns, detail, layout, order, period } = definition;
  await sql`insert into ledger_version
    (subdistrict_id, ledger_id, version, grain, activities, condition, columns, detail, layout, sorting,
      period, effective_from)
    values (${subdistrict}, ${ledger}, ${version}, ${grain}, ${[...activities]},
      ${condition ? json(condition) : null}, ${json(columns)}, ${json(detail)}, ${json(layout)}, ${json(order)},
      ${period}, ${from})`.execute(tx);
};

/** Two who save versions of one ledger wait for each other. */
export const lockLedger = (tx: Db, id: string): Promise<unknown> =>
  tx.selectFrom('ledger').select('id').where('id', '=', id).forUpdate().execute();

/** Every version of a ledger, newest first. */
export const findVersions = async (tx: Db, ledger: string) => {
  const rows = await tx
    .selectFrom('ledger_version')
    .select(['version', 'effective_from'])
    .where('ledger_id', '=', ledger)
    .orderBy('version', 'desc')
    .limit(100)
    .execute();
  const definitions = await definitionsOf(
    tx,
    rows.map(({ version }) => ({ id: ledger, version })),
  );
  return rows.map(({ version, effective_from: effectiveFrom }, index) => ({
    version,
    effectiveFrom,
    definition: definitions[index] as LedgerDefinition,
  }));
};

export interface LedgerSign {
  readonly subdistrict: string;
  readonly ledger: string;
  readonly kind: 'opened' | 'revealed' | 'exported' | 'printed' | 'issued';
  readonly account: string;
  readonly committee: string | null;
  readonly month: string;
  readonly purpose: Purpose | null;
  readonly day: string;
}

/** Notes a sign of use; opening counts once a day and person. */
export const noteSign = async (tx: Db, sign: LedgerSign): Promise<void> => {
  await tx
    .insertInto('ledger_event')
    .values({
      subdistrict_id: sign.subdistrict,
      id: newId(),
      ledger_id: sign.ledger,
      kind: sign.kind,
      account_id: sign.account,
      committee_id: sign.committee,
      month: sign.month,
      purpose: sign.purpose,
      day: sign.day,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};
