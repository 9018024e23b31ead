import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { root } from './paths.mjs';
import { CannotGoOn, say, showStep } from './say.mjs';

const SHOWN_LINES = 8;
/** Some tools colour whatever they are told. */
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g');

/**
 * Runs a program out of sight. Its last lines are shown only when it fails.
 *
 * @param {{ label: string, command: string, args: string[], env?: NodeJS.ProcessEnv, hint: string,
 *   retry?: (output: string) => NodeJS.ProcessEnv | undefined }} step `hint`: what to do when it fails;
 *   `retry`: the environment of a second try, judged from what the first one said
 * @throws CannotGoOn with `hint`
 */
export const runStep = async ({ label, command, args, env, hint, retry }) => {
  const shown = showStep(label);
  let result = await runQuietly(command, args, env);
  const again = result.code !== 0 ? retry?.(result.output) : undefined;
  if (again) result = await runQuietly(command, args, { ...env, ...again });
  if (result.code === 0) return shown.done();
  shown.failed();
  say(excerpt(result.output));
  throw new CannotGoOn(hint);
};

/** The first lines and the last: npm says why at the beginning, a compiler at the end. */
const excerpt = (output) => {
  const plain = output.replaceAll(COLOURS, '');
  const lines = plain
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.slice(0, 200));
  if (lines.length <= 2 * SHOWN_LINES) return lines.join('\n');
  return [...lines.slice(0, SHOWN_LINES), '…', ...lines.slice(-SHOWN_LINES)].join('\n');
};

const runQuietly = (command, args, env) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // On Windows npm is a script, which only a shell can run; no argument of ours needs quoting there.
      shell: process.platform === 'win32' && command === 'npm',
    });
    let output = '';
    const collect = (chunk) => {
      output = `${output}${chunk}`.slice(-20_000);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });

/** Ctrl-C reaches us from the terminal and again from npm: within this time it is one. */
const SAME_SIGNAL_MS = 300;

/**
 * Hands over to a program: its input and output are ours, signals are passed on, its exit code is returned.
 *
 * With `ownGroup` the terminal's Ctrl-C reaches the program through us only, once, however many of npm, shell
 * and terminal send it; programs that ask at the terminal must stay in its group. The program also gets a
 * channel that closes with us, so that it can end when we are killed.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, ownGroup?: boolean }} [options]
 * @returns {Promise<number>} exit code
 */
export const handOver = (command, args, { env, ownGroup = false } = {}) =>
  new Promise((resolve) => {
    const detached = ownGroup && process.platform !== 'win32';
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      detached,
    });
    const stopPassing = passSignals(child, detached);
    const stopWatching = watchNpm(() => child.kill('SIGTERM'));
    child.once('error', (error) => {
      say(error.message);
      resolve(127);
    });
    child.once('exit', (code, signal) => {
      stopPassing();
      stopWatching();
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGTERM']);
    });
  });

const passSignals = (child, detached) => {
  const last = new Map();
  const pass = (signal) => {
    const now = Date.now();
    if (now - (last.get(signal) ?? 0) < SAME_SIGNAL_MS) return;
    last.set(signal, now);
    // In one group with us, the terminal has told it already.
    if (signal === 'SIGINT' && !detached && process.stdin.isTTY) return;
    child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  return () => {
    for (const signal of signals) process.off(signal, pass);
  };
};

/**
 * npm runs us through a shell, which dies of a signal without passing it on; npm itself can be killed too. Both
 * show as a change of parent, ours or the shell's.
 */
const watchNpm = (onGone) => {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return () => {};
  const shell = process.ppid;
  const npm = isShellOfOurs(shell) ? parentOf(shell) : undefined;
  const timer = setInterval(() => {
    if (process.ppid === shell && (npm === undefined || parentOf(shell) === npm)) return;
    clearInterval(timer);
    onGone();
  }, 250);
  timer.unref();
  return () => clearInterval(timer);
};

/** Some shells replace themselves by the one command they are given; then our parent is npm. */
const isShellOfOurs = (pid) => /-c\0.*launch\.mjs/s.test(readOrNothing(`/proc/${pid}/cmdline`));

const parentOf = (pid) => {
  const stat = readOrNothing(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
};

const readOrNothing = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
