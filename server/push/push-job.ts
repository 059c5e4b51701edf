import { createHash } from 'node:crypto';
import type { Job } from '../stores/job-store.ts';
import type { PushStore } from '../stores/push-store.ts';
import type { PushSender } from './push-sender.ts';

export interface PushJobParts {
  readonly store: PushStore;
  readonly sender: PushSender;
  /** The one that browsers are given now. */
  readonly serverKey: string;
  nowMs(): number;
}

/**
 * Wakes one browser. What goes out is the id of an application and nothing else, encrypted to the browser: what has
 * happened it asks for itself, with its own session. Twice is the same as once: the later takes the place of the earlier.
 */
export function pushJob({ store, sender, serverKey, nowMs }: PushJobParts) {
  return async ({ payload, accountId }: Job, signal: AbortSignal) => {
    const { subscription: id = '', application = '' } = payload;
    const subscription = await store.find(id, nowMs());
    if (subscription === undefined || subscription.accountId !== accountId) return { kind: 'done' } as const;
    const { endpoint, p256dh, auth } = subscription;
    // Made for a key that we had before: its push service takes nothing of ours for it.
    if (subscription.serverKey !== serverKey) return forget(id, accountId);
    const plain = JSON.stringify({ id: application });
    const pushed = await sender.send({ endpoint, keys: { p256dh, auth }, plain, topic: topicOf(application) }, signal);
    if (pushed.kind === 'gone') return forget(id, accountId);
    return pushed.kind === 'later' ? pushed : ({ kind: 'done' } as const);
  };

  async function forget(id: string, accountId: string) {
    await store.remove(id, accountId);
    return { kind: 'done' } as const;
  }
}

/** Not the id itself: a push service is to know nothing that the office also has. */
export function topicOf(applicationId: string): string {
  return createHash('sha256').update(`topic ${applicationId}`).digest('base64url').slice(0, 32);
}
