import type { OutboxEntry } from './outbox-entry.ts';

/** The office has no more what it once took, and this phone can't give it again: only its person can do anything. */
export function isForgotten({ delivery }: Pick<OutboxEntry, 'delivery'>): boolean {
  return (
    delivery.state === 'needs-person' && delivery.problem.kind === 'refused' && delivery.problem.isForgotten === true
  );
}
