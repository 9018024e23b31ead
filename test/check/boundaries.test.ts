import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '#app/root.ts';
import { checkBoundaries } from './boundaries.ts';

test('no import goes against the directions of the house, and every file was looked at', async () => {
  const { violations, seen, expected } = await checkBoundaries(root);
  expect(violations).toEqual([]);
  expect(seen).toBeGreaterThanOrEqual(expected);
  expect(expected).toBeGreaterThan(150);
});

/** Imports that must not pass, each planted in a small house of its own. */
const planted = [
  ['platform/x.ts', "import '../modules/meetings/server/index.ts';", 'platform-knows-no-office'],
  ['engines/pooling/x.ts', "import '../../platform/y.ts';", 'engines-import-nothing-of-ours'],
  ['modules/meetings/server/x.ts', "import '#modules/venues/server';", 'meetings-knows-only-upstream'],
  [
    'modules/venues/server/x.ts',
    "import '../../meetings/server/service.ts';",
    'modules-are-asked-at-the-door',
  ],
  ['modules/meetings/domain/x.ts', "import 'node:fs';", 'domain-does-no-io'],
  ['modules/meetings/web/x.ts', "import '../server/service.ts';", 'web-never-imports-server'],
  ['modules/meetings/server/y.ts', "import '../web/index.ts';", 'server-never-imports-web'],
] as const;

test.each(planted)('%s with %s is found', async (file, source, rule) => {
  const house = await mkdtemp(join(tmpdir(), 'qz-house-'));
  try {
    for (const name of ['package.json', 'tsconfig.base.json']) await cp(join(root, name), join(house, name));
    const files = {
      'platform/y.ts': '',
      'engines/pooling/index.ts': '',
      'app/a.ts': '',
      'modules/meetings/server/index.ts': '',
      'modules/meetings/server/service.ts': '',
      'modules/meetings/web/index.ts': '',
      'modules/venues/server/index.ts': '',
      [file]: source,
    };
    for (const [path, text] of Object.entries(files)) {
      await mkdir(join(house, path, '..'), { recursive: true });
      await writeFile(join(house, path), `${text}\nexport {};\n`);
    }
    const { violations } = await checkBoundaries(house);
    expect(violations.map((one) => one.split(':')[0])).toContain(rule);
  } finally {
    await rm(house, { recursive: true, force: true });
  }
});
