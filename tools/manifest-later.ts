import type { Plugin } from 'vite';

/** The app names its manifest itself once the first screen is painted (src/main/app-update.ts). */
export function manifestLaterPlugin(): Plugin {
  return {
    name: 'manifest-later',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const without = html.replace(/\s*<link rel="manifest"[^>]*>/, '');
        if (without === html)
          throw new Error('index.html names no manifest any more: tools/manifest-later.ts is idle.');
        return without;
      },
    },
  };
}
