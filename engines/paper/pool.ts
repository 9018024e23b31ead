import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { PaperRefusal } from './form.ts';
import type { PaperAnswer, PaperTask } from './messages.ts';

export interface TaskOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, pages: number) => void) | undefined;
}

interface Job extends TaskOptions {
  readonly task: PaperTask;
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** A worker holds fonts and a compiler, some 150 MB, so it goes when nothing was printed for a while. */
const IDLE_MS = 30_000;
/** One core is left to the office's other work. */
const LARGEST = Math.max(1, Math.min(4, availableParallelism() - 1));

/** Threads that typeset: each does one task at a time, further tasks wait in order. */
export class PaperPool {
  readonly #waiting: Job[] = [];
  readonly #idle = new Map<Worker, NodeJS.Timeout>();
  readonly #all = new Set<Worker>();

  run<T>(task: PaperTask, options: TaskOptions): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (options.signal?.aborted) return reject(options.signal.reason);
      const job: Job = { ...options, task, resolve: (result) => resolve(result as T), reject };
      options.signal?.addEventListener('abort', () => this.#forget(job), { once: true });
      this.#waiting.push(job);
      this.#next();
    });
  }

  /** Ends every thread; what was being typeset is refused. */
  async close(): Promise<void> {
    for (const job of this.#waiting.splice(0)) job.reject(new Error('the paper engine is closed'));
    await Promise.all([...this.#all].map((worker) => this.#end(worker)));
  }

  #forget(job: Job): void {
    const at = this.#waiting.indexOf(job);
    if (at < 0) return;
    this.#waiting.splice(at, 1);
    job.reject(job.signal?.reason);
  }

  #next(): void {
    if (this.#waiting.length === 0) return;
    const worker = this.#takeWorker();
    if (!worker) return;
    const job = this.#waiting.shift();
    if (job) this.#give(worker, job);
  }

  #takeWorker(): Worker | undefined {
    const [rested] = this.#idle;
    if (rested) {
      clearTimeout(rested[1]);
      this.#idle.delete(rested[0]);
      return rested[0];
    }
    if (this.#all.size >= LARGEST) return undefined;
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    this.#all.add(worker);
    return worker;
  }

  #give(worker: Worker, job: Job): void {
    const finish = (settled: () => void, reusable: boolean): void => {
      worker.off('error', failed).off('exit', ended).off('message', heard);
      job.signal?.removeEventListener('abort', abort);
      if (reusable) this.#rest(worker);
      else void this.#end(worker);
      settled();
      this.#next();
    };
    const abort = (): void => finish(() => job.reject(job.signal?.reason), false);
    const failed = (error: unknown): void => finish(() => job.reject(error), false);
    const ended = (): void => finish(() => job.reject(new Error('the paper thread ended')), false);
    const heard = (answer: PaperAnswer): void => {
      if (answer.kind === 'progress') job.onProgress?.(answer.done, answer.pages);
      else finish(() => settle(job, answer), true);
    };
    job.signal?.addEventListener('abort', abort, { once: true });
    worker.on('error', failed).on('exit', ended).on('message', heard);
    worker.ref();
    worker.postMessage(job.task);
  }

  #rest(worker: Worker): void {
    worker.unref();
    this.#idle.set(worker, setTimeout(() => void this.#end(worker), IDLE_MS).unref());
  }

  async #end(worker: Worker): Promise<void> {
    clearTimeout(this.#idle.get(worker));
    this.#idle.delete(worker);
    this.#all.delete(worker);
    await worker.terminate();
  }
}

const settle = (job: Job, answer: Exclude<PaperAnswer, { kind: 'progress' }>): void => {
  if (answer.kind === 'done') job.resolve(answer.result);
  else if (answer.kind === 'refused') job.reject(new PaperRefusal(answer.code, answer.message));
  else job.reject(new Error(answer.message));
};
