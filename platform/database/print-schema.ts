/** Prints `schema.ts` from a database with every migration applied: `node platform/database/print-schema.ts URL`. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Writes the Kysely types of all tables to `out`. Dates and times are text, see database.ts. */
export const printSchema = (url: string, out: string): void => {
  execFileSync(
    process.execPath,
    [
      `${root}node_modules/kysely-codegen/dist/cli/bin.js`,
      '--dialect=postgres',
      `--url=${url}`,
      `--out-file=${out}`,
      '--date-parser=string',
      '--exclude-pattern=(pgboss|auth).*',
      '--log-level=error',
    ],
    { cwd: root, stdio: 'inherit' },
  );
};
