import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './node24.mjs';

/**
 * The page for visitors (lab/), beside the built app and outside of everything that the app loads or keeps.
 * @param outDir where simulator.html goes, and simulator/ with its parts
 */
export async function buildSimulator(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: join(root, 'lab'),
    // The icon is the app's.
    publicDir: false,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: false,
      assetsDir: 'simulator',
      assetsInlineLimit: 0,
      target: ['chrome111', 'safari16.4', 'firefox115'],
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { input: join(root, 'lab', 'simulator.html') },
    },
  });
}
