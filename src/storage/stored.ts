import type { StoreTrouble } from '#lib/live-query.ts';
import type { Written } from './connection.ts';

export type Stored =
  | { readonly kind: 'stored' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly reason: StoreTrouble };

export function storedFrom<K extends string>(
  written: Written<K>,
): { readonly kind: K } | Extract<Stored, { kind: 'failed' }> {
  return written.done ? { kind: written.value } : { kind: 'failed', reason: written.reason };
}
