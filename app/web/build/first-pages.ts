import type { HtmlTagDescriptor, Plugin } from 'vite';

/** Pages people open first: their code is fetched beside the shell's, not after it. */
const first = /\/TodayPage\.tsx$/;
const early = /\/early\.ts$/;

type Bundle = Readonly<Record<string, { type: string; fileName: string }>>;
interface Chunk {
  type: 'chunk';
  fileName: string;
  facadeModuleId: string | null;
  imports: string[];
}

const chunksOf = (bundle: Bundle, module: RegExp): Chunk[] =>
  Object.values(bundle).filter(
    (one): one is Chunk => one.type === 'chunk' && module.test((one as Chunk).facadeModuleId ?? ''),
  );

const preload = (name: string): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { rel: 'modulepreload', crossorigin: true, href: `/${name}` },
  injectTo: 'head',
});

const script = ({ fileName }: Chunk): HtmlTagDescriptor => ({
  tag: 'script',
  attrs: { type: 'module', async: true, crossorigin: true, src: `/${fileName}` },
  injectTo: 'head-prepend',
});

/** Names the chunks of the first pages in index.html, and what asks for their answers ahead of them. */
export const firstPages = (): Plugin => ({
  name: 'qz-first-pages',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const names = chunksOf(bundle, first).flatMap((chunk) => [chunk.fileName, ...chunk.imports]);
      return [
        ...chunksOf(bundle, early).map(script),
        ...[...new Set(names)].filter((name) => !html.includes(name)).map(preload),
      ];
    },
  },
});
