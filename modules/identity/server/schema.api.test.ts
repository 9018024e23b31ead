import { getMigrations } from 'better-auth/db/migration';
import { expect, test } from 'vitest';
import { startOffice } from '#test/office.ts';
import { createAuth } from './auth.ts';

test('our migration is what this version of better-auth expects', async () => {
  const { platform } = await startOffice();
  const auth = createAuth(platform, { publicUrl: null, secure: false, demo: false });
  const { toBeCreated, toBeAdded } = await getMigrations(auth.options as never);
  expect(toBeCreated).toEqual([]);
  expect(toBeAdded).toEqual([]);
});

test('the product cannot change the tables of accounts, nor drop them', async () => {
  const { platform } = await startOffice();
  await expect(platform.db.pool.query('alter table auth.member drop column roles')).rejects.toThrow(/owner/);
});
