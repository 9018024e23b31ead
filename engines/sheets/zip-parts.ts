import { containerOf, packedPart } from './zip-container.ts';
import { entries, unpack } from './zip-entries.ts';

/** The files of an Office document by name, in their order. Guard it before opening. */
export interface ZipParts {
  readonly names: readonly string[];
  text(name: string): string | undefined;
  /** The document again: parts given are new or added, parts given as null are gone, all others byte for byte as they were. */
  repack(changes: ReadonlyMap<string, string | null>): Uint8Array;
}

const MOST = 300_000_000;
export const openZip = (source: Uint8Array): ZipParts => {
  const all = [...entries(Buffer.from(source.buffer, source.byteOffset, source.byteLength))];
  const byName = new Map(all.map((entry) => [entry.name, entry]));
  return {
    names: all.map(({ name }) => name),
    text: (name) => {
      const entry = byName.get(name);
      return entry
        ? unpack(entry, MOST)
            .toString('utf8')
            .replace(/^\ufeff/, '')
        : undefined;
    },
    repack: (changes) => {
      const kept = all.flatMap((entry) => {
        const change = changes.get(entry.name);
        if (change === null) return [];
        return change === undefined ? [entry] : [packedPart(entry.name, change)];
      });
      const added = [...changes].flatMap(([name, text]) =>
        text === null || byName.has(name) ? [] : [packedPart(name, text)],
      );
      return containerOf([...kept, ...added]);
    },
  };
};
