import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../node24.mjs';

/** Where messages from outside of a page come in, and what reads them there; a worker of the page's own is not outside. */
const known: Readonly<Record<string, RegExp>> = {
  // Whatever is said, the phone's own row is looked at.
  'src/main/follow-after-start.ts': /'message', \(\) => \{/,
  'src/main/open-lock.ts': /data === 'locked'\)[^;]*;\s*else if \(data === 'changed'\)/,
  'src/main/page-signals.ts': /readChannelMessage\(event\.data\)/,
  // It says something, and hears nothing.
  'src/sw/receive-push.ts': /new BroadcastChannel\(outboxChannelName\)\.postMessage\(more\);/,
  'src/sw/send-waiting.ts': /readChannelMessage\(event\.data\)/,
  'src/sw/sw.ts': /data\.type === 'SKIP_WAITING'/,
  'src/media/paper-worker.ts': /MessageEvent<PrepareOrder>/,
  'src/media/prepare-in-worker.ts': /MessageEvent<PreparedPaper \| null>/,
};
const listening = /addEventListener\('message'|onmessage|BroadcastChannel\(|onMessage\(/;

/** R38: no listener that this table does not know, and no window that takes messages of other sites. */
export function checkListeners(): readonly string[] {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((path) => !path.includes('.test.'));
  const found = files.filter((path) => listening.test(readFileSync(join(root, path), 'utf8')));
  return [
    ...found.filter((path) => known[path] === undefined).map((path) => `${path} listens, and nobody has looked at it`),
    ...Object.entries(known).flatMap(([path, reads]) => {
      if (!found.includes(path)) return [`${path} does not listen any more`];
      return reads.test(readFileSync(join(root, path), 'utf8')) ? [] : [`${path} reads what comes otherwise`];
    }),
    ...files
      .filter((path) => /window\.addEventListener\('message'/.test(readFileSync(join(root, path), 'utf8')))
      .map((path) => `${path} takes messages of other windows`),
  ];
}
