/** `npm run check`: the checks alone, for a quick look before a commit. */
import { spawnSync } from 'node:child_process';
import { root } from '#app/root.ts';
import { checks } from './check/checks.ts';

for (const { name, command } of checks) {
  const [program = '', ...words] = command;
  const { status } = spawnSync(program, words, { cwd: root, stdio: 'inherit' });
  process.stderr.write(`${status === 0 ? '✓' : '✗'} ${name}\n`);
  if (status !== 0) process.exitCode = 1;
}
