import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ledgers, register } from '../../engines/dictation/corpus/fixtures.ts';
import { root } from '../root.ts';

const folder = mkdtempSync(join(tmpdir(), 'qz-dictate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const known = ['--ledgers', write('ledgers.json', ledgers), '--residents', write('residents.json', register)];

const qz = (
  words: readonly string[],
  input: string,
): Promise<{ code: number | null; out: string; said: string }> => {
  const child = spawn(process.execPath, [join(root, 'app/cli/main.ts'), 'dictate', ...words]);
  let [out, said] = ['', ''];
  child.stdout.on('data', (data: Buffer) => {
    out += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    said += data.toString();
  });
  child.stdin.on('error', () => {}).end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, said })));
};

const ref = '2026-03-18T10:30:00+08:00';
const one = (id: string, utterance: string): string => JSON.stringify({ id, ref, ledger: 'bp', utterance });

test('a line in, a line out: records, questions and how sure each value is', async () => {
  const { code, out } = await qz(known, `${one('u1', '高压一百三十五低压八十五')}\n\n${one('u2', '')}\n`);
  expect(code).toBe(0);
  const answers = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { confidence: object[] });
  expect(answers).toMatchObject([
    { id: 'u1', ledger: 'bp', records: [{}] },
    { id: 'u2', records: [] },
  ]);
  expect(Object.keys(answers[0]?.confidence[0] ?? {}).length).toBeGreaterThan(1);
});

test.each([
  ['a line that is not JSON', known, '张建国今天来过', 'line 1: 不是 JSON · not JSON'],
  ['a line that is no utterance', known, `${one('u1', '')}\nnull`, 'line 2: '],
  ['residents that are not JSON', [...known.slice(0, 3), write('bad.json', '张建国, 135')], '', 'not JSON'],
  ['a file that is not there', [...known.slice(0, 3), join(folder, 'none.json')], '', 'no such file'],
])('%s is refused in one line that quotes nobody', async (_, words, input, expected) => {
  const { code, said } = await qz(words, input);
  expect(code).toBe(1);
  expect(said.trim().split('\n')).toHaveLength(1);
  expect(said).toContain(expected);
  expect(said).not.toContain('张建国');
});

test('wrong usage', async () => {
  expect((await qz(known.slice(0, 2), '')).code).toBe(2);
});
