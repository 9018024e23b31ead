/** Where files are kept: a folder or an S3 bucket. Keys are made by the product (`<subdistrict>/<uuid>`), never by a user. */
export interface Files {
  readonly put: (key: string, content: Uint8Array, type: string) => Promise<void>;
  /** @returns null when there is no such file */
  readonly get: (key: string) => Promise<Uint8Array | null>;
  readonly remove: (key: string) => Promise<void>;
  /** Proves that the store can be written and read. */
  readonly check: () => Promise<void>;
}

const keyShape = /^[0-9a-z-]+(\/[0-9a-z.-]+)+$/;

/** Guards the stores against a key that could leave its folder. */
export const checkKey = (key: string): string => {
  if (!keyShape.test(key) || key.includes('..')) throw new TypeError('not a file key');
  return key;
};
