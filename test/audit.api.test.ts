import { Client } from 'pg';
import { beforeEach, expect, test } from 'vitest';
import { systemActor } from '#platform/contract/actor.ts';
import { atStop } from './at-stop.ts';
import { type Office, startOffice } from './office.ts';

let office: Office;
let intruder: Client;

const verify = () =>
  office.platform.db.read({ subdistrict: office.ids.subdistrict }, (tx) =>
    office.platform.audit.verify(tx, office.ids.subdistrict),
  );

/** Ten entries in each of two chains, and somebody with the database's own password. */
beforeEach(async () => {
  office = await startOffice();
  const client = new Client({ connectionString: office.ownerUrl });
  await client.connect();
  atStop(() => client.end());
  intruder = client;
  const who = systemActor(office.ids.subdistrict);
  for (let turn = 0; turn < 10; turn += 1) {
    for (const committee of [null, office.ids.committees.c01 ?? '']) {
      await office.platform.db.transaction(who, (tx) =>
        office.platform.audit.record(
          tx,
          who,
          'test.done',
          `subject ${turn}`,
          { turn, nested: { z: 1, a: [1.5, null] } },
          committee,
        ),
      );
    }
  }
});

test('chains nobody touched are whole', async () => {
  const { chains, entries, breaks } = await verify();
  expect(chains).toBeGreaterThanOrEqual(2);
  expect(entries).toBeGreaterThanOrEqual(20);
  expect(breaks).toEqual([]);
});

test('fifty entries at once stand in one chain without a gap', async () => {
  const who = systemActor(office.ids.subdistrict);
  await Promise.all(
    Array.from({ length: 50 }, (_, turn) =>
      office.platform.db.transaction(who, (tx) =>
        office.platform.audit.record(tx, who, 'test.crowd', String(turn)),
      ),
    ),
  );
  expect((await verify()).breaks).toEqual([]);
});

test('an entry is not written when what it tells of was rolled back', async () => {
  const who = systemActor(office.ids.subdistrict);
  const before = (await verify()).entries;
  const failing = office.platform.db.transaction(who, async (tx) => {
    await office.platform.audit.record(tx, who, 'test.undone', 'x');
    throw new Error('undone');
  });
  await expect(failing).rejects.toThrow('undone');
  expect((await verify()).entries).toBe(before);
});

const chain = `subdistrict_id = $1 and chain = 'office'`;
const tampering: [string, string][] = [
  ['an edited fact', `update audit set facts = '{"turn": 99}' where ${chain} and seq = 4`],
  ['another actor', `update audit set account_id = gen_random_uuid() where ${chain} and seq = 4`],
  ['a deleted entry', `delete from audit where ${chain} and seq = 4`],
  [
    'two entries swapped',
    `update audit set seq = case seq when 4 then 1005 else 1004 end where ${chain} and seq in (4, 5)`,
  ],
  ['a cut tail', `delete from audit where ${chain} and seq > 7`],
  [
    'a cut tail with the head set back',
    `with cut as (delete from audit where ${chain} and seq > 7) update audit_head h set seq = 7, hash = a.hash from audit a where h.chain = 'office' and h.subdistrict_id = $1 and a.subdistrict_id = $1 and a.chain = 'office' and a.seq = 7`,
  ],
  [
    'a chain taken away with its head',
    `with gone as (delete from audit where ${chain}) update audit_head set seq = 0, hash = repeat('0', 64) where ${chain}`,
  ],
];

test.each(tampering)('%s is found and its place is named', async (_, statement) => {
  await intruder.query(statement, [office.ids.subdistrict]);
  if (statement.includes('1005'))
    await intruder.query(`update audit set seq = seq - 1000 where ${chain} and seq > 1000`, [
      office.ids.subdistrict,
    ]);
  const { breaks } = await verify();
  expect(breaks).toHaveLength(1);
  expect(breaks[0]).toMatchObject({ chain: 'office' });
});
