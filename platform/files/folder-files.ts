import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkKey, type Files } from './files.ts';

/** Writes beside, syncs, then renames: a file is whole or not there, also after a power loss. */
const writeDurably = async (path: string, content: Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const part = `${path}.${process.pid}.part`;
  const handle = await open(part, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, path);
  const folder = await open(dirname(path), 'r');
  await folder.sync().catch(() => undefined);
  await folder.close();
};

const absent = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null;
  throw error;
};

/** Files in a folder on this server. */
export const folderFiles = (root: string): Files => {
  const pathOf = (key: string) => join(root, checkKey(key));
  return {
    put: (key, content) => writeDurably(pathOf(key), content),
    get: (key) => readFile(pathOf(key)).catch(absent),
    remove: (key) => rm(pathOf(key), { force: true }),
    check: async () => {
      const key = 'check/write';
      await writeDurably(pathOf(key), new Uint8Array([1]));
      await rm(pathOf(key));
    },
  };
};
