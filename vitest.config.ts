import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** What every project shares. The projects are named so that `vitest run --project unit` runs one of them. */
const shared = {
  environment: 'node' as const,
  setupFiles: ['tools/test/fail-on-console.ts'],
  restoreMocks: true,
  unstubGlobals: true,
  unstubEnvs: true,
};

export default defineConfig({
  plugins: [react()],
  define: { __APP_VERSION__: JSON.stringify('0.0.0-test') },
  test: {
    passWithNoTests: false,
    allowOnly: false,
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 90_000,
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          // Its files share a process, and start in a third of the time: none leaves anything behind (leave-nothing.ts).
          isolate: false,
          setupFiles: [...shared.setupFiles, 'tools/test/leave-nothing.ts'],
          include: ['{src,server}/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
          exclude: ['tools/nets/**'],
        },
      },
      { extends: true, test: { ...shared, name: 'contract', include: ['tests/contract/**/*.test.ts'] } },
      { extends: true, test: { ...shared, name: 'migrations', include: ['tests/migrations/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          ...shared,
          name: 'suites',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/{contract,migrations,e2e}/**'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'nets',
          include: ['tools/nets/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
