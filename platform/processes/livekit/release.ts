import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ENGINE_VERSION } from './version.ts';

const RELEASES = `https://github.com/livekit/livekit/releases/download/v${ENGINE_VERSION}`;
/** The list of checksums is a few lines: what does not come within this will not come. */
const LIST_TIMEOUT_MS = 8_000;
/** A download that brings nothing for this long is given up. */
const STALL_MS = 20_000;

/** The archive's name for a system, `undefined` where LiveKit publishes none (macOS). */
export const archiveName = (platform = process.platform, arch = process.arch): string | undefined => {
  const cpu = { x64: 'amd64', arm64: 'arm64', arm: 'armv7' }[arch as string];
  if (!cpu || (platform !== 'linux' && platform !== 'win32')) return undefined;
  const system = platform === 'linux' ? 'linux' : 'windows';
  return `livekit_${ENGINE_VERSION}_${system}_${cpu}.${platform === 'linux' ? 'tar.gz' : 'zip'}`;
};

/** The SHA-256 of `archive` in the text of a `checksums.txt`. */
export const checksumOf = (list: string, archive: string): string | undefined =>
  list
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .find(([, name]) => name?.replace(/^\*/, '') === archive)?.[0]
    ?.toLowerCase();

/**
 * Downloads the official release into `folder` and unpacks it there. The archive must have the SHA-256 of the
 * release's own `checksums.txt`, which comes over HTTPS from the same publisher.
 *
 * @returns the path of the program
 * @throws Error with a reason in one line
 */
export const downloadRelease = async (folder: string, progress: (text: string) => void): Promise<string> => {
  const archive = archiveName();
  if (!archive) throw new Error(`no official release for ${process.platform}-${process.arch}`);
  const list = await fetchText(`${RELEASES}/checksums.txt`);
  const wanted = checksumOf(list, archive);
  if (!wanted) throw new Error(`the release does not list ${archive}`);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, archive);
  const found = await download(`${RELEASES}/${archive}`, file, progress);
  if (found !== wanted) throw new Error(`the downloaded ${archive} does not have the published SHA-256`);
  // GNU tar, and the bsdtar of Windows 10, which reads zip too.
  await promisify(execFile)('tar', ['-xf', archive], { cwd: folder });
  return join(folder, process.platform === 'win32' ? 'livekit-server.exe' : 'livekit-server');
};

const fetchText = async (url: string): Promise<string> => {
  const answer = await fetch(url, { signal: AbortSignal.timeout(LIST_TIMEOUT_MS) });
  if (!answer.ok) throw new Error(`${new URL(url).host} answered ${answer.status}`);
  return answer.text();
};

/** Streams into memory (25 MB), gives up when stalled, and returns the SHA-256. */
const download = async (url: string, file: string, progress: (text: string) => void): Promise<string> => {
  const stalled = new AbortController();
  let timer = setTimeout(() => stalled.abort(), STALL_MS);
  try {
    const answer = await fetch(url, { signal: stalled.signal });
    if (!answer.ok || !answer.body) throw new Error(`${new URL(url).host} answered ${answer.status}`);
    const total = Number(answer.headers.get('content-length') ?? 0);
    const parts: Uint8Array[] = [];
    let bytes = 0;
    for await (const part of answer.body) {
      clearTimeout(timer);
      timer = setTimeout(() => stalled.abort(), STALL_MS);
      parts.push(part);
      bytes += part.length;
      progress(`${megabytes(bytes)} / ${total ? megabytes(total) : '?'} MB`);
    }
    writeFileSync(file, Buffer.concat(parts));
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } finally {
    clearTimeout(timer);
  }
};

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
