import { randomUUID } from 'node:crypto';
import type { Db } from '#platform/database/database.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import { roomOf } from '../../domain/identities.ts';
import type { VenueState } from '../../domain/state.ts';
import type { SittingKey } from '../repository.ts';
import { createPartWriter, type PartWriter, RecordingGone } from './part-writer.ts';
import { claimRecording, endRecording, releaseRecording } from './repository.ts';

/** A page of ours in a browser without a window, as the composition root opens it. */
export interface RecorderPage {
  readonly run: (script: string) => Promise<void>;
  readonly exited: Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens the recorder's page; `onSaid` hears what it says. */
export type OpenRecorderPage = (onSaid: (text: string) => void) => Promise<RecorderPage>;

/** What the recorder's page asks of us, and tells. */
export type Said =
  | { readonly kind: 'ask'; readonly n: number; readonly what: 'ticket' | 'view' }
  | {
      readonly kind: 'ask';
      readonly n: number;
      readonly what: 'page';
      readonly document: string;
      readonly page: number;
    }
  /** The first picture is being taken. */
  | { readonly kind: 'begun' }
  /** A piece of the stream, base64. */
  | { readonly kind: 'piece'; readonly bytes: string }
  /** The last piece has been said. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly why: string };

export interface RecorderNeeds {
  readonly open: OpenRecorderPage;
  /** Answers what the page asks, acting for the sitting itself. */
  readonly answer: (key: SittingKey, said: Extract<Said, { kind: 'ask' }>) => Promise<unknown>;
  /** Whether a recording of the sitting is wanted now, as the database has it. */
  readonly wanted: (tx: Db, key: SittingKey) => Promise<boolean>;
  /** False while the disk is nearly full: then nothing is recorded. */
  readonly mayWrite: () => boolean;
}

const lookMs = 2_000;
/** A process that died is believed to record for no longer than this. */
const leaseMs = 10_000;
/** How long a page may take to say its last piece. */
const flushMs = 5_000;
/** A page that has brought nothing for so long hangs. */
const silentMs = 30_000;

/** One page that records one sitting. */
interface Run {
  readonly stop: () => Promise<void>;
  readonly over: Promise<void>;
  readonly isSilent: () => boolean;
}

/**
 * Follows what the states of sittings say: opens a recorder's page where one is wanted, another when it has
 * died, and ends it when it is wanted no more. What the page has said is in the store within seconds; a new page
 * begins a new part.
 */
export const createRecorder = (platform: Platform, needs: RecorderNeeds) => {
  const { db, log } = platform;
  /** This process, among those that share a database. */
  const self = randomUUID();
  const watched = new Map<string, SittingKey>();
  const runs = new Map<string, Run>();
  const nameOf = ({ subdistrict, sitting }: SittingKey) => roomOf(subdistrict, sitting);

  const start = async (key: SittingKey, recording: string): Promise<Run> => {
    let lastPiece = Date.now();
    let failed = false;
    let ended: () => void = () => undefined;
    const flushed = new Promise<void>((resolve) => {
      ended = resolve;
    });
    let writer: PartWriter | null = null;
    let writing: Promise<void> = Promise.resolve();

    const tell = async (message: unknown): Promise<void> =>
      (await opening).run(`window.qzRecorder?.(${JSON.stringify(message)})`).catch(() => undefined);

    const write = async (said: Exclude<Said, { kind: 'ask' }>): Promise<void> => {
      if (said.kind === 'begun')
        writer = await createPartWriter(platform, key, recording, new Date().toISOString());
      if (said.kind === 'piece' && (await writer?.write(Buffer.from(said.bytes, 'base64'))))
        lastPiece = Date.now();
      if (said.kind === 'ended') ended();
      if (said.kind === 'failed') throw new Error(said.why);
    };

    const fail = (error: unknown): void => {
      if (failed) return;
      failed = true;
      if (!(error instanceof RecordingGone)) log.warn('venues-recorder', { sitting: key.sitting, error });
      void opening.then((page) => page.close());
    };

    const opening = needs.open((text) => {
      const said = JSON.parse(text) as Said;
      if (said.kind === 'ask')
        return void needs
          .answer(key, said)
          .catch(() => null)
          .then((value) => tell({ n: said.n, value }));
      // Pieces are written in their order; what comes after a failure is not.
      writing = writing.then(() => write(said));
      writing.catch(fail);
    });
    const page = await opening;
    const over = page.exited.then(() => writing.catch(() => undefined));
    return {
      over,
      isSilent: () => Date.now() - lastPiece > silentMs,
      stop: async () => {
        await tell({ stop: true });
        await Promise.race([
          flushed,
          page.exited,
          new Promise((resolve) => setTimeout(resolve, flushMs).unref()),
        ]);
        await page.close();
        await over;
      },
    };
  };

  const begin = async (key: SittingKey): Promise<void> => {
    const until = new Date(Date.now() + leaseMs).toISOString();
    const recording = await db.transaction(key, (tx) => claimRecording(tx, key, self, until));
    const name = nameOf(key);
    if (recording === null) return end(name);
    const run = runs.get(name);
    if (run?.isSilent()) return end(name);
    if (run) return;
    const begun = await start(key, recording);
    runs.set(name, begun);
    void begun.over.then(() => runs.get(name) === begun && runs.delete(name));
  };

  const end = async (name: string): Promise<void> => {
    const run = runs.get(name);
    runs.delete(name);
    await run?.stop();
  };

  const step = async (key: SittingKey): Promise<void> => {
    const name = nameOf(key);
    const wanted = await db.read(key, (tx) => needs.wanted(tx, key));
    if (wanted && needs.mayWrite()) return begin(key);
    await end(name);
    if (wanted) return;
    watched.delete(name);
    // A sitting that was ended elsewhere ends its recording too.
    await db.transaction(key, (tx) => endRecording(tx, key, new Date().toISOString()));
  };

  const busy = new Map<string, Promise<void>>();
  /** One sitting's steps never overlap. */
  const look = (key: SittingKey): Promise<void> => {
    const name = nameOf(key);
    const under = busy.get(name);
    if (under !== undefined) return under;
    const round = step(key)
      .catch((error: unknown) => log.warn('venues-recorder', { sitting: key.sitting, error }))
      .finally(() => busy.delete(name));
    busy.set(name, round);
    return round;
  };
  const timer = setInterval(() => {
    for (const key of watched.values()) void look(key);
  }, lookMs);
  timer.unref();

  return {
    /** Takes a sitting in, or ends its recording, as its state says. */
    watch: (key: SittingKey, { recordedSince, phase }: Pick<VenueState, 'recordedSince' | 'phase'>): void => {
      const wanted = recordedSince !== null && phase !== 'ended';
      if (!wanted && !watched.has(nameOf(key))) return;
      watched.set(nameOf(key), key);
      void look(key);
    },
    mayWrite: needs.mayWrite,
    stop: async (): Promise<void> => {
      clearInterval(timer);
      const keys = [...watched.values()];
      watched.clear();
      await Promise.all(busy.values());
      await Promise.all([...runs.keys()].map(end));
      for (const key of keys)
        await db.transaction(key, (tx) => releaseRecording(tx, key, self)).catch(() => undefined);
    },
  };
};

export type Recorder = ReturnType<typeof createRecorder>;
