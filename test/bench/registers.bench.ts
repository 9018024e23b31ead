import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withWorkbench } from '#app/boot/attach.ts';
import { plantDemonstration } from '#app/demo/plant.ts';
import { createApp } from '#app/server.ts';
import { listCommittees } from '#modules/organisation/contract';
import { searchRegisters, searchResidents } from '#modules/registers/contract';
import { call } from '#platform/contract/call.ts';
import { print } from './print.ts';
import { plantPeople } from './registers/residents.ts';
import { at, measureSearch, type SearchTimes } from './registers/search.ts';

const residents = 150_000;
const people = 60;

const round = (value: number): number => Number(value.toFixed(2));

const say = (metric: string, sorted: readonly number[], share: number): void =>
  print({ bench: 'registers', metric, value: round(at(sorted, share)), unit: 'ms', n: sorted.length });

const sayTimes = (name: string, { all, byWay }: SearchTimes): void => {
  say(`${name}_p50_150k`, all, 0.5);
  say(`${name}_p95_150k`, all, 0.95);
  say(`${name}_max_150k`, all, 1);
  for (const [way, times] of Object.entries(byWay)) say(`${name}_${way}_p95_150k`, times, 0.95);
};

/**
 * Searching among 150,000 residents of 33 committees as a signed-in cadre: the whole request in one process
 * with sign-in, validation and row-level security, without the network.
 */
export const bench = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'qz-bench-'));
  try {
    await withWorkbench({ QZ_DATA: folder }, async ({ platform }) => {
      const app = createApp(platform, {
        publicUrl: null,
        secure: false,
        demo: true,
        media: null,
        mediaThroughOrigin: true,
        trustProxy: false,
        mayWrite: () => true,
        metricsFor: 'loopback',
        fontDirs: [],
      });
      const planted = await plantDemonstration(app, { seed: 1, say: () => undefined });
      const [subdistrict = ''] = await app.modules.identity.subdistricts();
      const send = (cookie: string): typeof fetch => {
        const fetchIn = async (input: unknown, init?: RequestInit) => {
          const headers = new Headers(init?.headers);
          if (cookie) headers.set('cookie', cookie);
          return app.http.fetch(
            new Request(new URL(String(input), 'http://bench.test'), { ...init, headers }),
            {
              incoming: { socket: { remoteAddress: '127.0.0.1' } },
            },
          );
        };
        return fetchIn as typeof fetch;
      };
      const signedIn = await send('')('/api/session', {
        method: 'POST',
        body: JSON.stringify({ username: 'shegong01', password: planted?.password }),
        headers: { 'content-type': 'application/json' },
      });
      const fetchIn = send(
        signedIn.headers
          .getSetCookie()
          .map((one) => one.split(';')[0])
          .join('; '),
      );
      const committees = await call(listCommittees, { fetch: fetchIn });
      const began = performance.now();
      const sought = await plantPeople(
        { db: platform.db, registers: app.modules.registers },
        { subdistrict },
        committees.map(({ id }) => id),
        residents,
      );
      const perSecond = residents / ((performance.now() - began) / 1000);
      print({
        bench: 'registers',
        metric: 'plant_per_second',
        value: round(perSecond),
        unit: '/s',
        n: residents,
      });
      const mine = (sought.get(committees[0]?.id ?? '') ?? []).slice(0, people);
      const one = (text: string) => call(searchResidents, { body: { text }, fetch: fetchIn } as never);
      const all = (text: string) => call(searchRegisters, { body: { text }, fetch: fetchIn } as never);
      await measureSearch(one, mine.slice(0, 5));
      sayTimes('search', await measureSearch(one, mine));
      sayTimes('search_all', await measureSearch(all, mine));
      await app.stop();
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
