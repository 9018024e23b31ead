import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { evaluatePlan, generateProblem, type Plan, type Problem, profiles } from '#engines/pooling';
import { root } from '../root.ts';

const folder = mkdtempSync(join(tmpdir(), 'qz-pool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly words: string;
}

/** Runs `qz pool`; `onWords` sees what it says so far, and may send a signal. */
const qz = (
  words: readonly string[],
  onWords?: (said: string, interrupt: () => void) => void,
): Promise<Answer> => {
  const child = spawn(process.execPath, [join(root, 'app/cli/main.ts'), 'pool', ...words]);
  let [out, said] = ['', ''];
  child.stdout.on('data', (data: Buffer) => {
    out += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    said += data.toString();
    onWords?.(said, () => child.kill('SIGINT'));
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, words: said })));
};

const week = generateProblem(profiles.week, 11);

test('a week is planned and proven; the plan is JSON on standard output', async () => {
  const { code, out, words } = await qz([write('week.json', week), '--seconds', '600']);
  const plan = JSON.parse(out) as Plan;
  expect(code).toBe(0);
  expect(evaluatePlan(week, plan)).toMatchObject({ ok: true, violations: [] });
  expect(plan.proven).toEqual(expect.arrayContaining(['unscheduled', 'callUps', 'minutesAway']));
  expect(plan.bound).toMatchObject({ callUps: plan.cost.callUps, minutesAway: plan.cost.minutesAway });
  expect(words).toContain('人次 call-ups');
});

test('Ctrl-C gives the best plan so far', async () => {
  const queue = generateProblem(profiles.dense200, 11);
  const interrupted = { yet: false };
  const { code, out } = await qz([write('queue.json', queue), '--seconds', '600'], (said, interrupt) => {
    if (interrupted.yet || !said.includes('call-ups')) return;
    interrupted.yet = true;
    interrupt();
    interrupt();
  });
  expect(code).toBe(0);
  expect(evaluatePlan(queue, JSON.parse(out) as Plan).ok).toBe(true);
});

test('a request that cannot be placed says why and the least that would free it', async () => {
  const shut: Problem = { ...week, slots: week.slots.filter(({ day }) => day > 0) };
  const requests = week.requests.map((one, at) =>
    at === 0 ? { ...one, releaseDay: 0, deadlineDay: 0 } : one,
  );
  const { out, words } = await qz([write('shut.json', { ...shut, requests })]);
  const { unscheduled, reasons } = JSON.parse(out) as Plan & {
    reasons: { request: string; options: unknown[] }[];
  };
  expect(unscheduled).toContain('r0');
  expect(reasons[0]).toMatchObject({ request: 'r0' });
  expect(reasons[0]?.options.length).toBeGreaterThan(0);
  expect(words).toMatch(/^r0: 排不下/m);
});

test('a plan in force is changed as little as can be, and what changed is said', async () => {
  const { out } = await qz([write('again.json', { ...week, previous: [] })]);
  const again = JSON.parse(out) as Plan & { changes: { from: unknown }[] };
  expect(again.changes).toHaveLength(week.requests.length);
  expect(again.changes.every(({ from }) => from === null)).toBe(true);
});

test.each([
  ['a malformed problem by its field', write('bad.json', { ...week, days: 0 }), 'bad.json: days: 要 1 到'],
  ['what is not JSON', write('text.json', 'minutes: 5'), 'text.json: 不是 JSON · not JSON'],
  ['a file that is not there', join(folder, 'none.json'), 'none.json: 没有这个文件 · no such file'],
])('%s is refused in one line', async (_, file, said) => {
  const { code, out, words } = await qz([file]);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(words.trim().split('\n')).toHaveLength(1);
  expect(words).toContain(said);
});

test.each([[[]], [['a.json', 'b.json']], [['a.json', '--seconds', 'soon']], [['a.json', '--quickly']]])(
  'wrong usage: %j',
  async (words) => {
    expect((await qz(words)).code).toBe(2);
  },
);
