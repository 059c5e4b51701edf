import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** An address, or how one begins, and the sources of what its screen needs at once. */
export type ScreenAhead = readonly [at: string, ...sources: readonly string[]];

/** Every screen but a form waits for the phone's store. */
const store = 'src/main/start-menu.ts';

/** The first that fits counts; '' fits all. */
const screensAhead: readonly ScreenAhead[] = [
  ['/isi/', 'src/features/apply/apply-route.tsx'],
  ['/layanan/', store, 'src/features/catalogue/service-screen.tsx'],
  ['/permohonan/', store, 'src/features/outbox/application-screen.tsx'],
  ['/permohonan', store, 'src/features/outbox/outbox-screen.tsx'],
  ['/', store, 'src/features/home/home-screen.tsx'],
  ['', store],
];

interface Chunk {
  readonly type: 'chunk';
  readonly fileName: string;
  readonly moduleIds: readonly string[];
  readonly isEntry: boolean;
  readonly imports: readonly string[];
}

/**
 * A script of some hundred bytes that index.html names first: it has the code of this address's screen fetched beside the
 * app, not after it. Needs nothing of the server, so it does the same on any.
 */
export function screensAheadPlugin(more: readonly ScreenAhead[] = []): Plugin {
  let src = '';
  return {
    name: 'screens-ahead',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      const code = scriptOf(tableOf([...more, ...screensAhead], chunks));
      const hash = createHash('sha256').update(code).digest('base64url').slice(0, 8);
      const fileName = `assets/ahead-${hash}.js`;
      this.emitFile({ type: 'asset', fileName, source: code });
      src = `/${fileName}`;
    },
    transformIndexHtml: () => [
      { tag: 'script', attrs: { async: true, fetchpriority: 'high', src }, injectTo: 'head-prepend' },
    ],
  };
}

type Table = readonly (readonly [at: string, ...files: readonly string[]])[];

/** @throws when a source has no file of its own any more */
export function tableOf(screens: readonly ScreenAhead[], chunks: readonly Chunk[]): Table {
  return screens.map(([at, ...sources]) => [at, ...filesOf(sources, chunks)]);
}

/** The files of one screen, without what index.html loads itself. */
function filesOf(sources: readonly string[], chunks: readonly Chunk[]): readonly string[] {
  const entry = chunks.find(({ isEntry }) => isEntry);
  const found = new Set<string>();
  const visit = (chunk: Chunk | undefined): void => {
    if (chunk === undefined || chunk === entry || entry?.imports.includes(chunk.fileName) === true) return;
    if (found.has(chunk.fileName)) return;
    found.add(chunk.fileName);
    for (const name of chunk.imports) visit(chunks.find(({ fileName }) => fileName === name));
  };
  for (const source of sources) {
    const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/${source}`)));
    if (chunk === undefined || chunk.isEntry) {
      throw new Error(`${source} is not in a file of its own any more; see tools/screens-ahead.ts.`);
    }
    visit(chunk);
  }
  return [...found].map((name) => name.replace(/^assets\//, ''));
}

/**
 * Also wakes the browser's stores, which a phone that was just switched on reads from its disk: `localStorage` and its like hold
 * the page until it is there, and this is the one moment at which the page has nothing else to do.
 */
export function scriptOf(table: Table): string {
  return (
    `const p=location.pathname;for(const n of(${JSON.stringify(table)}.find(([a])=>a===p||a!=='/'&&p.startsWith(a))).slice(1)){` +
    "const l=document.createElement('link');l.rel='modulepreload';l.href='/assets/'+n;document.head.append(l)}" +
    // Refused where cookies and site data are blocked.
    'try{indexedDB.databases?.().catch(()=>0);localStorage.length;sessionStorage.length}catch{}\n'
  );
}
