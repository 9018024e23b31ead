import { defineConfig } from 'vitest/config';

const postgres = { globalSetup: ['test/setup-postgres.ts'], setupFiles: ['test/stop-offices.ts'] };

/**
 * Suites by what a test needs: nothing, the app on a database, the product as a process, schemathesis, a browser.
 * Limits only end what hangs; a slow or busy computer must not fail a test.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: ['{platform,modules,engines,app,test}/**/*.test.ts'],
          exclude: ['**/*.api.test.ts', '**/node_modules/**'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'api',
          include: ['{platform,modules,app,test}/**/*.api.test.ts'],
          ...postgres,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.fault.ts'],
          testTimeout: 300_000,
          maxWorkers: 1,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'network',
          include: ['test/network/**/*.network.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          maxWorkers: 1,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'fuzz',
          include: ['test/fuzz/**/*.fuzz.ts'],
          ...postgres,
          testTimeout: 900_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.journey.ts'],
          ...postgres,
          testTimeout: 240_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
          fileParallelism: false,
        },
      },
    ],
  },
});
