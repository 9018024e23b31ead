import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isPortFree, pickPort } from '../free-port.ts';
import { type Kept, keepRunning } from '../keep-running.ts';
import type { ProcessLog } from '../process-log.ts';
import { fileRefusal, portTaken } from '../start-refusal.ts';
import {
  type EngineConfig,
  type EngineKeys,
  type EnginePorts,
  engineConfig,
  portsIn,
  USUAL_PORTS as USUAL,
} from './config.ts';
import {
  answers,
  type EngineFiles,
  type EngineRun,
  engineFiles,
  findLeftover,
  forgetEngine,
  startEngine,
} from './engine-process.ts';

export interface MediaEngineOptions extends Omit<EngineConfig, 'ports'> {
  /** The program that `provisionMediaEngine` found. */
  readonly binary: string;
  /** The product's data folder, held by us; the engine's files lie in `livekit` in it. */
  readonly dataDir: string;
  /** Ports that must be had. Those not named are LiveKit's usual ones, or the next free. */
  readonly ports?: Partial<EnginePorts>;
  readonly log: ProcessLog;
  /** It died unasked; meetings are cut until `onRestart`. */
  readonly onExit?: (reason: string) => void;
  /** It is up again on the same ports, for the n-th time. */
  readonly onRestart?: (restarts: number) => void;
}

export interface RunningMediaEngine extends EngineKeys {
  /** For the server API and the signalling proxy: `ws://127.0.0.1:<port>`. */
  readonly url: string;
  readonly ports: EnginePorts;
  /** Whether it was found running, with its meetings, rather than started. */
  readonly adopted: boolean;
  readonly pid: number;
  readonly restarts: number;
  stop(): Promise<void>;
}

/**
 * Starts the media engine and keeps it running until `stop()`. An engine that an earlier run left behind is
 * adopted with its meetings if its configuration is what we would write, else ended and started anew.
 *
 * @throws StartRefusal `port_taken`, `data_folder_read_only`, `did_not_start`
 */
export const startMediaEngine = async (options: MediaEngineOptions): Promise<RunningMediaEngine> => {
  const files = prepareFiles(options.dataDir);
  let leftover = await adoptOrEnd(files, options);
  const adopted = leftover !== undefined;
  const ports =
    (adopted && portsIn(readFileSync(files.config, 'utf8'))) || (await choosePorts(options.ports));
  if (!adopted) writeConfig(files, engineConfig({ ...options, ports }));
  const kept = await keepRunning<EngineRun>({
    name: 'media engine',
    log: options.log,
    capMs: 2_000,
    onDown: options.onExit,
    onRestart: options.onRestart,
    start: async () => {
      const found = leftover;
      leftover = undefined;
      return found ?? startEngine(options.binary, files, ports.signal);
    },
  });
  return running(kept, files, { ports, keys: options.keys, adopted });
};

const prepareFiles = (dataDir: string): EngineFiles => {
  const folder = join(resolve(dataDir), 'livekit');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw fileRefusal(folder, error);
  }
  return engineFiles(folder);
};

/** Keys stand in it. */
const writeConfig = (files: EngineFiles, text: string): void => {
  try {
    writeFileSync(files.config, text, { mode: 0o600 });
    chmodSync(files.config, 0o600);
  } catch (error) {
    throw fileRefusal(files.config, error);
  }
};

const adoptOrEnd = async (
  files: EngineFiles,
  options: MediaEngineOptions,
): Promise<EngineRun | undefined> => {
  const run = findLeftover(files);
  if (!run) return undefined;
  if (await isAsWanted(files, options)) {
    options.log.info(`taking over the media engine an earlier run left behind (process ${run.pid})`);
    return run;
  }
  options.log.info(`ending the media engine an earlier run left behind (process ${run.pid})`);
  await run.stop();
  return undefined;
};

const isAsWanted = async (files: EngineFiles, options: MediaEngineOptions): Promise<boolean> => {
  const text = existsSync(files.config) ? readFileSync(files.config, 'utf8') : '';
  const ports = portsIn(text);
  if (!ports) return false;
  const wanted = engineConfig({ ...options, ports: { ...ports, ...options.ports } });
  return wanted === text && (await answers(ports.signal));
};

const choosePorts = async (asked: Partial<EnginePorts> = {}): Promise<EnginePorts> => {
  await refuseTaken('tcp', [asked.signal, asked.tcp, asked.relay]);
  await refuseTaken('udp', [asked.udp, asked.turn]);
  const not = Object.values(asked);
  const signal = asked.signal ?? (await pickPort(USUAL.signal, { not }));
  const tcp = asked.tcp ?? (await pickPort(USUAL.tcp, { not: [...not, signal] }));
  const udp = asked.udp ?? (await pickPort(USUAL.udp, { not, transport: 'udp' }));
  const turn = asked.turn ?? (await pickPort(USUAL.turn, { not: [...not, udp], transport: 'udp' }));
  const relay = asked.relay ?? (await pickPort(USUAL.relay, { not: [...not, signal, tcp] }));
  return { signal, tcp, udp, turn, relay };
};

const refuseTaken = async (transport: 'tcp' | 'udp', ports: (number | undefined)[]): Promise<void> => {
  for (const port of ports) {
    if (port !== undefined && !(await isPortFree(port, transport))) throw portTaken(port);
  }
};

const running = (
  kept: Kept<EngineRun>,
  files: EngineFiles,
  { ports, keys, adopted }: { ports: EnginePorts; keys: EngineKeys; adopted: boolean },
): RunningMediaEngine => {
  const leave = () => kept.current().leave();
  process.once('exit', leave);
  return {
    url: `ws://127.0.0.1:${ports.signal}`,
    ports,
    adopted,
    ...keys,
    get pid() {
      return kept.current().pid;
    },
    get restarts() {
      return kept.restarts();
    },
    stop: async () => {
      await kept.stop((run) => run.stop());
      process.off('exit', leave);
      forgetEngine(files);
    },
  };
};
