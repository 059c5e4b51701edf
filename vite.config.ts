import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { manifest } from './pwa.manifest.ts';
import { appVersion } from './tools/app-version.ts';
import { createChunkNames } from './tools/chunks.ts';
import { compileHintsPlugin } from './tools/compile-hints.ts';
import { manifestLaterPlugin } from './tools/manifest-later.ts';
import { screensAheadPlugin } from './tools/screens-ahead.ts';

/** The oldest engines that get the app: an Android Chrome of 2023, Safari 16.4, Firefox ESR 115. */
const targets = ['chrome111', 'safari16.4', 'firefox115'];

/** `npm run dev` puts the backend here; without it Vite answers alone. */
const backend = process.env['BACKEND_URL'];

/** The bench build starts from bench/main.tsx, which starts the app and adds window.bench; no other build knows it. */
function benchEntry(): Plugin {
  return {
    name: 'bench-entry',
    transformIndexHtml: { order: 'pre', handler: (html) => html.replace('/src/main.tsx', '/bench/main.tsx') },
  };
}

export default defineConfig(({ mode }) => ({
  plugins: [
    react(),
    screensAheadPlugin(mode === 'bench' ? [['/f/bench60', 'src/features/apply/apply-route.tsx']] : []),
    compileHintsPlugin(['index', 'form']),
    ...(mode === 'bench' ? [benchEntry()] : []),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'sw.ts',
      // The page registers the worker itself, in its own time (src/main.tsx).
      injectRegister: null,
      registerType: 'prompt',
      manifest,
      manifestFilename: 'manifest.webmanifest',
      includeManifestIcons: false,
      injectManifest: {
        rollupFormat: 'iife',
        target: 'chrome111',
        // The shell: what a phone without signal needs to open every screen. No screenshots, no maps of the code.
        // What draws PDFs comes when somebody looks at one, and stays from then on (src/sw/kept-later.ts).
        // What only officials at a desk use, and what opens a recovered lock, needs the office to answer anyway.
        globIgnores: [
          'assets/{pdf-pages,results,open-results,results-card,issued,issued-form}-*.js',
          'assets/{desk,open-desk,dashboard,open-statistics,recovery-keys}-*',
        ],
        globPatterns: ['index.html', 'assets/**/*.{js,css,woff2,svg}', 'favicon.svg', 'icons/icon-192.png'],
      },
      // Its own build of the worker would be louder than ours.
      integration: { configureCustomSWViteBuild: (options) => void Object.assign(options, { logLevel: 'warn' }) },
      devOptions: { enabled: true, type: 'module', navigateFallback: 'index.html' },
    }),
    manifestLaterPlugin(),
  ],
  // Dexie's build for browsers of today: the same code, 1.8 kB (gzip) less in the page and in the worker.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  define: { __APP_VERSION__: JSON.stringify(appVersion()) },
  build: {
    outDir: mode === 'bench' ? 'dist-bench' : 'dist',
    target: targets,
    // Nothing inline, so that the content security policy needs no exception.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // A file that needs no other is asked for by its import just as well.
      resolveDependencies: (_file, needed) => (needed.length > 1 ? needed : []),
    },
    // One sheet: a screen then waits for its code only, and never for styles on a line of their own.
    cssCodeSplit: false,
    sourcemap: false,
    reportCompressedSize: false,
    // budget.json decides, chunk by chunk.
    chunkSizeWarningLimit: 2_000,
    // Notices are stripped from the code and kept in one file beside it.
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      output: {
        comments: false,
        // Everything that the first screen needs in one file: eight small ones compress 4 kB worse.
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], priority: 2 },
            { name: createChunkNames(), debugName: 'start', priority: 1 },
            // What three and more later parts share comes as one: on a slow line every request costs more than its bytes.
            { name: 'shared', minShareCount: 3 },
            // A line or two that two of them share is not worth a file of its own.
            {
              name: 'small',
              minShareCount: 2,
              maxModuleSize: 600,
              test: /^(?!.*[\\/]src[\\/].*(?:desk|dashboard|statistics))/,
            },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: {
    ...(backend === undefined
      ? {}
      : {
          proxy: Object.fromEntries(
            ['/v1', '/.well-known', '/schemas', '/health', '/uploads'].map((path) => [
              path,
              { target: backend, xfwd: true },
            ]),
          ),
        }),
  },
}));
