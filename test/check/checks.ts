import { join } from 'node:path';
import { root } from '#app/root.ts';

const tool = (path: string, ...words: string[]): readonly string[] => [
  process.execPath,
  '--disable-warning=ExperimentalWarning',
  join(root, path),
  ...words,
];

/** What is checked without running the product. Directions of imports are a test: test/check/boundaries.test.ts. */
export const checks: readonly { name: string; command: readonly string[] }[] = [
  {
    name: 'format and lint',
    command: tool('node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.'),
  },
  { name: 'types, server', command: tool('node_modules/typescript/bin/tsc', '-p', 'tsconfig.server.json') },
  { name: 'types, web', command: tool('node_modules/typescript/bin/tsc', '-p', 'tsconfig.web.json') },
  { name: 'nothing unused', command: tool('node_modules/knip/bin/knip.js') },
  {
    name: 'table types are those of the migrations',
    command: tool('platform/database/generate.ts', '--check'),
  },
  { name: 'printed documents are those of the code', command: tool('test/check/printed-docs.ts') },
];
