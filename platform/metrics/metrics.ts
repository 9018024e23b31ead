import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly observeRequest: (route: string, status: number, ms: number) => void;
  readonly gauge: (name: string, help: string, read: () => number) => void;
  readonly print: () => Promise<string>;
}

/** Prometheus figures. Labels are route ids and status codes: never an address, never a person. */
export const createMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'qz_requests_total',
    help: 'HTTP requests by route and status',
    labelNames: ['route', 'status'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'qz_request_seconds',
    help: 'Time to answer by route',
    labelNames: ['route'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 5],
    registers: [registry],
  });
  return {
    observeRequest: (route, status, ms) => {
      requests.inc({ route, status: String(status) });
      seconds.observe({ route }, ms / 1000);
    },
    gauge: (name, help, read) => {
      new Gauge({
        name,
        help,
        registers: [registry],
        collect() {
          this.set(read());
        },
      });
    },
    print: () => registry.metrics(),
  };
};
