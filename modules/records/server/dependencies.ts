import type { RegisterService } from '#modules/registers/server';
import type { Platform } from '#platform/server/dependencies.ts';
import type { Coverage } from './coverage.ts';

export interface Dependencies {
  readonly platform: Platform;
  readonly registers: RegisterService;
  /** Asked anew at each use: ledgers register after records were made. */
  readonly coverage: () => Coverage;
}
