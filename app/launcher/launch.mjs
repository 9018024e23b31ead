#!/usr/bin/env node
// The way in: `npm start`, `npm test`, `npm run qz`. Plain JavaScript without dependencies, because it runs on
// any Node from 18 on and before anything is installed. It brings what the product itself runs on.
import { commands } from './commands.mjs';
import { CannotGoOn, say } from './say.mjs';

const [name = 'start', ...args] = process.argv.slice(2);

if (Number(process.versions.node.split('.')[0]) < 18) {
  say(
    `需要 Node 18 或更新版本（本机为 ${process.version}）。Node 18 or later is needed, this is ${process.version}.`,
  );
  process.exit(1);
}
if (!Object.hasOwn(commands, name)) {
  say(`launch.mjs ${Object.keys(commands).join(' | ')}`);
  process.exit(2);
}
try {
  process.exitCode = await commands[name](args);
} catch (error) {
  if (!(error instanceof CannotGoOn)) throw error;
  say(error.message);
  process.exitCode = 1;
}
