import type { Command } from './command.ts';

const command = (name: string, usage: string, about: string, load: Command['load']): Command => ({
  name,
  usage: [name, usage].join(' ').trim(),
  about,
  load,
});

/** Every command of `qz`, in the order they are listed. */
export const commands: readonly Command[] = [
  command('serve', '[--port 8080] [--data DIR]', 'the server in the foreground', () => import('./serve.ts')),
  command(
    'demo',
    '[--seed N] [--years Y]',
    'fills an empty database with the demonstration subdistrict',
    () => import('./demo.ts'),
  ),
  command(
    'doctor',
    '',
    'checks runtime, database, media, fonts, mail, clock, disk, certificate',
    () => import('./doctor.ts'),
  ),
  command('user', 'add|disable|reset …', 'accounts', () => import('./user.ts')),
  command(
    'certificate',
    '[HOST …]',
    'a local CA and certificate for a pilot on a LAN',
    () => import('./certificate.ts'),
  ),
  command(
    'sheet',
    'FILE.xlsx [--sheet NAME]',
    "what is read from a department's form",
    () => import('./sheet.ts'),
  ),
  command(
    'ledger export',
    'ID --committee C --period 2026-10 --as pdf|xlsx|docx|csv --out FILE',
    'a ledger on paper or as a file',
    () => import('./ledger.ts'),
  ),
  command(
    'dictate',
    '--ledgers L.json --residents R.json',
    'what was said → records, utterances as JSON Lines on standard input',
    () => import('./dictate.ts'),
  ),
  command(
    'pool',
    'PROBLEM.json [--seconds S]',
    'which meeting requests sit together, when, in what order',
    () => import('./pool.ts'),
  ),
  command(
    'venues rehearse',
    '[--branches 33] [--sitting ID]',
    'fills a sitting with synthetic venues to practise on; the server must be running',
    () => import('./venues-rehearse.ts'),
  ),
  command(
    'venues engine',
    '--address IP --redis URL',
    'the configuration of one of several media engines that share their rooms',
    () => import('./venues-engine.ts'),
  ),
  command(
    'audit verify',
    '',
    'every audit chain from its start; exit 1 at a break, named',
    () => import('./audit-verify.ts'),
  ),
  command(
    'openapi',
    '[--problems]',
    'the OpenAPI description, or the table of refusals',
    () => import('./openapi.ts'),
  ),
  command(
    'bench',
    '[NAME]',
    'runs a benchmark, one JSON object a line and metric',
    () => import('./bench.ts'),
  ),
];
