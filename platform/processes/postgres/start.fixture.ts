import { silentLog } from '../process-log.ts';
import { StartRefusal, startPostgres } from './supervisor.ts';

// A program that holds a database, for tests that kill it or run it as another user. It says one line of JSON.
const say = (answer: object) => process.stdout.write(`${JSON.stringify(answer)}\n`);

try {
  const postgres = await startPostgres({ dataDir: process.argv[2] ?? '', log: silentLog });
  say({ adminUrl: postgres.adminUrl, pid: postgres.pid });
  process.once('SIGTERM', () => void postgres.stop());
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  say({ refusal: error.code, message: error.message });
}
