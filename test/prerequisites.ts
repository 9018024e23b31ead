import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#app/root.ts';
import { browserPath } from './browser-path.ts';

type Say = (text: string) => void;

const run = (program: string, ...words: string[]): boolean =>
  spawnSync(program, words, {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

const isRootOnDebian = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Programs the suites call, and the Debian packages that bring them. */
const wanted: readonly { what: string; there: () => boolean; packages: readonly string[] }[] = [
  { what: 'Chromium', there: () => browserPath() !== null, packages: ['chromium'] },
  {
    what: 'Chinese fonts for the screenshots',
    there: () => existsSync('/usr/share/fonts/opentype/noto'),
    packages: ['fonts-noto-cjk'],
  },
  { what: 'pdftotext', there: () => run('pdftotext', '-v'), packages: ['poppler-utils'] },
  {
    what: 'PostgreSQL 15',
    there: () => existsSync('/usr/lib/postgresql/15/bin/postgres'),
    packages: ['postgresql-15'],
  },
  { what: 'Redis', there: () => run('redis-server', '--version'), packages: ['redis-server'] },
  {
    what: 'Python with venv',
    there: () => run('python3', '-m', 'venv', '--help'),
    packages: ['python3', 'python3-venv'],
  },
];

let listed = false;

const install = (say: Say, { what, packages }: (typeof wanted)[number]): boolean => {
  say(`installing ${what}…`);
  if (!listed) run('apt-get', 'update');
  listed = true;
  return run('apt-get', 'install', '-y', '--no-install-recommends', ...packages);
};

/** Where schemathesis is installed: a private Python environment. */
export const schemathesisPath = join(root, '.runtime/schemathesis/bin/schemathesis');
const schemathesisVersion = '4.32.5';

const ensureSchemathesis = (say: Say): string[] => {
  if (existsSync(schemathesisPath)) return [];
  say('installing schemathesis…');
  const folder = join(root, '.runtime/schemathesis');
  const made =
    run('python3', '-m', 'venv', folder) &&
    run(join(folder, 'bin/pip'), 'install', '-q', `schemathesis==${schemathesisVersion}`);
  return made
    ? []
    : [
        `schemathesis could not be installed: python3 -m venv ${folder} && pip install schemathesis==${schemathesisVersion}`,
      ];
};

/**
 * Brings what the suites need from outside npm: by apt when root on Debian, else says how.
 * @returns one line for each thing that is still missing
 */
export const ensurePrerequisites = async (say: Say): Promise<string[]> => {
  const missing = wanted.filter(
    (one) => !one.there() && !(isRootOnDebian() && install(say, one) && one.there()),
  );
  return [
    ...missing.map(({ what, packages }) => `${what} is needed: sudo apt-get install ${packages.join(' ')}`),
    ...ensureSchemathesis(say),
  ];
};
