import { describe, expect, it } from 'vitest';
import { askErasure } from './ask-erasure.ts';
import type { HttpAnswer, HttpClient, Silence } from './http-client.ts';

const nowMs = () => 0;
const clientOf = (answer: HttpAnswer | Silence): HttpClient => ({ send: () => Promise.resolve(answer) });
const answered = (status: number, body: unknown): HttpAnswer => ({
  kind: 'answer',
  status,
  mediaType: status < 300 ? 'application/json' : 'application/problem+json',
  body,
  header: () => null,
});
const erasure = { erasedApplications: 1, keptApplications: 2, dueAt: '2026-11-27T03:00:00.000Z' };

describe('asking the office to erase', () => {
  it('says what went, what is kept, and until when the office answers for that', async () => {
    expect(await askErasure(clientOf(answered(200, erasure)), nowMs)).toEqual({
      kind: 'asked',
      erased: 1,
      kept: 2,
      dueAtMs: Date.parse('2026-11-27T03:00:00Z'),
    });
  });

  it.each([
    ['silence', { kind: 'silence' } as const, 'no-connection'],
    ['trouble', answered(503, {}), 'no-connection'],
    ['a session that has ended', answered(401, {}), 'sign-in-needed'],
    ['an office that does not know the request', answered(404, {}), 'not-offered'],
    ['somebody else’s words', answered(200, { ok: true }), 'no-connection'],
  ])('takes %s for no answer', async (_what, answer, kind) => {
    expect(await askErasure(clientOf(answer), nowMs)).toEqual({ kind });
  });
});
