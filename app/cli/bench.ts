import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../root.ts';
import { type Run, UsageRefusal } from './command.ts';

const folder = join(root, 'test/bench');

/** Runs `test/bench/<name>.bench.ts`, or all of them: each brings its own server, data and load. */
export const run: Run = async ([name, ...rest]) => {
  const names = (await readdir(folder))
    .filter((file) => file.endsWith('.bench.ts'))
    .map((file) => file.slice(0, -9));
  if (rest.length > 0 || (name && !names.includes(name)))
    throw new UsageRefusal(`qz bench [${names.join('|')}]`);
  for (const one of name ? [name] : names) {
    const { bench } = (await import(join(folder, `${one}.bench.ts`))) as { bench: () => Promise<void> };
    await bench();
  }
  return 0;
};
