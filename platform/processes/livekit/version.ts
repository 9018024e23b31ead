import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The media engine the product is tested with. */
export const ENGINE_VERSION = '1.13.5';

/** The version a livekit-server program reports, `undefined` when it is none or does not run. */
export const engineVersion = async (binary: string): Promise<string | undefined> => {
  try {
    const { stdout } = await promisify(execFile)(binary, ['--version'], { timeout: 10_000 });
    return /livekit-server version (\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  } catch {
    return undefined;
  }
};

/** Whether a version found on the computer will do: the tested one or a later one of the same major. */
export const isUsableVersion = (version: string): boolean => {
  const [wanted, found] = [ENGINE_VERSION, version].map((text) => text.split('.').map(Number));
  if (!wanted || !found || wanted[0] !== found[0]) return false;
  return [1, 2].reduce((order, i) => order || (found[i] ?? 0) - (wanted[i] ?? 0), 0) >= 0;
};
