import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Problem } from '#platform/contract/problem.ts';
import type { Route } from '#platform/contract/route.ts';
import type { HttpApp } from './app.ts';
import { describeApi } from './openapi.ts';

const swaggerFolder = (): string =>
  dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

const start = `window.onload = () => {
  window.ui = SwaggerUIBundle({ url: '/openapi.json', dom_id: '#swagger-ui', deepLinking: true,
    presets: [SwaggerUIBundle.presets.apis], layout: 'BaseLayout' });
};`;

/** Markdown of every refusal, for docs/problems.md and the address that problem types point to. */
export const printProblems = (problems: readonly Problem[]): string =>
  [
    '# Problems',
    '',
    'Every refusal of the API (RFC 9457). Printed from the code: `npm run -s qz -- openapi --problems`.',
    '',
    '| code | status | 中文 | English |',
    '|---|---|---|---|',
    ...problems
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .map(({ code, status, title, en }) => `| \`${code}\` | ${status} | ${title} | ${en} |`),
    '',
  ].join('\n');

/** `/openapi.json`, a page to try it at `/docs/`, and `/problems`. */
export const serveApiPages = (
  app: HttpApp,
  routes: readonly Route[],
  problems: readonly Problem[],
  headingOf: (route: Route) => string,
): void => {
  const description = describeApi(routes, headingOf);
  app.get('/openapi.json', (c) => c.json(description));
  app.get('/problems', (c) => c.text(printProblems(problems)));
  app.get('/docs', (c) => c.redirect('/docs/'));
  app.get('/docs/swagger-initializer.js', (c) => c.body(start, 200, { 'content-type': 'text/javascript' }));
  app.get(
    '/docs/*',
    serveStatic({ root: swaggerFolder(), rewriteRequestPath: (path) => path.replace(/^\/docs/, '') }),
  );
};
