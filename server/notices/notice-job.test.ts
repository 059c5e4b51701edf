import { describe, expect, it } from 'vitest';
import { officeStatuses } from '#domain/application/status.ts';
import type { Job } from '../stores/job-store.ts';
import type { NoticeRecipient } from '../stores/notice-store.ts';
import type { Posted } from '../webhooks/signed-post.ts';
import { noticeJob } from './notice-job.ts';
import { noticeText } from './notice-text.ts';

const job: Job = {
  id: 'job-1',
  kind: 'notice',
  accountId: 'siti',
  payload: { application: 'a' },
  attempts: 1,
  claim: 'c',
  createdAtMs: 0,
};
const siti: NoticeRecipient = { phone: '+6281299990001', registrationNumber: '3603-2026-000001', status: 'ready' };
const never = new AbortController().signal;

/** @param answer of the webhook */
async function noticed(recipient: NoticeRecipient | undefined, answer: Posted = { status: 202, retryAfter: null }) {
  const posted: unknown[] = [];
  const result = await noticeJob({
    store: { recipient: async () => recipient, wants: async () => true, setWants: async () => undefined },
    post: async (body, headers) => {
      posted.push([JSON.parse(body), headers]);
      return answer;
    },
  })(job, never);
  return { result, posted };
}

describe('a short message', () => {
  it('says the number and what has become of it, under a key that stays the same', async () => {
    const { result, posted } = await noticed(siti);
    expect(result).toEqual({ kind: 'done' });
    expect(posted).toEqual([
      [
        {
          phone: '+6281299990001',
          text: 'Ajukan: permohonan No. 3603-2026-000001 sudah jadi. Buka Ajukan untuk melihat selengkapnya.',
        },
        { 'Idempotency-Key': 'job-1' },
      ],
    ]);
  });

  it('fits into one SMS, and is sent for four things only', () => {
    const worth = officeStatuses.filter((status) => {
      const text = noticeText('3603-2026-000001', status);
      if (text !== null) expect([text.length <= 160, /^[\x20-\x7e]+$/.test(text)]).toEqual([true, true]);
      return text !== null;
    });
    expect(worth.toSorted()).toEqual(['done', 'ready', 'rejected', 'returned']);
  });

  it('is not sent to who wants none, nor about what has moved on', async () => {
    expect(await noticed(undefined)).toEqual({ result: { kind: 'done' }, posted: [] });
    expect(await noticed({ ...siti, status: 'in_process' })).toEqual({ result: { kind: 'done' }, posted: [] });
  });

  it.each([
    [null, 'no answer', undefined],
    [{ status: 500, retryAfter: null }, 'status 500', 0],
    [{ status: 404, retryAfter: null }, 'status 404', 0],
    [{ status: 429, retryAfter: '60' }, 'status 429', 60_000],
  ] as const)('is tried again after %j', async (answer, problem, afterMs) => {
    const { result } = await noticed(siti, answer);
    expect(result).toEqual({ kind: 'later', problem, ...(afterMs === undefined ? {} : { afterMs }) });
  });
});
