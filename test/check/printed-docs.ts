/** Prints docs/openapi.json and docs/problems.md from the code; with `--write` to the files, else fails when they differ. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contracts, moduleOf, problemsOf } from '#app/contracts.ts';
import { root } from '#app/root.ts';
import { printProblems } from '#platform/http/api-page.ts';
import { describeApi } from '#platform/http/openapi.ts';

const printed: Readonly<Record<string, string>> = {
  'docs/openapi.json': `${JSON.stringify(describeApi(contracts, moduleOf), null, 1)}\n`,
  'docs/problems.md': printProblems(problemsOf(contracts)),
};

for (const [file, text] of Object.entries(printed)) {
  const path = join(root, file);
  if (process.argv.includes('--write')) await writeFile(path, text);
  else if ((await readFile(path, 'utf8').catch(() => '')) !== text) {
    process.stderr.write(`${file} is stale: run node test/check/printed-docs.ts --write\n`);
    process.exitCode = 1;
  }
}
