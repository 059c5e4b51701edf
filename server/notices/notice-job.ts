import type { Job } from '../stores/job-store.ts';
import type { NoticeStore } from '../stores/notice-store.ts';
import type { Posted } from '../webhooks/signed-post.ts';
import { noticeText } from './notice-text.ts';

export interface NoticeJobParts {
  readonly store: NoticeStore;
  readonly post: (body: string, headers: Readonly<Record<string, string>>, signal: AbortSignal) => Promise<Posted>;
}

/**
 * POSTs {phone, text}, signed, to what sends messages (NOTICE_WEBHOOK_URL). `Idempotency-Key` is the same for every try
 * of one notice, so that the listener can tell a repetition. Only 2xx counts.
 */
export function noticeJob({ store, post }: NoticeJobParts) {
  return async ({ id, accountId, payload }: Job, signal: AbortSignal) => {
    const found = await store.recipient(accountId, payload['application'] ?? '');
    // As it is now: what has changed again meanwhile has a notice of its own.
    const text = found === undefined ? null : noticeText(found.registrationNumber, found.status);
    if (found === undefined || text === null) return { kind: 'done' } as const;
    const posted = await post(JSON.stringify({ phone: found.phone, text }), { 'Idempotency-Key': id }, signal);
    if (posted === null) return { kind: 'later', problem: 'no answer' } as const;
    if (posted.status >= 200 && posted.status < 300) return { kind: 'done' } as const;
    const seconds = /^\d{1,6}$/.test(posted.retryAfter ?? '') ? Number(posted.retryAfter) : 0;
    return { kind: 'later', problem: `status ${posted.status}`, afterMs: seconds * 1000 } as const;
  };
}
