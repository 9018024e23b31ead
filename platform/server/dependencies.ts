import type { Audit } from '#platform/audit/audit.ts';
import type { Database } from '#platform/database/database.ts';
import type { Files } from '#platform/files/files.ts';
import type { BoundRoute } from '#platform/http/bind.ts';
import type { Jobs } from '#platform/jobs/jobs.ts';
import type { Live } from '#platform/live/live.ts';
import type { Log } from '#platform/log/log.ts';
import type { Metrics } from '#platform/metrics/metrics.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';

/** What the composition root hands to every module. */
export interface Platform {
  readonly db: Database;
  readonly audit: Audit;
  readonly live: Live;
  readonly jobs: Jobs;
  readonly files: Files;
  readonly secrets: Secrets;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** What a module hands back: its routes, and who may listen to its live topics. */
export interface ModuleServer {
  readonly routes: readonly BoundRoute[];
  /** Stops timers and connections of its own. */
  readonly stop?: () => Promise<void>;
}
