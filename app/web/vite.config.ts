import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstPages } from './build/first-pages.ts';
import { pdfFiles } from './build/pdf-files.ts';
import { precompress } from './build/precompress.ts';

const inRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/**
 * Contracts, catalogues and components only declare: what nobody imports of them is left out. Style
 * sheets and the entry do something when they are read.
 */
const sideEffects = (id: string): boolean =>
  /\.css$|\/look\.ts$|\/(main|early|offline)\.tsx?$|\/node_modules\//.test(id);

/** What every page needs is one file: a slow line pays for each round trip more than for each byte. */
const shellParts = [
  /\/node_modules\/(react|react-dom|scheduler|@tanstack|use-sync-external-store|wouter|regexparam)\//,
  /\/(platform\/(ui\/(?!office\/)|contract)|app\/web\/(shell|main|match|menu|messages|page-code|pages|session|schema-stub))/,
  /\/modules\/[^/]+\/web\/(index|messages|zh|[a-z-]+-zh)\.ts$/,
  /\/modules\/identity\/(contract|problems|domain)/,
  /vite\/preload-helper/,
];
/** The two pages people arrive at come in the shell's file: a browser opens six connections, and a seventh file waits a round trip. */
const signIn =
  /\/modules\/identity\/web\/(SignIn|SecondFactor|PasskeyEntry|ReadingChoices|[Dd]emonstration|passkeys|reading|safe-address|sign-in)/;
const today = /\/app\/web\/today\//;
const inShell = (id: string): boolean => signIn.test(id) || shellParts.some((part) => part.test(id));

export default defineConfig({
  root: inRoot('app/web'),
  publicDir: inRoot('app/web/public'),
  cacheDir: inRoot('node_modules/.cache/vite'),
  plugins: [react(), firstPages(), pdfFiles(), precompress()],
  resolve: { alias: { zod: inRoot('app/web/schema-stub.ts') } },
  server: { port: 5173, proxy: { '/api': { target: 'http://localhost:8080', ws: true } } },
  build: {
    outDir: inRoot('dist/web'),
    emptyOutDir: true,
    target: ['chrome111', 'safari16.4', 'firefox114'],
    // Small pictures in the style sheet would be paid for by every page.
    assetsInlineLimit: 0,
    // For the same reason one style sheet: all of it weighs less than a round trip.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        index: inRoot('app/web/index.html'),
        early: inRoot('app/web/early.ts'),
        offline: inRoot('app/web/offline.html'),
      },
      treeshake: { moduleSideEffects: sideEffects },
      output: {
        // Chunks may import each other in a circle; what is read first must still run first.
        strictExecutionOrder: true,
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'shell', test: inShell, priority: 2 },
            { name: 'shell', test: today, priority: 1, includeDependenciesRecursively: true },
          ],
        },
      },
    },
  },
});
