import type { Plugin } from 'vite';

/** Pages people open first: their code is fetched beside the shell's, not after it. */
const first = /\/(TodayPage)\.tsx$/;

/** Names the chunks of the first pages in index.html, so that a slow line is crossed once. */
export const firstPages = (): Plugin => ({
  name: 'qz-first-pages',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle }) =>
      Object.values(bundle ?? {})
        .filter(
          (one) => one.type === 'chunk' && one.facadeModuleId !== null && first.test(one.facadeModuleId),
        )
        .flatMap((one) => (one.type === 'chunk' ? [one.fileName, ...one.imports] : []))
        .filter((name) => !html.includes(name))
        .map((name) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${name}` },
          injectTo: 'head' as const,
        })),
  },
});
