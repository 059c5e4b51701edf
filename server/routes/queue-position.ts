import type { QueuePosition } from '../stores/queue-store.ts';

/** Opaque to clients: behind this line of the list. */
export function encodeQueuePosition({ sort, key, id }: QueuePosition): string {
  return Buffer.from(`${sort === 'received' ? 'r' : 'd'}${key}:${id}`).toString('base64url');
}

/** Undefined for text that encodeQueuePosition has not made, or of a list that is sorted otherwise. */
export function decodeQueuePosition(text: string, sort: QueuePosition['sort']): QueuePosition | undefined {
  const match = /^([rd])([\d-]{1,15}):([0-9a-f-]{36})$/.exec(Buffer.from(text, 'base64url').toString('utf8'));
  const [, letter, key, id] = match ?? [];
  if (key === undefined || id === undefined) return undefined;
  if (letter === 'r') return sort === 'received' && /^\d+$/.test(key) ? { sort, key: Number(key), id } : undefined;
  return sort === 'due' && /^\d{4}-\d{2}-\d{2}$/.test(key) ? { sort, key, id } : undefined;
}
