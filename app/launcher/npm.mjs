import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';

/** npm as a program and its first arguments: the one that started us, else the one on PATH. */
export const npm = () => {
  const script = process.env.npm_execpath;
  return script && /npm-cli\.c?js$/.test(script)
    ? { command: process.execPath, first: [script] }
    : { command: 'npm', first: [] };
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
const quiet = { npm_config_loglevel: 'error', npm_config_update_notifier: 'false', npm_config_fund: 'false', npm_config_audit: 'false' };

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
