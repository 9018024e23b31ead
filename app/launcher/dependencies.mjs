import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { npm, npmEnvironment, npmHint, retryWithOwnCache } from './npm.mjs';
import { inRoot } from './paths.mjs';
import { runStep } from './run.mjs';

const stampFile = () => inRoot('node_modules', '.qingzhuang');

/** Installs what package-lock.json names with the given Node, unless it is there already. */
export const ensureDependencies = async (node) => {
  const lock = readFileSync(inRoot('package-lock.json'), 'utf8');
  const stamp = createHash('sha256').update(`${lock}${process.platform}-${process.arch}`).digest('hex');
  if (readOrNothing(stampFile()) === stamp) return;
  if (!matches(JSON.parse(lock), installedTree())) await install(node);
  tryWrite(stampFile(), stamp);
};

/**
 * Whether npm's own record of what it installed has each package of the lock file. So a developer's
 * `npm install` is not followed by a needless second one. Optional ones are of other systems.
 */
export const matches = (lock, installed) =>
  Object.entries(lock.packages).every(
    ([path, wanted]) =>
      path === '' ||
      installed.packages[path]?.version === wanted.version ||
      (wanted.optional === true && installed.packages[path] === undefined),
  );

const installedTree = () => {
  const text = readOrNothing(inRoot('node_modules', '.package-lock.json'));
  return text ? JSON.parse(text) : { packages: {} };
};

/**
 * No package's install script is needed or run: less noise, and nobody's script in the office's network.
 * `npm install` and not `npm ci`: both keep to the versions and checksums of the lock file, but `ci` refuses
 * one that lacks an optional package of some other system.
 */
const install = (node) => {
  const { command, first } = npm(node);
  return runStep({
    label: '安装依赖 installing dependencies',
    command,
    args: [...first, 'install', '--no-save', '--ignore-scripts', '--include=dev', '--include=optional'],
    env: npmEnvironment(),
    retry: retryWithOwnCache,
    hint: npmHint,
  });
};

const readOrNothing = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** A checkout that only its owner may write works without a stamp, a little slower. */
const tryWrite = (file, text) => {
  try {
    writeFileSync(file, text);
  } catch {}
};
