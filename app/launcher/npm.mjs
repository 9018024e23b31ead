import { accessSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { inRoot } from './paths.mjs';

/**
 * npm as a program and its first arguments: the one that started us, else the one on PATH.
 *
 * @param {string} [node] the Node to run it on. It matters: npm leaves out optional packages, native ones among
 *   them, that do not name the version it runs on, so the product's packages are fetched on the product's Node.
 */
export const npm = (node = process.execPath) => {
  const script = isNpmScript(process.env.npm_execpath) ? process.env.npm_execpath : scriptOnPath();
  return script ? { command: node, first: [script] } : { command: 'npm', first: [] };
};

const isNpmScript = (path) => /npm-cli\.c?js$/.test(path ?? '');

/** `npm` on PATH is a link to its script on Unix, and lies beside it on Windows. */
const scriptOnPath = () => {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const links = folders.map((folder) => join(folder, 'npm')).filter(existsSync);
  const scripts = links.flatMap((link) => [
    realpathSync(link),
    join(dirname(link), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]);
  return scripts.find((path) => isNpmScript(path) && existsSync(path));
};

/**
 * npm's cache is often not ours to write: the account has no home (`nobody`, a service), or an earlier `sudo npm`
 * left root's files in it. Then a cache in the checkout serves.
 */
export const npmEnvironment = () =>
  process.env.npm_config_cache || canWrite(join(homedir(), '.npm')) ? quiet : { ...quiet, ...ownCache() };

export const retryWithOwnCache = (output) =>
  /EACCES|EPERM|EROFS|root-owned files|_cacache/.test(output) ? ownCache() : undefined;

/** `npm run -s` would silence the inner npm too, its reasons included. */
const quiet = {
  npm_config_loglevel: 'error',
  npm_config_update_notifier: 'false',
  npm_config_fund: 'false',
  npm_config_audit: 'false',
};

const ownCache = () => ({ npm_config_cache: inRoot('.runtime', 'npm-cache'), npm_config_logs_max: '0' });

const canWrite = (folder) => {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

export const npmHint =
  '请检查网络与 npm 源（npm config get registry）以及文件夹写权限，然后重试。Check the network, the npm registry (npm config get registry) and the right to write this folder, then try again.';
