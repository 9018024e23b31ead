import type { Files } from '#platform/files/files.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';

/** Files with names and phones in them: sealed in the store, as they are in the database. */
export interface SealedFiles {
  readonly put: (key: string, content: Uint8Array) => Promise<void>;
  readonly get: (key: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  readonly remove: (key: string) => Promise<void>;
}

export const sealedFiles = (files: Files, secrets: Secrets): SealedFiles => ({
  put: (key, content) =>
    files.put(key, secrets.seal(key, Buffer.from(content).toString('base64')), 'application/octet-stream'),
  get: async (key) => {
    const sealed = await files.get(key);
    return sealed && new Uint8Array(Buffer.from(secrets.open(key, sealed), 'base64'));
  },
  remove: (key) => files.remove(key),
});
