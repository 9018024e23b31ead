import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type Office, startOffice } from '../office.ts';
import { schemathesisPath } from '../prerequisites.ts';

/** `QZ_FUZZ_EXAMPLES=200` for a long run. */
const examples = process.env.QZ_FUZZ_EXAMPLES ?? '12';
const seed = process.env.QZ_FUZZ_SEED ?? '20261124';

/** Left out, each for a reason. */
const leftOut = [
  'signOut', // ends the session the run is signed in with
  'changePassword', // likewise, when it guesses right
  'endSession', // likewise
  'openLive', // a stream that does not end; its refusals are tested in identity
];

const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
  'response_headers_conformance',
];

let office: Office;

beforeAll(async () => {
  office = await startOffice({ listening: true, demonstration: true });
});

interface Result {
  readonly code: number | null;
  readonly words: string;
}

/** Calls every operation as one person with what the contract allows and what it does not. */
const fuzz = async (cookie: string): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), 'qz-fuzz-'));
  const words = [
    ...['run', `${office.origin}/openapi.json`, '--no-color', '--warnings', 'off'],
    ...['--phases', 'examples,coverage,fuzzing', '--max-examples', examples, '--seed', seed],
    ...['--checks', checks.join(','), '--request-timeout', '20', '--suppress-health-check', 'all'],
    ...['--header', `Cookie:${cookie}`, '--continue-on-failure'],
    ...leftOut.flatMap((id) => ['--exclude-operation-id', id]),
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

const unforeseen = (): string[] => office.logLines.filter((line) => line.includes('"unforeseen"'));

test.skipIf(!existsSync(schemathesisPath)).each(['committee_head', 'self_governance', 'administrator'])(
  'nothing breaks and nothing is undocumented, whatever %s sends',
  async (role) => {
    const { cookie } = await office.as(role);
    const { code, words } = await fuzz(cookie);
    process.stderr.write(`${role}: ${words.split('\n').slice(-12).join('\n')}\n`);
    expect(unforeseen()).toEqual([]);
    expect(code, words).toBe(0);
  },
);
