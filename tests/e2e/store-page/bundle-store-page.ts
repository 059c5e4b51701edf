import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'vite';

const here = import.meta.dirname;
const root = path.resolve(here, '../../..');
const inThePage = path.join(here, 'vitest-in-a-page.ts');
const noFake = path.join(here, 'no-fake-indexeddb.ts');
const entry = 'virtual:store-page';

/**
 * The suites that run on the store as a page has it, known by their import; what opens seals as the office does needs
 * Node, and what derives keys of a lock takes longer than its promise in a browser (`lock.e2e.ts`) does.
 */
function storeSuites(): string[] {
  return globSync('tests/suites/*.test.ts', { cwd: root })
    .toSorted()
    .map((file) => path.join(root, file))
    .filter((file) => {
      const text = readFileSync(file, 'utf8');
      return text.includes('open-test-vault.ts') && !/'#server\/|lock-page\.ts'/.test(text);
    });
}

const allSuites: Plugin = {
  name: 'all-suites',
  // Vite makes a path of it.
  resolveId: (id) => (id.endsWith(entry) ? entry : null),
  load(id) {
    if (id !== entry) return null;
    const imports = storeSuites().map((file) => `import ${JSON.stringify(file)};`);
    return [...imports, `export { runTests } from ${JSON.stringify(inThePage)};`].join('\n');
  },
};

/** The store's suites as one script for a page, on the browser's own IndexedDB: `storeSuites.runTests(0)` runs one half of them. */
export async function bundleStorePage(): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [allSuites],
    resolve: {
      alias: [
        { find: 'vitest', replacement: inThePage },
        { find: 'fake-indexeddb/auto', replacement: noFake },
        { find: 'fake-indexeddb', replacement: noFake },
      ],
    },
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'storeSuites' } },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const [chunk] = outputs.flatMap((output) => ('output' in output ? output.output : []));
  if (chunk?.type !== 'chunk') throw new Error('the suites were not bundled');
  return chunk.code;
}
