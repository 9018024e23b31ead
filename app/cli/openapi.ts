import { printProblems } from '#platform/http/api-page.ts';
import { describeApi } from '#platform/http/openapi.ts';
import { contracts, moduleOf, problemsOf } from '../contracts.ts';
import { type Run, UsageRefusal } from './command.ts';

/** Printed from the contracts alone: needs no database. */
export const run: Run = async (words) => {
  if (words.length > 1 || (words[0] && words[0] !== '--problems'))
    throw new UsageRefusal('qz openapi [--problems]');
  const routes = contracts;
  const text =
    words[0] === '--problems'
      ? printProblems(problemsOf(routes))
      : `${JSON.stringify(describeApi(routes, moduleOf), null, 1)}\n`;
  process.stdout.write(text);
  return 0;
};
