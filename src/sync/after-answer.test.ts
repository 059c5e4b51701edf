import { describe, expect, it } from 'vitest';
import type { Delivery, OutboxEntry } from '#domain/application/outbox-entry.ts';
import { aDocument, anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import { afterAnswer } from './after-answer.ts';
import { retryPolicy } from './verdict.ts';
import type { Answer } from './answer.ts';
import type { Outcome } from './ports.ts';

const moment = { nowMs: 1_000_000, chance: 0 };
const silence: Outcome<never> = { kind: 'unreachable', reason: 'network', status: null };
const refusal: Outcome<never> = {
  kind: 'refused',
  status: 422,
  detail: 'NIK salah',
  fieldProblems: [{ pointer: '/nik', code: 'nikLength' }],
};

function waiting(
  change: Partial<Extract<Delivery, { state: 'waiting' }>> = {},
): Extract<Delivery, { state: 'waiting' }> {
  return { state: 'waiting', attempts: 0, nextTryAtMs: 0, lastProblem: null, receipt: null, ...change };
}

function judge(entry: OutboxEntry, delivery: Extract<Delivery, { state: 'waiting' }>, answer: Answer) {
  return afterAnswer({ ...entry, delivery }, delivery, answer, moment);
}

describe('what an answer means for an application', () => {
  it('I3: only a receipt with nothing missing delivers, and that is stored strictly', () => {
    const complete = judge(anEntry(), waiting(), { to: 'submit', outcome: { kind: 'ok', value: aReceipt() } });
    expect(complete.delivery).toEqual({ state: 'delivered', receipt: aReceipt(), deliveredAtMs: moment.nowMs });
    expect(complete.durability).toBe('strict');
    const unfinished = aReceipt({ status: 'incomplete', missingDocumentIds: ['document-1'] });
    const partly = judge(anEntry({ documents: [aDocument()] }), waiting(), {
      to: 'submit',
      outcome: { kind: 'ok', value: unfinished },
    });
    expect(partly.delivery).toMatchObject({ state: 'waiting', receipt: unfinished });
  });

  it('I3: a receipt that is called incomplete delivers nothing, even when it names no missing paper', () => {
    const verdict = judge(anEntry(), waiting(), {
      to: 'submit',
      outcome: { kind: 'ok', value: aReceipt({ status: 'incomplete' }) },
    });
    expect(verdict.delivery).toMatchObject({ state: 'waiting', attempts: 1 });
  });

  it('F49: what the office has lost again is sent again from the beginning', () => {
    const document = aDocument({ progress: { state: 'verified' } });
    const receipt = aReceipt({ status: 'incomplete', missingDocumentIds: [document.id] });
    const verdict = judge(anEntry({ documents: [document] }), waiting(), {
      to: 'submit',
      outcome: { kind: 'ok', value: receipt },
    });
    expect(verdict.documents[0]).toMatchObject({ progress: { state: 'pending' }, restarts: 1 });
    expect(verdict.delivery).toMatchObject({ state: 'waiting', nextTryAtMs: moment.nowMs });
  });

  it('an office that loses a file over and over is asked ever more slowly, and never given up', () => {
    const document = aDocument({ progress: { state: 'verified' }, restarts: 5 });
    const receipt = aReceipt({ status: 'incomplete', missingDocumentIds: [document.id] });
    const verdict = judge(anEntry({ documents: [document] }), waiting({ attempts: 8 }), {
      to: 'submit',
      outcome: { kind: 'ok', value: receipt },
    });
    expect(verdict.delivery).toMatchObject({ state: 'waiting', attempts: 9 });
    expect(nextTry(verdict.delivery) - moment.nowMs).toBeGreaterThan(60_000);
  });

  it('F25: silence is retried with a growing pause of at most 15 minutes, for ever', () => {
    let delivery = waiting();
    const pauses: number[] = [];
    for (let tries = 0; tries < 40; tries += 1) {
      const verdict = judge(anEntry(), delivery, { to: 'submit', outcome: silence });
      if (verdict.delivery.state !== 'waiting') throw new Error('gave up');
      delivery = verdict.delivery;
      pauses.push(delivery.nextTryAtMs - moment.nowMs);
    }
    expect(pauses.slice(0, 3)).toEqual([500, 1_000, 2_000]);
    expect(Math.max(...pauses)).toBe(retryPolicy.capMs / 2);
    expect(delivery.lastProblem).toEqual({ kind: 'no-connection' });
  });

  it('F44 F47: a refusal waits for a person with the office’s own words and pointers', () => {
    const verdict = judge(anEntry(), waiting(), { to: 'submit', outcome: refusal });
    expect(verdict.delivery).toMatchObject({
      state: 'needs-person',
      problem: {
        kind: 'refused',
        status: 422,
        detail: 'NIK salah',
        fieldProblems: [{ pointer: '/nik', code: 'nikLength' }],
      },
    });
    expect(verdict.durability).toBe('strict');
  });

  it('F29: the same id with other content asks a person', () => {
    const conflict: Outcome<never> = { kind: 'refused', status: 409, detail: null, fieldProblems: [] };
    expect(judge(anEntry(), waiting(), { to: 'submit', outcome: conflict }).delivery).toMatchObject({
      state: 'needs-person',
      problem: { kind: 'content-conflict' },
    });
  });

  it.each([403, 404, 410, 413, 415, 422])(
    'F42 F43: what the office refuses with %i is kept whole for its person, and not asked for again by itself',
    (status) => {
      const entry = anEntry({ documents: [aDocument()] });
      const refused = { kind: 'refused', status, detail: null, fieldProblems: [] } as const;
      const verdict = judge(entry, waiting(), { to: 'submit', outcome: refused });
      expect(verdict.documents).toEqual(entry.documents);
      expect(verdict.delivery).toMatchObject({ state: 'needs-person', problem: { kind: 'refused', status } });
      expect(verdict).toMatchObject({ durability: 'strict', closing: null });
    },
  );

  it('F12: a damaged file is named and never sent', () => {
    const entry = anEntry({
      documents: [aDocument({ progress: { state: 'uploading', uploadUrl: '/u', offsetBytes: 0 } })],
    });
    const verdict = judge(entry, waiting(), {
      to: 'send-piece',
      documentId: 'document-1',
      tookMs: 1,
      outcome: { kind: 'damaged' },
    });
    expect(verdict.delivery).toMatchObject({
      state: 'needs-person',
      problem: { kind: 'file-damaged', documentId: 'document-1' },
    });
  });

  it('F35: an offset that is not ours is asked for at once, and with a pause when it happens again', () => {
    const entry = anEntry({
      documents: [aDocument({ progress: { state: 'uploading', uploadUrl: '/u', offsetBytes: 5 } })],
    });
    const answer: Answer = {
      to: 'send-piece',
      documentId: 'document-1',
      tookMs: 1,
      outcome: { kind: 'offset-conflict' },
    };
    const first = judge(entry, waiting(), answer);
    expect(first.known).toBeNull();
    expect(nextTry(first.delivery)).toBe(moment.nowMs);
    expect(nextTry(judge(entry, waiting({ attempts: 1 }), answer).delivery)).toBeGreaterThan(moment.nowMs);
  });

  it('F36: bytes corrupted on the way are sent again twice, then a person is told', () => {
    const answer: Answer = {
      to: 'send-piece',
      documentId: 'document-1',
      tookMs: 1,
      outcome: { kind: 'digest-mismatch' },
    };
    const uploading = { state: 'uploading', uploadUrl: '/u', offsetBytes: 5 } as const;
    const again = judge(anEntry({ documents: [aDocument({ progress: uploading })] }), waiting(), answer);
    expect(again.documents[0]).toMatchObject({ progress: { state: 'pending' }, restarts: 1, corruptions: 1 });
    // Uploads that were lost and begun again are another matter.
    const lost = aDocument({ progress: uploading, restarts: 5 });
    expect(judge(anEntry({ documents: [lost] }), waiting(), answer).delivery.state).toBe('waiting');
    const enough = judge(
      anEntry({ documents: [aDocument({ progress: uploading, corruptions: 2 })] }),
      waiting(),
      answer,
    );
    expect(enough.delivery).toMatchObject({ state: 'needs-person', problem: { kind: 'file-corrupted-on-the-way' } });
  });

  it('only bytes that the office has more of than before clear the count of failures', () => {
    const entry = anEntry({
      documents: [aDocument({ progress: { state: 'uploading', uploadUrl: '/u', offsetBytes: 500 } })],
    });
    const same = judge(entry, waiting({ attempts: 3 }), {
      to: 'ask-offset',
      documentId: 'document-1',
      outcome: { kind: 'ok', value: { offsetBytes: 500 } },
    });
    expect(same.delivery).toMatchObject({ attempts: 3 });
    const more = judge(entry, waiting({ attempts: 3 }), {
      to: 'send-piece',
      documentId: 'document-1',
      tookMs: 1,
      outcome: { kind: 'ok', value: { offsetBytes: 600 } },
    });
    expect(more.delivery).toMatchObject({ attempts: 0 });
  });

  it('F41: without a session nothing changes, and everything stops until somebody signs in', () => {
    const verdict = judge(anEntry(), waiting({ attempts: 2 }), { to: 'submit', outcome: { kind: 'sign-in-needed' } });
    expect(verdict).toMatchObject({
      durability: 'none',
      closing: { kind: 'sign-in-needed' },
      delivery: { state: 'waiting', attempts: 2 },
    });
  });

  it('one that needs a seal waits alone, and nobody is asked for a newer app', () => {
    const verdict = judge(anEntry(), waiting(), { to: 'submit', outcome: { kind: 'seal-needed' } });
    expect(verdict).toMatchObject({
      closing: null,
      delivery: { state: 'waiting', attempts: 1, lastProblem: { kind: 'seal-needed' } },
    });
  });

  it('F54: an office that speaks a newer contract keeps the queue and asks for an update', () => {
    const verdict = judge(anEntry(), waiting(), { to: 'submit', outcome: { kind: 'update-needed' } });
    expect(verdict).toMatchObject({
      closing: { kind: 'update-needed' },
      delivery: { state: 'waiting', lastProblem: { kind: 'app-too-old' } },
    });
  });
});

function nextTry(delivery: Delivery): number {
  if (delivery.state !== 'waiting') throw new Error(`expected a waiting entry, got ${delivery.state}`);
  return delivery.nextTryAtMs;
}
