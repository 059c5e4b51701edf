import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { createChunkNames } from './chunks.ts';
import { root } from './node24.mjs';

const file = (path: string): string => join(root, path);
const icons = file('node_modules/lucide-react/dist/esm/lucide-react.mjs');
const imports: Record<string, readonly string[]> = {
  'src/main.tsx': ['src/app/app.tsx'],
  'src/features/apply/apply-route.tsx': ['src/app/app.tsx', 'src/ui/field.tsx', 'src/lib/both.ts'],
  'src/main/start-menu.ts': ['src/storage/vault.ts', 'src/lib/both.ts'],
  'src/features/home/home-screen.tsx': ['src/ui/list.tsx'],
};
const code: Record<string, string> = {
  'src/ui/field.tsx': "import { CircleAlert, ArrowDown10 as Ten } from 'lucide-react';",
  'src/ui/list.tsx': 'import{Search}from"lucide-react";',
};
const graph = {
  getModuleInfo(id: string) {
    const path = relative(root, id);
    const own = (imports[path] ?? []).map(file);
    return { importedIds: path in code ? [...own, icons] : own, code: code[path] ?? '' };
  },
};
const nameOf = (path: string): string | null => createChunkNames()(file(path), graph);

test('a form has a file of its own, the store another, and home a third', () => {
  expect(nameOf('src/ui/field.tsx')).toBe('form');
  expect(nameOf('src/storage/vault.ts')).toBe('store');
  expect(nameOf('src/ui/list.tsx')).toBe('home');
  expect(nameOf('src/features/share/share-screen.tsx')).toBeNull();
});

test('what a form shares with the store is in neither of their files', () => {
  expect(nameOf('src/lib/both.ts')).toBe('first');
});

test('an icon goes with who names it, although all icons stand in one list', () => {
  expect(nameOf('node_modules/lucide-react/dist/esm/icons/circle-alert.mjs')).toBe('form');
  expect(nameOf('node_modules/lucide-react/dist/esm/icons/search.mjs')).toBe('home');
  expect(nameOf('node_modules/lucide-react/dist/esm/icons/house.mjs')).toBeNull();
});
