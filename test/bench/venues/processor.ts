import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second of /proc/…/stat, the same on every Linux that Node runs on. */
const ticksPerSecond = 100;

const statOf = (pid: number): { parent: number; seconds: number } | null => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [user, system] = [Number(fields[11]), Number(fields[12])];
    return { parent: Number(fields[1]), seconds: (user + system) / ticksPerSecond };
  } catch {
    return null;
  }
};

/** A process and all that it started. */
const treeOf = (root: number): number[] => {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc'))
    if (/^\d+$/.test(name)) parents.set(Number(name), statOf(Number(name))?.parent ?? 0);
  const found = [root];
  for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child);
  return found;
};

const secondsOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => sum + (statOf(pid)?.seconds ?? 0), 0);

/** Cores a process, or all that it started too, used between now and the answer. Linux only. */
export const startCores = (root: number, withChildren = true): (() => number) => {
  const pids = withChildren ? treeOf(root) : [root];
  const [began, used] = [performance.now(), secondsOf(pids)];
  return () => (secondsOf(pids) - used) / ((performance.now() - began) / 1000);
};

/** Megabytes of memory a process tree holds, what several share counted once. Linux only. */
export const memoryOf = (root: number): number =>
  treeOf(root).reduce((sum, pid) => {
    try {
      const pss = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
      return sum + Number(pss ?? 0) / 1024;
    } catch {
      return sum;
    }
  }, 0);

/** The oldest child of this process whose command line has all of these words. */
export const findChild = (...words: readonly string[]): number => {
  const found = treeOf(process.pid).filter((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return words.every((word) => command.includes(word));
    } catch {
      return false;
    }
  });
  if (found.length === 0) throw new Error(`no process of ours with ${words.join(' ')}`);
  return Math.min(...found);
};
