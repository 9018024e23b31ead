import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { getRecord } from '#modules/records/contract';
import { listResidents } from '#modules/registers/contract';
import { type CallError, call } from '#platform/contract/call.ts';
import { signInCadre } from './cadre.ts';
import { dataFolder, endProducts, startProduct } from './product.ts';

const folder = dataFolder();
const disk = join(folder.path, 'disk');
const canMount = process.getuid?.() === 0 && process.platform === 'linux';

afterAll(async () => {
  await endProducts();
  if (canMount) execFileSync('umount', ['-l', disk]);
  folder.remove();
});

test.skipIf(!canMount)(
  'a disk that fills up leaves reading, loses nothing that was saved, and writes again when there is room',
  async () => {
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=700m', 'tmpfs', disk]);
    const url = await startProduct({ QZ_DATA: join(disk, 'data'), QZ_DEMO: '1' }).ready;
    const cadre = await signInCadre(() => url, 'shegong01', 'qingzhuang');
    const saved: string[] = [];
    const enter = async () => {
      const occurredOn = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
      const values = { 'bp.sys': 130, 'bp.dia': 80, 'act.mode': 'home' };
      const entry = {
        clientId: randomUUID(),
        activity: 'home_visit',
        subject: cadre.residents[0] ?? '',
        occurredOn,
        values,
      };
      saved.push(await cadre.enter(entry));
    };
    await enter();

    const filler = join(disk, 'filler');
    const free = Number(
      execFileSync('df', ['--output=avail', '-B1', disk], { encoding: 'utf8' }).split('\n')[1],
    );
    execFileSync('fallocate', ['-l', String(free - 4 * 1024 * 1024), filler]);
    await sleep(2_500);
    const refusal = await enter().then(
      () => null,
      (error: unknown) => error as CallError,
    );
    expect(refusal).toMatchObject({ status: 503, code: 'request.readOnly' });
    const { fetch } = cadre;
    expect((await call(listResidents, { query: {}, fetch })).residents.length).toBeGreaterThan(0);

    rmSync(filler);
    const started = Date.now();
    for (;;) {
      const done = await enter().then(
        () => true,
        () => false,
      );
      if (done) break;
      expect(Date.now() - started).toBeLessThan(30_000);
      await sleep(300);
    }
    for (const id of saved) expect((await call(getRecord, { params: { id }, fetch })).id).toBe(id);
  },
  120_000,
);
