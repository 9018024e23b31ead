import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** What pdf.js fetches when a document needs it: tables of Chinese encodings, fonts for those not embedded. */
const folders = ['cmaps', 'standard_fonts'];

/**
 * Puts pdf.js's tables beside the app, under its version, so that they may be kept for ever
 * (`modules/venues/web/documents/pdf.ts` names the place).
 */
export const pdfFiles = (): Plugin => ({
  name: 'qz-pdf-files',
  apply: 'build',
  generateBundle() {
    const manifest = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
    for (const folder of folders)
      for (const name of readdirSync(join(dirname(manifest), folder)))
        this.emitFile({
          type: 'asset',
          fileName: `assets/pdf-${version}/${folder}/${name}`,
          source: readFileSync(join(dirname(manifest), folder, name)),
        });
  },
});
