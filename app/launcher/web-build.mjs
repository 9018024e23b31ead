import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';
import { runStep } from './run.mjs';

/** What the web app is built from: these and all in them, but for what only the server or a test reads. */
const INPUTS = [
  'app/web',
  'modules',
  'platform',
  'package-lock.json',
  'package.json',
  'tsconfig.web.json',
  'tsconfig.base.json',
];
const NOT_INPUT = /\/(server|processes|database)\/|\.(test|api\.test|journey)\.tsx?$|\.(md|sql)$/;

/** Builds the web app with the given Node if its inputs changed since the last build. */
export const ensureWebBuild = async (node) => {
  const stampFile = inRoot('dist', 'web.stamp');
  const stamp = hashInputs();
  if (existsSync(inRoot('dist', 'web', 'index.html')) && readStamp(stampFile) === stamp) return;
  await build(node);
  mkdirSync(inRoot('dist'), { recursive: true });
  writeFileSync(stampFile, stamp);
};

const readStamp = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

const build = (node) =>
  runStep({
    label: '构建网页 building the web app',
    command: node,
    args: [
      inRoot('node_modules', 'vite', 'bin', 'vite.js'),
      'build',
      '--config',
      inRoot('app', 'web', 'vite.config.ts'),
      '--outDir',
      inRoot('dist', 'web'),
      '--emptyOutDir',
    ],
    hint: '网页构建失败，见上。The web app could not be built, see above.',
  });

/** By content, not by time: a fresh clone or a changed branch and back must not build again. */
const hashInputs = () => {
  const hash = createHash('sha256');
  for (const file of INPUTS.flatMap(filesIn))
    hash
      .update(`${file}\0`)
      .update(readFileSync(inRoot(file)))
      .update('\0');
  return hash.digest('hex');
};

const filesIn = (path) => {
  if (NOT_INPUT.test(path) || !existsSync(inRoot(path))) return [];
  const folder = entriesOf(path);
  if (!folder) return [path];
  return folder.sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap(({ name }) => filesIn(`${path}/${name}`));
};

const entriesOf = (path) => {
  try {
    return readdirSync(join(inRoot(path)), { withFileTypes: true });
  } catch {
    return undefined;
  }
};
