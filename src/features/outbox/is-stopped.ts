import type { OutboxEntry } from '#domain/application/outbox-entry.ts';

/** Its resident has taken the yes back: nobody can set it going again, only open it anew and ask. */
export function isStopped({ consent }: OutboxEntry): boolean {
  return consent?.withdrawnAtMs !== undefined;
}
