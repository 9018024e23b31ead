import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { HttpApp } from './app.ts';

/** Files with a hash in their name never change; everything else is asked for again each time. */
const cacheFor = (path: string): string =>
  /\/assets\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';

/** Said when the web app has not been built: the API works all the same. */
const notBuilt =
  '<!doctype html><meta charset="utf-8"><title>轻装</title><p>网页尚未生成，请运行 npm start。· The web app is not built yet: run npm start.</p>';

/**
 * Serves the built web app with its precompressed files; any other address gets the shell, which finds
 * its own way. Register last.
 */
export const serveWeb = (app: HttpApp, folder: string): void => {
  const files = serveStatic({
    root: folder,
    precompressed: true,
    onFound: (path, c) => c.header('cache-control', cacheFor(path)),
  });
  app.get('/assets/*', files, (c) => c.text('', 404));
  app.get('/*', files);
  app.get('/*', async (c) => {
    const page = join(folder, 'index.html');
    if (!existsSync(page)) return c.html(notBuilt, 503);
    c.header('cache-control', 'no-cache');
    return c.html(await readFile(page, 'utf8'));
  });
};
