import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const text = /\.(m?js|css|html|svg|json)$/;
/** Below this a compressed answer saves no packet. */
const worthIt = 600;

const compress = (file: string): void => {
  const content = readFileSync(file);
  if (content.length < worthIt) return;
  const hint = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params: hint }));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
};

/** Writes a .br and a .gz beside each text file, so that the server only picks and sends. */
export const precompress = (): Plugin => ({
  name: 'qz-precompress',
  apply: 'build',
  writeBundle: ({ dir }) => {
    for (const name of readdirSync(dir ?? '', { recursive: true, encoding: 'utf8' }))
      if (text.test(name)) compress(join(dir ?? '', name));
  },
});
