/**
 * `npm test`: brings what the suites need, runs them all, and says one line at the end.
 * `npm test -- quick` leaves out the browsers, the faults, the API fuzzing and the second database.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from '#app/root.ts';
import { checks } from './check/checks.ts';
import { withPostgres15 } from './postgres-15.ts';
import { ensurePrerequisites } from './prerequisites.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed, a line each: said once more at the very end, where it is looked for. */
  readonly failures: readonly string[];
}

const none: Count = { passed: 0, failed: 0, skipped: 0, failures: [] };
const add = (a: Count, b: Count): Count => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  failures: [...a.failures, ...b.failures],
});
const failure = (line: string): Count => ({ ...none, failed: 1, failures: [line] });

const say = (text: string): void => void process.stderr.write(`${text}\n`);

const timed = <T>(name: string, work: () => T): T => {
  say(`\n— ${name}`);
  const started = Date.now();
  const result = work();
  say(`— ${name}: ${((Date.now() - started) / 1000).toFixed(0)} s`);
  return result;
};

const runCheck = ({ name, command }: (typeof checks)[number]): Count =>
  timed(name, () => {
    const [program = '', ...words] = command;
    const { status } = spawnSync(program, words, { cwd: root, stdio: ['ignore', 2, 2] });
    return status === 0 ? { ...none, passed: 1 } : failure(name);
  });

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    /** Absolute path of the file. */
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Files that could not even be read have no tests of their own: the file is the failure. */
const failuresOf = (suite: string, { testResults }: VitestReport): string[] =>
  testResults.flatMap((file) => {
    const place = `${suite}: ${relative(root, file.name)}`;
    const tests = file.assertionResults.filter(({ status }) => status === 'failed');
    if (tests.length === 0) return file.status === 'failed' ? [place] : [];
    return tests.map(({ fullName }) => `${place}: ${fullName}`);
  });

/** A suite that crashed, or went wrong outside its tests, is one failure, not zero. */
const countOf = (suite: string, file: string, status: number | null): Count => {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
    const named = failuresOf(suite, report);
    const failures = named.length === 0 && status !== 0 ? [`${suite}: outside its tests`] : named;
    return {
      passed: report.numPassedTests,
      failed: failures.length,
      skipped: report.numPendingTests + report.numTodoTests,
      failures,
    };
  } catch {
    return failure(`${suite}: no report`);
  }
};

const runVitest = (
  name: string,
  projects: readonly string[],
  environment: Record<string, string> = {},
): Count =>
  timed(name, () => {
    const folder = mkdtempSync(join(tmpdir(), 'qz-report-'));
    const report = join(folder, 'report.json');
    const { status } = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/vitest/vitest.mjs'),
        'run',
        ...projects.flatMap((project) => ['--project', project]),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, ...environment } },
    );
    const count = countOf(name, report, status);
    rmSync(folder, { recursive: true, force: true });
    return count;
  });

const main = async (): Promise<void> => {
  const quick = process.argv[2] === 'quick';
  const missing = quick ? [] : await ensurePrerequisites(say);
  let total = missing.map(failure).reduce(add, none);
  for (const check of checks) total = add(total, runCheck(check));
  total = add(total, runVitest('rules', ['pure']));
  total = add(total, runVitest('API on PostgreSQL 18', ['api']));
  if (!quick) {
    await withPostgres15(say, (url) => {
      total = add(total, runVitest('API on PostgreSQL 15', ['api'], { QZ_TEST_DATABASE_URL: url }));
    });
    total = add(total, runVitest('kills, full disk, what cannot start', ['faults']));
    total = add(total, runVitest('poor lines, two media engines', ['network']));
    total = add(total, runVitest('the whole API, fuzzed', ['fuzz']));
    total = add(total, runVitest('journeys in a real browser', ['journeys']));
  }
  const { passed, failed, skipped, failures } = total;
  for (const line of failures) say(`✗ ${line}`);
  process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
};

await main();
