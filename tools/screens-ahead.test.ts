import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { scriptOf, tableOf } from './screens-ahead.ts';

const chunk = (fileName: string, moduleIds: readonly string[], imports: readonly string[] = [], isEntry = false) => ({
  type: 'chunk' as const,
  fileName,
  moduleIds,
  imports,
  isEntry,
});
const built = [
  chunk('assets/index-a.js', ['/app/src/main.tsx', '/app/src/in-the-first.ts'], [], true),
  chunk('assets/kit-b.js', [], ['assets/index-a.js']),
  chunk('assets/form-c.js', ['/app/src/form.tsx'], ['assets/index-a.js', 'assets/kit-b.js']),
  chunk('assets/home-d.js', ['/app/src/home.tsx'], ['assets/index-a.js', 'assets/store-e.js']),
  chunk('assets/store-e.js', ['/app/src/store.ts'], ['assets/index-a.js']),
];
const screens = [
  ['/isi/', 'src/form.tsx'],
  ['/', 'src/home.tsx'],
  ['', 'src/store.ts'],
] as const;

/** What the script has the browser fetch at an address. */
function fetchedAt(pathname: string): readonly string[] {
  const links: { href?: string }[] = [];
  const document = {
    createElement: () => ({}),
    head: { append: (link: { href?: string }) => void links.push(link) },
  };
  const page = { location: { pathname }, document, indexedDB: {}, localStorage: {}, sessionStorage: {} };
  runInNewContext(scriptOf(tableOf(screens, built)), page);
  return links.flatMap(({ href }) => href ?? []);
}

test('an address has the files of its own screen fetched, and not those that index.html names itself', () => {
  expect(fetchedAt('/isi/0190')).toEqual(['/assets/form-c.js', '/assets/kit-b.js']);
  expect(fetchedAt('/')).toEqual(['/assets/home-d.js', '/assets/store-e.js']);
});

test('an address that is not listed has the store fetched', () => {
  expect(fetchedAt('/akun')).toEqual(['/assets/store-e.js']);
});

test('a screen that has no file of its own any more ends the build', () => {
  expect(() => tableOf([['/', 'src/in-the-first.ts']], built)).toThrow('src/in-the-first.ts');
  expect(() => tableOf([['/', 'src/gone.tsx']], built)).toThrow('src/gone.tsx');
});
