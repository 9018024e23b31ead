import { createIdentity } from '#modules/identity/server';
import { createLedgers } from '#modules/ledgers/server';
import { createMeetings } from '#modules/meetings/server';
import { createOrganisation } from '#modules/organisation/server';
import { createRecords } from '#modules/records/server';
import { createRegisters } from '#modules/registers/server';
import { createVenues, type MediaEngine, type OpenRecorderPage } from '#modules/venues/server';
import type { Platform } from '#platform/server/dependencies.ts';

export type { MediaEngine } from '#modules/venues/server';

export interface ComposeOptions {
  /** The address browsers use, when it is known. */
  readonly publicUrl: string | null;
  /** Browsers reach the product by HTTPS. */
  readonly secure: boolean;
  readonly demo: boolean;
  /** Null: no media engine is to be had. */
  readonly media: MediaEngine | null;
  /** The engine's signalling lies below our own origin. */
  readonly mediaThroughOrigin: boolean;
  /** Null: no browser is to be had, nothing can be recorded. */
  readonly recorderPage: OpenRecorderPage | null;
  /** How long a recording is kept. */
  readonly recordingDays: number;
  readonly trustProxy: boolean;
  /** False while the disk is full. */
  readonly mayWrite: () => boolean;
  readonly metricsFor: 'loopback' | 'all';
  /** Folders with the office's own fonts. */
  readonly fontDirs: readonly string[];
}

/** Puts the modules together, upstream first. */
export const compose = (platform: Platform, options: ComposeOptions) => {
  const organisation = createOrganisation(platform);
  const identity = createIdentity(platform, organisation, options);
  const registers = createRegisters(platform);
  const meetings = createMeetings(platform, organisation, identity);
  const venues = createVenues(platform, { organisation, identity, meetings, ...options });
  const records = createRecords(platform, { registers });
  const ledgers = createLedgers(platform, { organisation, records, registers, fontDirs: options.fontDirs });
  return { organisation, identity, registers, meetings, venues, records, ledgers };
};

export type Modules = ReturnType<typeof compose>;
