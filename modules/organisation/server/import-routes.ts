import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '#platform/contract/actor.ts';
import { common, Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import { type BoundRoute, handle } from '#platform/http/bind.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import type { OrganisationImport } from '../contract.ts';
import * as contract from '../contract.ts';
import { hideNumbers } from '../domain/mask-phone.ts';
import type { OrganisationNow } from '../domain/organisation-now.ts';
import { type ImportPlan, planImport } from '../domain/plan-import.ts';
import type { SheetText } from '../domain/read-sheet.ts';
import { problems } from '../problems.ts';
import { readWorkbook } from './read-workbook.ts';
import * as repository from './repository.ts';
import { phonePlace, writeCadres, writeCommittees, writeDepartments } from './write-organisation.ts';
import { writeOrganisationTemplate } from './write-template.ts';

/** Places listed in full; a file with more is mended in steps. */
const placesShown = 200;

const organisationNow = async ({ secrets }: Platform, tx: Db): Promise<OrganisationNow> => ({
  departments: await repository.departments(tx),
  committees: await repository.committees(tx),
  cadres: (await repository.cadres(tx, {}, false)).map((cadre) => ({
    ...cadre,
    phone: cadre.phone === null ? null : secrets.open(phonePlace, cadre.phone),
  })),
});

const shown = (id: string, plan: ImportPlan, applied: boolean): OrganisationImport => ({
  id,
  departments: plan.departments.counts,
  committees: plan.committees.counts,
  cadres: plan.cadres.counts,
  problems: plan.problems
    .slice(0, placesShown)
    .map((problem) => ({ ...problem, message: hideNumbers(problem.message) })),
  problemCount: plan.problems.length,
  applied,
});

const planOf = async (platform: Platform, tx: Db, book: readonly SheetText[]): Promise<ImportPlan> =>
  planImport(book, await organisationNow(platform, tx));

/** Uploaded files hold names and phones: none is kept longer than the week somebody may need to confirm it. */
const forgetOld = async ({ files }: Platform, tx: Db): Promise<void> => {
  const old = await tx
    .deleteFrom('organisation_import')
    .where('created_at', '<', sql<string>`now() - interval '7 days'`)
    .returning('file_key')
    .execute();
  for (const { file_key } of old) await files.remove(file_key);
};

/** A file with phones in it lies in the store as a phone lies in the database. */
const filePlace = 'organisation_import.file';
const sealed = ({ secrets }: Platform, bytes: Uint8Array): Uint8Array =>
  secrets.seal(filePlace, Buffer.from(bytes).toString('base64'));
const unsealed = ({ secrets }: Platform, bytes: Uint8Array): Uint8Array =>
  Buffer.from(secrets.open(filePlace, bytes), 'base64');

/** Reads and compares, keeps the file, writes nothing of it. */
const preview = async (platform: Platform, who: Actor, bytes: Uint8Array): Promise<OrganisationImport> => {
  const book = await readWorkbook(bytes);
  const id = newId();
  const key = `${who.subdistrict}/${id}`;
  await platform.files.put(key, sealed(platform, bytes), 'application/octet-stream');
  return platform.db.transaction(who, async (tx) => {
    await forgetOld(platform, tx);
    const { version } = await repository.findSubdistrict(tx);
    const plan = await planOf(platform, tx, book);
    await tx
      .insertInto('organisation_import')
      .values({
        subdistrict_id: who.subdistrict,
        id,
        file_key: key,
        file_hash: createHash('sha256').update(bytes).digest('hex'),
        basis: version,
        account_id: who.account,
      })
      .execute();
    await platform.audit.record(tx, who, 'organisation.import-previewed', id, {
      problems: plan.problems.length,
    });
    return shown(id, plan, false);
  });
};

/** The stored file, if it is still the one that was previewed. */
const storedFile = async (platform: Platform, who: Actor, id: string): Promise<Uint8Array> => {
  const row = await platform.db.read(who, (tx) =>
    tx
      .selectFrom('organisation_import')
      .select(['file_key', 'file_hash'])
      .where('id', '=', id)
      .executeTakeFirst(),
  );
  const kept = row ? await platform.files.get(row.file_key) : null;
  if (!row || !kept) throw new Refusal(common.notFound);
  const bytes = unsealed(platform, kept);
  if (createHash('sha256').update(bytes).digest('hex') !== row.file_hash)
    throw new Refusal(problems.importStale);
  return bytes;
};

/** Marks an import as done, once; refuses it when the organisation is not what the preview saw. */
const takeImport = async (tx: Db, who: Actor, id: string): Promise<void> => {
  const version = await repository.nextVersion(tx, who.subdistrict);
  const row = await tx
    .selectFrom('organisation_import')
    .select(['basis', 'applied_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Refusal(common.notFound);
  if (row.applied_at !== null) throw new Refusal(problems.importDone);
  if (row.basis !== version - 1) throw new Refusal(problems.importStale);
  await tx
    .updateTable('organisation_import')
    .set({ applied_at: new Date().toISOString() })
    .where('id', '=', id)
    .execute();
};

/** Reads the kept file again and writes all of it, or nothing. */
const apply = async (platform: Platform, who: Actor, id: string): Promise<OrganisationImport> => {
  const book = await readWorkbook(await storedFile(platform, who, id));
  return platform.db.transaction(who, async (tx) => {
    await takeImport(tx, who, id);
    const plan = await planOf(platform, tx, book);
    if (plan.problems.length > 0)
      throw new Refusal(problems.importProblems, { problems: plan.problems.length });
    await writeDepartments(tx, who.subdistrict, plan.departments);
    await writeCommittees(tx, who.subdistrict, plan.committees);
    await writeCadres(tx, platform.secrets, who.subdistrict, plan.cadres);
    const answer = shown(id, plan, true);
    await platform.live.publish(tx, who.subdistrict, 'office', { changed: 'organisation' });
    const { departments, committees, cadres } = answer;
    await platform.audit.record(tx, who, 'organisation.imported', id, { departments, committees, cadres });
    return answer;
  });
};

export const importRoutes = (platform: Platform): BoundRoute[] => [
  handle(contract.previewOrganisationImport, ({ who, body }) => preview(platform, who, body)),
  handle(contract.applyOrganisationImport, ({ who, params }) => apply(platform, who, params.id)),
  handle(contract.downloadOrganisationTemplate, async () => ({
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: '组织架构.xlsx',
    content: await writeOrganisationTemplate(),
  })),
];
