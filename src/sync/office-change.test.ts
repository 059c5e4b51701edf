import { describe, expect, it } from 'vitest';
import { anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import { afterAnswer } from './after-answer.ts';
import type { Outcome } from './ports.ts';

const moment = { nowMs: 5_000, chance: 0 };
const delivery = { state: 'waiting', attempts: 0, nextTryAtMs: 0, lastProblem: null, receipt: null } as const;
const refused = (status: number): Outcome<never> => ({ kind: 'refused', status, detail: 'kata', fieldProblems: [] });

function judge(kind: 'revision' | 'withdrawal' | null, outcome: Outcome<ReturnType<typeof aReceipt>>) {
  const about = kind === null ? {} : { about: { kind, applicationId: 'application-1', seenVersion: 3 } };
  const entry = anEntry({ applicationId: kind === null ? 'application-1' : 'change-1', delivery, ...about });
  return afterAnswer(entry, delivery, { to: 'submit', outcome }, moment);
}

describe('what an answer means for a change', () => {
  it.each(['revision', 'withdrawal'] as const)(
    'a %s of what was changed since waits for its person, with the words of the office, and is tried no more',
    (kind) => {
      expect(judge(kind, refused(412))).toMatchObject({
        durability: 'strict',
        delivery: { state: 'needs-person', problem: { kind: 'changed-since', detail: 'kata' } },
      });
      expect(judge(kind, refused(409)).delivery).toMatchObject({
        state: 'needs-person',
        problem: { kind: 'not-possible-now', detail: 'kata' },
      });
    },
  );

  it('an application is never said to have changed since', () => {
    expect(judge(null, refused(412)).delivery).toMatchObject({ problem: { kind: 'refused', status: 412 } });
    expect(judge(null, refused(409)).delivery).toMatchObject({ problem: { kind: 'content-conflict' } });
  });

  it('a revision waits for its papers; what is taken back needs none any more', () => {
    const missing = aReceipt({ status: 'returned', missingDocumentIds: ['document-1'] });
    expect(judge('revision', { kind: 'ok', value: missing }).delivery.state).toBe('waiting');
    const withdrawn = aReceipt({ status: 'withdrawn', missingDocumentIds: ['document-1'] });
    expect(judge('withdrawal', { kind: 'ok', value: withdrawn }).delivery.state).toBe('delivered');
  });
});
