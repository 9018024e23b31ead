import { setTimeout as sleep } from 'node:timers/promises';
import { openRunning, type Workbench, withWorkbench } from './attach.ts';

type More = Parameters<typeof withWorkbench>[2];

/** A workbench on a running server that outlives it: started again, its database has another address. */
export interface HeldWorkbench {
  readonly bench: () => Workbench;
  /** Attaches anew, once at a time; keeps the old one while there is no server. */
  readonly renew: () => Promise<void>;
  readonly letGo: () => Promise<void>;
}

interface Opened {
  readonly bench: Workbench;
  readonly letGo: () => Promise<void>;
}

const open = (environment: NodeJS.ProcessEnv, more: More): Promise<Opened> =>
  new Promise((resolve, reject) => {
    const over = withWorkbench(
      environment,
      async (bench) => {
        await new Promise<void>((end) => {
          const letGo = () => {
            end();
            return over;
          };
          resolve({ bench, letGo });
        });
        await bench.modules.venues.stop?.();
      },
      more,
      openRunning,
    );
    over.catch(reject);
  });

const betweenMs = 1_000;

export const holdWorkbench = async (environment: NodeJS.ProcessEnv, more: More): Promise<HeldWorkbench> => {
  let held = await open(environment, more);
  let renewing: Promise<void> | null = null;
  const renewOnce = async (): Promise<void> => {
    const next = await open(environment, more).catch(() => null);
    if (next) {
      await held.letGo().catch(() => undefined);
      held = next;
    }
    await sleep(betweenMs);
    renewing = null;
  };
  return {
    bench: () => held.bench,
    renew: () => {
      renewing ??= renewOnce();
      return renewing;
    },
    letGo: async () => {
      await renewing;
      await held.letGo();
    },
  };
};
