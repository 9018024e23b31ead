import { ensureDependencies } from './dependencies.mjs';
import { inRoot } from './paths.mjs';
import { handOver } from './run.mjs';
import { ensureRuntime } from './runtime.mjs';
import { CannotGoOn, say } from './say.mjs';
import { ensureWebBuild } from './web-build.mjs';

const prepare = async () => {
  const node = await ensureRuntime();
  await ensureDependencies(node);
  return node;
};

const script = (file) => ['--disable-warning=ExperimentalWarning', inRoot(file)];

/** The demonstration is what a first `npm start` shows; a real office sets QZ_DEMO=0. */
const withDemo = { QZ_DEMO: process.env.QZ_DEMO ?? '1' };

/** What can be asked of the launcher. Each returns the exit code. */
export const commands = {
  start: async (args) => {
    const node = await prepare();
    await ensureWebBuild(node);
    return handOver(node, [...script('app/cli/main.ts'), 'serve', ...args], {
      env: withDemo,
      ownGroup: true,
    });
  },

  /** The suites say what failed, a failed build of the web app included. */
  test: async (args) => {
    const node = await prepare();
    await ensureWebBuild(node).catch((error) => {
      if (!(error instanceof CannotGoOn)) throw error;
      say(error.message);
    });
    return handOver(node, [...script('test/run.ts'), ...args]);
  },

  qz: async (args) => handOver(await prepare(), [...script('app/cli/main.ts'), ...args]),

  check: async (args) => handOver(await prepare(), [...script('test/check.ts'), ...args]),

  /** The server starting again at each change, beside the web app's own development server. */
  dev: async (args) => {
    const node = await prepare();
    const vite = [
      inRoot('node_modules', 'vite', 'bin', 'vite.js'),
      '--config',
      inRoot('app', 'web', 'vite.config.ts'),
    ];
    const serve = ['--watch-preserve-output', '--watch', ...script('app/cli/main.ts'), 'serve', ...args];
    const codes = await Promise.all([handOver(node, serve, { env: withDemo }), handOver(node, vite)]);
    return Math.max(...codes);
  },
};
