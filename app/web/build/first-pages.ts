import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

/** Pages people open first: their code is fetched beside the shell's, not after it. */
const first = /\/(TodayPage|SignInPage)\.tsx$/;
const early = /\/early\.ts$/;

type Chunk = Rolldown.OutputChunk;
type Bundle = Rolldown.OutputBundle;

const chunksOf = (bundle: Bundle): Chunk[] => Object.values(bundle).filter((one) => one.type === 'chunk');

/** The chunks that answer an import of such a module: one that holds it, or one that only passes it on. */
const holding = (bundle: Bundle, module: RegExp): Chunk[] =>
  chunksOf(bundle).filter(({ moduleIds, facadeModuleId }) =>
    [...moduleIds, facadeModuleId ?? ''].some((id) => module.test(id)),
  );

/** A chunk and all it imports, however deep. */
const withImports = (bundle: Bundle, chunk: Chunk, seen = new Set<Chunk>()): Set<Chunk> => {
  if (seen.has(chunk)) return seen;
  seen.add(chunk);
  for (const name of chunk.imports) {
    const next = bundle[name];
    if (next?.type === 'chunk') withImports(bundle, next, seen);
  }
  return seen;
};

const link = (attrs: Record<string, string | boolean>): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { crossorigin: true, ...attrs },
  injectTo: 'head',
});

const linksOf = (chunk: Chunk): { href: string; tag: HtmlTagDescriptor }[] => [
  { href: chunk.fileName, tag: link({ rel: 'modulepreload', href: `/${chunk.fileName}` }) },
  ...[...(chunk.viteMetadata?.importedCss ?? [])].map((css) => ({
    href: css,
    tag: link({ rel: 'stylesheet', href: `/${css}` }),
  })),
];

const script = ({ fileName }: Chunk): HtmlTagDescriptor => ({
  tag: 'script',
  attrs: { type: 'module', async: true, crossorigin: true, src: `/${fileName}` },
  injectTo: 'head-prepend',
});

/** A browser opens six connections to a server; the largest file must not be the one that waits for the seventh. */
const largestFirst = (chunks: ReadonlySet<Chunk>): HtmlTagDescriptor[] => {
  const [largest] = [...chunks].toSorted((a, b) => b.code.length - a.code.length);
  if (!largest) return [];
  return [{ ...link({ rel: 'modulepreload', href: `/${largest.fileName}` }), injectTo: 'head-prepend' }];
};

/** Names the chunks of the first pages in index.html, and what asks for their answers ahead of them. */
export const firstPages = (): Plugin => ({
  name: 'qz-first-pages',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {}, path }) => {
      // The page without a network loads its own code and nothing ahead of it.
      if (path !== '/index.html') return [];
      const chunks = new Set(holding(bundle, first).flatMap((chunk) => [...withImports(bundle, chunk)]));
      const links = [...chunks].flatMap(linksOf).filter(({ href }) => !html.includes(href));
      return [...largestFirst(chunks), ...holding(bundle, early).map(script), ...links.map(({ tag }) => tag)];
    },
  },
});
