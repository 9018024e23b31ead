import { type Selectable, sql } from 'kysely';
import type { Actor } from '#platform/contract/actor.ts';
import type { Db } from '#platform/database/database.ts';
import type { LedgerTemplate } from '#platform/database/schema.ts';
import type { TemplateFilling, TemplateReading } from '../../domain/template-filling.ts';

export type TemplateRow = Selectable<LedgerTemplate>;

const json = (value: unknown) => sql<never>`${JSON.stringify(value)}::jsonb`;

export interface NewTemplate {
  readonly id: string;
  readonly ledger: string;
  readonly version: number;
  readonly kind: 'xlsx' | 'docx';
  readonly name: string;
  readonly key: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly reading: TemplateReading;
}

export const insertTemplate = (tx: Db, who: Actor, one: NewTemplate): Promise<unknown> =>
  tx
    .insertInto('ledger_template')
    .values({
      subdistrict_id: who.subdistrict,
      id: one.id,
      ledger_id: one.ledger,
      version: one.version,
      kind: one.kind,
      name: one.name,
      file_key: one.key,
      sha256: one.sha256,
      bytes: one.bytes,
      reading: json(one.reading),
      added_by: who.account,
      added_by_name: who.name,
    })
    .execute();

export const findTemplate = (tx: Db, id: string): Promise<TemplateRow | undefined> =>
  tx.selectFrom('ledger_template').selectAll().where('id', '=', id).executeTakeFirst();

export const templatesOf = (tx: Db, ledger: string): Promise<TemplateRow[]> =>
  tx
    .selectFrom('ledger_template')
    .selectAll()
    .where('ledger_id', '=', ledger)
    .orderBy('added_at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute();

/** The file in use for a ledger and kind. */
export const templateInUse = (tx: Db, ledger: string, kind: string): Promise<TemplateRow | undefined> =>
  tx
    .selectFrom('ledger_template')
    .selectAll()
    .where('ledger_id', '=', ledger)
    .where('kind', '=', kind)
    .where('in_use', '=', true)
    .executeTakeFirst();

/** From now on this one is used instead of the one before. */
export const putToUse = async (
  tx: Db,
  row: Pick<TemplateRow, 'id' | 'ledger_id' | 'kind'>,
  version: number,
  filling: TemplateFilling,
): Promise<void> => {
  await tx
    .updateTable('ledger_template')
    .set({ in_use: false })
    .where('ledger_id', '=', row.ledger_id)
    .where('kind', '=', row.kind)
    .where('id', '<>', row.id)
    .execute();
  await tx
    .updateTable('ledger_template')
    .set({ in_use: true, version, filling: json(filling) })
    .where('id', '=', row.id)
    .execute();
};

export const deleteTemplate = (tx: Db, id: string): Promise<unknown> =>
  tx.deleteFrom('ledger_template').where('id', '=', id).execute();
