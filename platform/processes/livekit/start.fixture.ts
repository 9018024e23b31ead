import { silentLog } from '../process-log.ts';
import { startMediaEngine } from './engine.ts';

// A program that holds an engine, for tests that kill it. It says the engine's process number.
const options = JSON.parse(process.argv[2] ?? '');
const engine = await startMediaEngine({ ...options, log: silentLog });
process.stdout.write(`${engine.pid}\n`);
