import type { Metrics } from '#platform/metrics/metrics.ts';
import type { HttpApp } from './app.ts';

/** One part's state as `/healthz` shows it: `required` parts make the whole 503 when they fail. */
export interface HealthPart {
  readonly name: string;
  readonly required: boolean;
  /** @returns null when well, else a short reason without personal data */
  readonly check: () => Promise<string | null>;
}

const within = async (
  part: HealthPart,
): Promise<{ name: string; required: boolean; problem: string | null }> => {
  const tooSlow = new Promise<string>((resolve) => setTimeout(resolve, 3_000, 'no answer in 3 s').unref());
  const problem = await Promise.race([part.check(), tooSlow]).catch((error: unknown) =>
    error instanceof Error ? error.name : 'failed',
  );
  return { name: part.name, required: part.required, problem };
};

const loopback = /^(::ffff:)?127\.|^::1$/;

/** A reverse proxy on this machine connects from here too, but says for whom. */
const isFromHere = (address: string, headers: Headers): boolean =>
  loopback.test(address) && !['x-forwarded-for', 'forwarded', 'x-real-ip'].some((name) => headers.has(name));

/** `/healthz` for whoever watches, `/metrics` for Prometheus (this machine only, unless opened). */
export const serveHealth = (
  app: HttpApp,
  parts: readonly HealthPart[],
  metrics: Metrics,
  metricsFor: 'loopback' | 'all',
): void => {
  app.get('/healthz', async (c) => {
    const states = await Promise.all(parts.map(within));
    const well = states.every(({ required, problem }) => !required || problem === null);
    const body = Object.fromEntries(states.map(({ name, problem }) => [name, problem ?? 'ok']));
    return c.json({ status: well ? 'ok' : 'failing', parts: body }, well ? 200 : 503, {
      'cache-control': 'no-store',
    });
  });
  app.get('/metrics', async (c) => {
    const address: string = c.env?.incoming?.socket?.remoteAddress ?? '';
    if (metricsFor === 'loopback' && !isFromHere(address, c.req.raw.headers)) return c.notFound();
    return c.text(await metrics.print());
  });
};
