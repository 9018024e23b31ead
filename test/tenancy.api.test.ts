import { Client } from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/database/id.ts';
import { atStop } from './at-stop.ts';
import { type Office, startOffice } from './office.ts';

/** Tables of ours that belong to no subdistrict, each with its reason. */
const sharedTables = new Set([
  'qz_migration', // which migrations were applied
  'venue_pairing_code', // typed by a screen that belongs to nobody yet; says whose it is to become
  'venue_sign_in_code', // typed on a phone nobody is signed in on; says which venue
]);

let office: Office;
let catalogue: Client;

const ask = async <T>(text: string): Promise<T[]> => (await catalogue.query(text)).rows as T[];

beforeAll(async () => {
  office = await startOffice();
  catalogue = new Client({ connectionString: office.ownerUrl });
  await catalogue.connect();
  atStop(() => catalogue.end());
});

const tenantTables = async (): Promise<string[]> => {
  const rows = await ask<{ name: string }>(
    `select relname as name from pg_class join pg_namespace n on n.oid = relnamespace where n.nspname = 'public' and relkind in ('r', 'p')`,
  );
  return rows.map(({ name }) => name).filter((name) => !sharedTables.has(name));
};

test('there are tenant tables to look at', async () => {
  expect((await tenantTables()).length).toBeGreaterThan(15);
});

test('row-level security is enabled and forced on every tenant table, by one policy', async () => {
  const open = await ask<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     left join pg_policy p on p.polrelid = c.oid and p.polname = 'tenant'
     where n.nspname = 'public' and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity and p.oid is not null)`,
  );
  expect(open.map(({ name }) => name).filter((name) => !sharedTables.has(name))).toEqual([]);
});

test('the subdistrict stands first in every primary and unique key of a tenant table', async () => {
  const keys = await ask<{ table: string; key: string; first: string }>(
    `select t.relname as table, i.relname as key, a.attname as first
     from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
     join pg_namespace n on n.oid = t.relnamespace
     join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
     where n.nspname = 'public' and x.indisunique`,
  );
  expect(keys.length).toBeGreaterThan(15);
  const wrong = keys.filter(({ table, first }) => !sharedTables.has(table) && first !== 'subdistrict_id');
  // The root of a tenant is its own key.
  expect(wrong.filter(({ table, first }) => !(table === 'subdistrict' && first === 'id'))).toEqual([]);
});

test('every foreign key of a tenant table carries the subdistrict, and none is set to null on delete', async () => {
  const keys = await ask<{ table: string; name: string; columns: string[]; action: string }>(
    `select t.relname as table, c.conname as name, c.confdeltype as action,
       array(select a.attname::text from unnest(c.conkey) with ordinality k(num, place)
             join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num order by k.place) as columns
     from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
     where c.contype = 'f' and n.nspname = 'public'`,
  );
  expect(keys.length).toBeGreaterThan(10);
  expect(keys.filter(({ columns, action }) => columns[0] !== 'subdistrict_id' || action === 'n')).toEqual([]);
});

test('no sequence and no trigger stands on a tenant table', async () => {
  expect(
    await ask(
      `select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and relkind = 'S'`,
    ),
  ).toEqual([]);
  expect(
    await ask(
      `select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and not tgisinternal`,
    ),
  ).toEqual([]);
});

test('a shared table never points into a tenant', async () => {
  const pointing = await ask(
    `select c.conname from pg_constraint c join pg_class f on f.oid = c.conrelid join pg_namespace fn on fn.oid = f.relnamespace
     join pg_class t on t.oid = c.confrelid join pg_namespace tn on tn.oid = t.relnamespace
     where c.contype = 'f' and fn.nspname <> 'public' and tn.nspname = 'public'`,
  );
  expect(pointing).toEqual([]);
});

test('the role the product works as owns nothing and cannot pass row-level security', async () => {
  const owned = await ask(`select relname from pg_class where pg_get_userbyid(relowner) = 'qz_app'`);
  expect(owned).toEqual([]);
  const [role] = await ask<{ rolsuper: boolean; rolbypassrls: boolean }>(
    `select rolsuper, rolbypassrls from pg_roles where rolname = 'qz_app'`,
  );
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false });
  const { rows } = await office.platform.db.pool.query('select current_user as name');
  expect(rows).toEqual([{ name: 'qz_app' }]);
});

test('without a tenant there are no rows, in any table', async () => {
  for (const table of await tenantTables()) {
    const { rows } = await office.platform.db.pool.query(`select count(*)::int as count from "${table}"`);
    expect([table, rows[0]?.count]).toEqual([table, 0]);
  }
});

test('nothing of one tenant is seen by the next user of the same connection', async () => {
  const tenants = [office.ids.subdistrict, office.otherIds.subdistrict, newId()];
  for (let turn = 0; turn < 300; turn += 1) {
    const subdistrict = tenants[turn % 3] ?? '';
    const seen = await office.platform.db.read({ subdistrict }, (tx) =>
      tx.selectFrom('committee').select('subdistrict_id').distinct().execute(),
    );
    expect(seen.every((row) => row.subdistrict_id === subdistrict)).toBe(true);
    const { rows } = await office.platform.db.pool.query('select 1 from committee limit 1');
    expect(rows).toEqual([]);
  }
});

test('a tenant cannot write into another', async () => {
  const write = office.platform.db.transaction({ subdistrict: office.ids.subdistrict }, (tx) =>
    tx
      .insertInto('department')
      .values({
        subdistrict_id: office.otherIds.subdistrict,
        id: newId(),
        code: 'x',
        name: 'x',
        kind: 'business',
      })
      .execute(),
  );
  await expect(write).rejects.toMatchObject({ code: '42501' });
});

test('an audit entry cannot be changed or removed by the product', async () => {
  const tenant = { subdistrict: office.ids.subdistrict };
  const change = office.platform.db.transaction(tenant, (tx) =>
    tx.updateTable('audit').set({ action: 'x' }).execute(),
  );
  await expect(change).rejects.toMatchObject({ code: '42501' });
  const remove = office.platform.db.transaction(tenant, (tx) => tx.deleteFrom('audit').execute());
  await expect(remove).rejects.toMatchObject({ code: '42501' });
});
