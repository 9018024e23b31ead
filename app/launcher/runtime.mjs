import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, npmEnvironment, npmHint, retryWithOwnCache } from './npm.mjs';
import { inRoot } from './paths.mjs';
import { runStep } from './run.mjs';

/** The Node the product is tested with. */
const PINNED = '24.21.0';

/** Whether the machine's own Node will do: 24, or a later line with long-term support (even numbers). */
export const isUsable = (version) => {
  const major = Number(version.replace(/^v/, '').split('.')[0]);
  return major >= 24 && major % 2 === 0;
};

/** The path of a Node that runs the product; the pinned one is brought from npm when the machine's is too old. */
export const ensureRuntime = async () => {
  if (isUsable(process.version)) return process.execPath;
  const { name, program } = packageFor(process.platform, process.arch);
  const folder = inRoot('.runtime');
  const node = join(folder, 'node_modules', name, 'bin', program);
  if (existsSync(node) && installedVersion(folder, name) === PINNED) return node;
  await install(folder, name);
  return node;
};

const packageFor = (platform, arch) => {
  const windows = platform === 'win32';
  return { name: `node-${windows ? 'win' : platform}-${arch}`, program: windows ? 'node.exe' : 'node' };
};

const installedVersion = (folder, name) =>
  JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version;

const install = async (folder, name) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "name": "runtime", "private": true }\n');
  const { command, first } = npm();
  await runStep({
    label: `获取运行环境 fetching Node ${PINNED}`,
    command,
    args: [
      ...first,
      'install',
      '--prefix',
      '.runtime',
      '--no-save',
      '--no-package-lock',
      `${name}@${PINNED}`,
    ],
    env: npmEnvironment(),
    retry: retryWithOwnCache,
    hint: npmHint,
  });
};
