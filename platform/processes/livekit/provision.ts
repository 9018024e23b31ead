import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { privateCacheFolder } from '../cache-folder.ts';
import type { ProcessLog } from '../process-log.ts';
import { buildWithGo, findGo, findProgram } from './go-install.ts';
import { downloadRelease } from './release.ts';
import { ENGINE_VERSION, engineVersion, isUsableVersion } from './version.ts';

export type MediaEngineBinary =
  | { readonly kind: 'binary'; readonly path: string }
  /** One line for a person: why there is none, and what still works. */
  | { readonly kind: 'none'; readonly reason: string };

export interface ProvisionOptions {
  /** Where a fetched engine is kept for the next time; `~/.cache/qingzhuang` unless told. */
  readonly cacheDir?: string;
  readonly log: ProcessLog;
  /** What is being done, for a person who waits; a line at a time, at most one a second. */
  readonly progress?: (text: string) => void;
}

type Step = (folder: string, progress: (text: string) => void) => Promise<string>;

/**
 * Finds the media engine or brings it, in this order: PATH, private cache, official release by SHA-256, build
 * with Go. Never throws: without an engine all but the video works. (An external engine, `LIVEKIT_URL`, is
 * the caller's to prefer: then nothing needs to be found.)
 */
export const provisionMediaEngine = async (options: ProvisionOptions): Promise<MediaEngineBinary> => {
  const found = await findMediaEngine(options);
  return found ? { kind: 'binary', path: found } : bring(options);
};

/** The engine that is on this computer already, on PATH or in the private cache. */
export const findMediaEngine = async ({ cacheDir, log }: ProvisionOptions): Promise<string | undefined> =>
  (await onPath(log)) ?? (await inCache(cacheDir ?? privateCacheFolder()));

const onPath = async (log: ProcessLog): Promise<string | undefined> => {
  const path = findProgram('livekit-server');
  const version = path && (await engineVersion(path));
  if (!path || !version) return undefined;
  if (isUsableVersion(version)) return path;
  log.warn(`livekit-server ${version} on PATH is not used: ${ENGINE_VERSION} or later is needed`);
  return undefined;
};

const engineFolder = (cacheDir: string): string => join(cacheDir, `livekit-${ENGINE_VERSION}`);
const programName = process.platform === 'win32' ? 'livekit-server.exe' : 'livekit-server';

const inCache = async (cacheDir: string): Promise<string | undefined> => {
  const path = join(engineFolder(cacheDir), programName);
  return existsSync(path) && (await engineVersion(path)) === ENGINE_VERSION ? path : undefined;
};

const bring = async (options: ProvisionOptions): Promise<MediaEngineBinary> => {
  const cacheDir = options.cacheDir ?? privateCacheFolder();
  const reasons: string[] = [];
  for (const { what, step } of steps()) {
    const say = tellTime(what, options.progress);
    try {
      return { kind: 'binary', path: await keepResult(cacheDir, (folder) => step(folder, say.detail)) };
    } catch (error) {
      reasons.push(`${what}: ${oneLine(error)}`);
      options.log.info(`media engine: ${reasons.at(-1)}`);
    } finally {
      say.end();
    }
  }
  return { kind: 'none', reason: noEngine(reasons) };
};

const steps = (): { what: string; step: Step }[] => {
  const go = findGo();
  return [
    { what: '下载会议视频引擎 downloading the media engine', step: downloadRelease },
    ...(go
      ? [
          {
            what: '编译会议视频引擎 building the media engine',
            step: (folder: string) => buildWithGo(go, folder),
          },
        ]
      : []),
  ];
};

const WORK_PREFIX = 'livekit-new-';
const ABANDONED_MS = 3_600_000;

/** What a killed try left behind; a younger folder may be another program's, at work now. */
const removeOldWork = (cacheDir: string): void => {
  for (const name of readdirSync(cacheDir).filter((one) => one.startsWith(WORK_PREFIX))) {
    const folder = join(cacheDir, name);
    if (Date.now() - statSync(folder).mtimeMs > ABANDONED_MS)
      rmSync(folder, { recursive: true, force: true });
  }
};

/** Works in a folder of its own and gives the program its final name only when it runs and is the right one. */
const keepResult = async (cacheDir: string, make: (folder: string) => Promise<string>): Promise<string> => {
  mkdirSync(engineFolder(cacheDir), { recursive: true });
  removeOldWork(cacheDir);
  const work = mkdtempSync(join(cacheDir, WORK_PREFIX));
  try {
    const made = await make(work);
    chmodSync(made, 0o755);
    const version = await engineVersion(made);
    if (version !== ENGINE_VERSION)
      throw new Error(`it is version ${version ?? 'unknown'}, not ${ENGINE_VERSION}`);
    const path = join(engineFolder(cacheDir), programName);
    renameSync(made, path);
    return path;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};

/** Reports a long step every few seconds with the time it has taken, so that nobody thinks it hangs. */
const tellTime = (what: string, progress: ProvisionOptions['progress']) => {
  const began = Date.now();
  let detail = '';
  const tell = () => progress?.(`${what} ${Math.round((Date.now() - began) / 1000)} s ${detail}`.trimEnd());
  tell();
  const timer = setInterval(tell, 5_000);
  return {
    detail: (text: string) => {
      detail = text;
    },
    end: () => clearInterval(timer),
  };
};

const oneLine = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${error instanceof Error ? error.message : error}${cause}`.split('\n')[0] ?? '';
};

const noEngine = (reasons: readonly string[]): string =>
  `没有会议视频引擎，除视频会议外其余功能照常可用。请安装 livekit-server ${ENGINE_VERSION} 或设置 LIVEKIT_URL。No media engine, all but the video works: install livekit-server ${ENGINE_VERSION} or set LIVEKIT_URL. [${reasons.join('; ')}]`;
