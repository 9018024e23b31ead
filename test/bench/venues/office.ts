import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Served, serve } from '#app/boot/serve.ts';
import { listSittings } from '#modules/meetings/contract';
import { controlVenues, readVenues, type VenuesView } from '#modules/venues/contract';
import type { Ticket } from '#modules/venues/server';
import { systemActor } from '#platform/contract/actor.ts';
import { call } from '#platform/contract/call.ts';
import type { BodyIn } from '#platform/contract/route.ts';
import { type EnginePorts, portsIn } from '#platform/processes/livekit/config.ts';
import { atStop } from '#test/at-stop.ts';

type ControlAct = BodyIn<typeof controlVenues>['act'];

/** The demonstration subdistrict as it is served, with its meeting of all 33 committees. */
export interface BenchOffice {
  readonly served: Served;
  readonly dataDir: string;
  readonly sitting: string;
  readonly committees: VenuesView['venues'];
  /** Cookie of a demonstration account. */
  readonly signIn: (username: string) => Promise<string>;
  readonly operator: string;
  /** One act at the console, from what stands now. */
  readonly act: (act: ControlAct) => Promise<void>;
  readonly ticketFor: (venue: string) => Promise<Ticket>;
  /** Ports of its media engine. */
  readonly ports: () => EnginePorts;
}

const withCookie =
  (origin: string, cookie: string): typeof fetch =>
  (input, init) =>
    fetch(new URL(String(input), origin), { ...init, headers: { ...init?.headers, cookie } });

/** Starts the product on a data folder of its own; it ends with the benchmark. */
export const openBenchOffice = async (settings: Record<string, string> = {}): Promise<BenchOffice> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'qz-bench-venues-'));
  atStop(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }));
  const own = { QZ_DEMO: '1', QZ_DATA: dataDir, PORT: '0', QZ_LOG: 'error' };
  const environment = { ...process.env, ...own, ...settings };
  const started = await serve(environment, () => undefined);
  // The server listens on IPv4 alone; what has no resolver of its own may try ::1 first.
  const served = { ...started, url: started.url.replace('localhost', '127.0.0.1') };
  atStop(served.stop);
  const signIn = async (username: string): Promise<string> => {
    const response = await fetch(`${served.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: 'qingzhuang' }),
    });
    if (!response.ok) throw new Error(`sign-in of ${username}: ${response.status}`);
    return response.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
  };
  const operator = await signIn('huichang');
  const ask = { fetch: withCookie(served.url, operator) };
  const sittings = await call(listSittings, ask);
  const sitting = sittings.find(({ mode, state }) => mode === 'video' && state === 'arranged')?.id ?? '';
  const params = { id: sitting };
  const view = await call(readVenues, { ...ask, params });
  const [subdistrict = ''] = await served.app.modules.identity.subdistricts();
  const who = systemActor(subdistrict);
  return {
    served,
    dataDir,
    sitting,
    committees: view.venues,
    signIn,
    operator,
    act: async (act) => {
      const { state } = await call(readVenues, { ...ask, params });
      await call(controlVenues, { ...ask, params, body: { rev: state.rev, act } });
    },
    ticketFor: (venue) => served.app.modules.venues.rehearsalTicket(who, sitting, venue),
    ports: () => {
      const ports = portsIn(readFileSync(join(dataDir, 'livekit', 'livekit.yaml'), 'utf8'));
      if (!ports) throw new Error('the media engine has no configuration');
      return ports;
    },
  };
};
