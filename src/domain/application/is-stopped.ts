import type { OutboxEntry } from './outbox-entry.ts';

/** Its resident has taken the yes back: nobody can set it going again, only open it anew and ask. */
export function isStopped({ consent, delivery }: OutboxEntry): boolean {
  return consent?.withdrawnAtMs !== undefined && delivery.state !== 'delivered';
}
