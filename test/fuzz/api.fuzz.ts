import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { contracts } from '#app/contracts.ts';
import { getSession } from '#modules/identity/contract';
import { permissionsOf, type Role } from '../../modules/identity/domain/permissions.ts';
import { type Office, startOffice } from '../office.ts';
import { schemathesisPath } from '../prerequisites.ts';
import { knownThings } from './known-things.ts';

/** `QZ_FUZZ_EXAMPLES=200` for a long run. */
const examples = process.env.QZ_FUZZ_EXAMPLES ?? '12';
const seed = process.env.QZ_FUZZ_SEED ?? '20261124';

/** Left out, each for a reason. */
const leftOut = new Set([
  'signOut', // ends the session the run is signed in with
  'changePassword', // likewise, when it guesses right
  'endSession', // likewise
  'openLive', // a stream that does not end; its refusals are tested in identity
]);

const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
  'response_headers_conformance',
];

/** Each calls what its role may; the first also what anybody may. That the rest is refused, the matrix shows. */
const people: readonly Role[] = [
  'committee_head',
  'department_clerk',
  'self_governance',
  'main_leader',
  'hall_operator',
  'administrator',
  'auditor',
];

const operationsOf = (role: Role): string[] => {
  const may: ReadonlySet<string> = permissionsOf([role]);
  const open = role === people[0] ? ['public', 'signed-in'] : [];
  return contracts
    .filter(({ access }) => may.has(access) || open.includes(access))
    .map(({ id }) => id)
    .filter((id) => !leftOut.has(id));
};

let office: Office;
let config: string;

beforeAll(async () => {
  office = await startOffice({ listening: true, demonstration: true });
  const clients = await Promise.all(people.map((role) => office.as(role)));
  const sessions = await Promise.all(clients.map((client) => client.call(getSession)));
  config = await knownThings(
    office,
    sessions.map(({ account }) => account),
  );
});

interface Result {
  readonly code: number | null;
  readonly words: string;
}

/** Calls every operation as one person with what the contract allows and what it does not. */
const fuzz = async (cookie: string, operations: readonly string[]): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), 'qz-fuzz-'));
  writeFileSync(join(folder, 'schemathesis.toml'), config);
  const words = [
    ...['run', `${office.origin}/openapi.json`, '--no-color', '--warnings', 'off'],
    ...['--phases', 'examples,coverage,fuzzing', '--max-examples', examples, '--seed', seed],
    ...['--checks', checks.join(','), '--request-timeout', '20', '--suppress-health-check', 'all'],
    ...['--header', `Cookie:${cookie}`, '--continue-on-failure'],
    ...operations.flatMap((id) => ['--include-operation-id', id]),
  ];
  const child = spawn(schemathesisPath, words, { cwd: folder });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => {
      said += data.toString();
    });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  rmSync(folder, { recursive: true, force: true });
  return { code, words: said };
};

/** Those of these operations that were never answered with what they are for. */
const refusedAll = (operations: readonly string[]): string[] => {
  const answered = office.logLines
    .filter((line) => line.includes('"status":20'))
    .map((line) => (JSON.parse(line) as { route?: string }).route ?? '');
  return operations.filter((id) => !answered.includes(id));
};

const unforeseen = (since: number): string[] =>
  office.logLines.slice(since).filter((line) => line.includes('"unforeseen"'));

test.skipIf(!existsSync(schemathesisPath)).each(people)(
  'nothing breaks and nothing is undocumented, whatever %s sends',
  async (role) => {
    const { cookie } = await office.as(role);
    const operations = operationsOf(role);
    const since = office.logLines.length;
    const { code, words } = await fuzz(cookie, operations);
    const [count = '?'] = words.match(/\d+ generated/) ?? [];
    const refused = refusedAll(operations);
    process.stderr.write(
      `${role}: ${operations.length} operations, ${count}, refused whatever was sent: ${refused.join(' ')}\n`,
    );
    expect(unforeseen(since)).toEqual([]);
    expect(code, words).toBe(0);
  },
);
