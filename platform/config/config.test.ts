import { expect, test } from 'vitest';
import { ConfigRefusal, readConfig } from './config.ts';

const refusedNames = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigRefusal) return error.names;
    throw error;
  }
};

test('an empty environment is a working one', () => {
  expect(readConfig({ PATH: '/usr/bin' })).toMatchObject({
    PORT: 8080,
    HOST: '127.0.0.1',
    QZ_DATA: './data',
  });
});

test.each([
  ['PORT', { PORT: 'eighty' }],
  ['PORT', { PORT: '70000' }],
  ['QZ_DEMO', { QZ_DEMO: 'yes' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }],
  ['QZ_PUBLIC_URL', { QZ_PUBLIC_URL: 'office.example' }],
  ['QZ_DATTA', { QZ_DATTA: '/x' }],
  ['QZ_TLS_KEY', { QZ_TLS_CERT: 'a.pem' }],
  ['LIVEKIT_API_SECRET', { LIVEKIT_URL: 'wss://x', LIVEKIT_API_KEY: 'k' }],
  ['QZ_FILES_ENDPOINT', { QZ_FILES: 's3://b', QZ_FILES_KEY: 'k', QZ_FILES_SECRET: 's' }],
  ['QZ_SECRET', { QZ_SECRET: 'short' }],
])('a wrong %s is refused by name', (name, environment) => {
  expect(refusedNames(environment)).toContain(name);
});

test('a refusal never repeats a secret', () => {
  try {
    readConfig({ QZ_SECRET: 'hunter2', LIVEKIT_API_SECRET: 'hunter2' });
    expect.unreachable();
  } catch (error) {
    expect(String(error)).not.toContain('hunter2');
  }
});

test('an empty value is as good as none', () => {
  expect(readConfig({ PORT: '' }).PORT).toBe(8080);
});
