import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { seeded } from '#app/demo/random.ts';
import { type Cadre, isRefusal, signInCadre } from './cadre.ts';
import { recordsIn, verifyAudit } from './look-inside.ts';
import { databasePid, dataFolder, endProducts, type Product, startProduct } from './product.ts';

/** `QZ_KILLS=300 QZ_SEED=7` for a long run. */
const kills = Number(process.env.QZ_KILLS ?? 20);
const seed = Number(process.env.QZ_SEED ?? 1);
const writers = 4;

const folder = dataFolder();
afterAll(async () => {
  await endProducts();
  folder.remove();
});

const settings = { QZ_DATA: folder.path, QZ_DEMO: '1' };

interface Sent {
  readonly clientId: string;
  readonly subject: string;
  readonly systolic: number;
  /** The record's id once the product said it was saved. */
  acknowledged: string | null;
}

const entryOf = ({ clientId, subject, systolic }: Sent) => ({
  clientId,
  activity: 'home_visit',
  subject,
  occurredOn: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
  values: { 'bp.sys': systolic, 'bp.dia': 80, 'act.mode': 'home' },
});

/** Enters without pause until told to stop; what was not acknowledged is sent again, as a phone does. */
const writeOn = async (
  cadre: Cadre,
  sent: Sent[],
  going: () => boolean,
  random = seeded(seed),
): Promise<void> => {
  while (going()) {
    const entry: Sent = {
      clientId: randomUUID(),
      subject: cadre.residents[random.between(0, cadre.residents.length - 1)] ?? '',
      systolic: random.between(110, 139),
      acknowledged: null,
    };
    sent.push(entry);
    while (going() && entry.acknowledged === null) {
      try {
        entry.acknowledged = await cadre.enter(entryOf(entry));
      } catch (error) {
        if (isRefusal(error)) throw error;
        await sleep(50);
      }
    }
  }
};

const healthy = async (url: string): Promise<boolean> =>
  fetch(`${url}/healthz`, { signal: AbortSignal.timeout(1_000) }).then(
    ({ status }) => status === 200,
    () => false,
  );

const killServer = async (product: Product): Promise<void> => {
  product.child.kill('SIGKILL');
  await product.ended;
};

const killDatabase = (): void => {
  const pid = databasePid(folder.path);
  if (pid) process.kill(pid, 'SIGKILL');
};

test(`${kills} kills of server, database or both lose nothing that was acknowledged`, async () => {
  const random = seeded(seed);
  let product = startProduct(settings);
  let url = await product.ready;
  const cadres = await Promise.all(
    Array.from({ length: writers }, (_, index) =>
      signInCadre(() => url, `shegong0${index + 1}`, 'qingzhuang'),
    ),
  );
  const sent: Sent[] = [];
  let going = true;
  const writing = Promise.all(
    cadres.map((cadre, index) => writeOn(cadre, sent, () => going, seeded(seed + index))),
  );
  const back: number[] = [];

  for (let kill = 0; kill < kills; kill += 1) {
    await sleep(random.between(100, 900));
    const what = random.pick(['server', 'database', 'both'] as const);
    const started = performance.now();
    if (what !== 'server') killDatabase();
    if (what !== 'database') {
      await killServer(product);
      product = startProduct(settings);
      url = await product.ready;
    }
    while (!(await healthy(url))) await sleep(50);
    back.push(Math.round(performance.now() - started));
  }
  await sleep(300);
  going = false;
  await writing;
  await endProducts();

  const acknowledged = sent.filter((entry) => entry.acknowledged !== null);
  const stored = await recordsIn(folder.path);
  const audit = await verifyAudit(folder.path);
  const slowest = back.toSorted((a, b) => a - b);
  process.stderr.write(
    `${kills} kills, ${acknowledged.length} entries acknowledged, back after ${slowest[Math.floor(kills / 2)]} ms (median), ${slowest[Math.ceil(kills * 0.95) - 1]} ms (p95)\n`,
  );
  expect(acknowledged.length).toBeGreaterThan(kills);

  const byClient = new Map(stored.map((record) => [record.clientId, record]));
  const lost = acknowledged.filter((entry) => byClient.get(entry.clientId)?.id !== entry.acknowledged);
  expect(lost).toEqual([]);
  const changed = acknowledged.filter((entry) => byClient.get(entry.clientId)?.systolic !== entry.systolic);
  expect(changed).toEqual([]);
  // Whole or not at all: what stands of it elsewhere, and its one place in the audit chain.
  const sentIds = new Set(sent.map(({ clientId }) => clientId));
  const ours = stored.filter(({ clientId }) => sentIds.has(clientId));
  expect(ours.filter(({ known, audited }) => known < 3 || audited !== 1)).toEqual([]);
  expect(audit.breaks).toBe(0);
}, 900_000);
