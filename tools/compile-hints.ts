import type { Plugin } from 'vite';

/** https://v8.dev/blog/explicit-compile-hints: has to be the first thing in a file. */
const hint = '//# allFunctionsCalledOnLoad\n';

/**
 * Almost everything in these files is run at the start, so Chromium compiles all of it while it comes in, beside the page,
 * and not piece by piece while the page waits. Other browsers read over it.
 */
export function compileHintsPlugin(names: readonly string[]): Plugin {
  return {
    name: 'compile-hints',
    apply: 'build',
    generateBundle: {
      // After all who put something in front themselves.
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'chunk' && names.includes(chunk.name)) chunk.code = hint + chunk.code;
        }
      },
    },
  };
}
