import { describe, expect, test } from 'vitest';
import { explainFailure } from './explain-failure.ts';
import { isBackendOf, isPostmasterOf } from './leftovers.ts';
import { parsePidFile } from './pid-file.ts';
import { defaultSettings, settingArguments } from './settings.ts';

describe('the last words of a server that did not come up', () => {
  test.each([
    ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'disk_full'],
    ['FATAL:  could not create any TCP/IP sockets', 'port_taken'],
    ['FATAL:  could not open file "global/pg_control": Permission denied', 'data_folder_read_only'],
    ['FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use', 'data_folder_in_use'],
    ['FATAL:  something new', 'did_not_start'],
    ['', 'did_not_start'],
  ])('%s', (words, code) => {
    expect(explainFailure('/data', words).code).toBe(code);
  });

  test('an unknown reason is quoted', () => {
    expect(explainFailure('/data', 'LOG:  a\nFATAL:  b\nLOG:  c').message).toContain('FATAL:  b');
  });
});

test('a pid file that is empty, cut or foreign is none', () => {
  for (const text of ['', 'x', '1\n', '0\n']) expect(parsePidFile(text)).toBeUndefined();
  expect(parsePidFile('4711\n/data\n1\n5432\n/tmp/qz-pg-a\n\n 1 2\nready   \n')).toEqual({
    pid: 4711,
    port: 5432,
    socketFolder: '/tmp/qz-pg-a',
    status: 'ready',
  });
});

test('only processes that carry the name of this cluster are ours', () => {
  const cluster = { name: 'qz-0123' };
  expect(isPostmasterOf(cluster, '/x/bin/postgres -D /d -c cluster_name=qz-0123 -c port=5432')).toBe(true);
  expect(isPostmasterOf(cluster, '/usr/lib/postgresql/15/bin/postgres -D /d')).toBe(false);
  expect(isPostmasterOf(cluster, undefined)).toBe(false);
  expect(isBackendOf(cluster, 'postgres: qz-0123: postgres postgres [local] SELECT')).toBe(true);
  expect(isBackendOf(cluster, 'postgres: qz-01234: checkpointer ')).toBe(false);
});

test('a setting given later wins, and nothing weakens durability by default', () => {
  expect(settingArguments({ a: '1', b: '2' }, { a: '3' })).toEqual(['-c', 'a=3', '-c', 'b=2']);
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    expect(defaultSettings()).not.toHaveProperty(name);
  }
});
