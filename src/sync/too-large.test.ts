import { describe, expect, it } from 'vitest';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { aDocument, anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import type { Answer, Request } from './answer.ts';
import { initialState, step, type EngineState, type Step } from './decide.ts';

const sizeBytes = 3_000_000;
const paper = aDocument({ sizeBytes, progress: { state: 'uploading', uploadUrl: '/v1/uploads/u', offsetBytes: 0 } });
const receipt = aReceipt({ missingDocumentIds: [paper.id] });
const refusal = { kind: 'refused', status: 413, detail: null, fieldProblems: [] } as const;

/** One run, with somebody in between who lets no body larger than this through. */
function sendThrough(largestBytes: number): { readonly entry: OutboxEntry; readonly refused: readonly number[] } {
  const refused: number[] = [];
  let offsetBytes = 0;
  let nowMs = 0;
  const answerTo = (request: Request): Answer => {
    const documentId = paper.id;
    if (request.type === 'submit') return { to: 'submit', outcome: { kind: 'ok', value: aReceipt() } };
    if (request.type === 'announce') throw new Error('it is announced');
    if (request.type === 'ask-offset')
      return { to: 'ask-offset', documentId, outcome: { kind: 'ok', value: { offsetBytes } } };
    const { lengthBytes } = request;
    nowMs += 20;
    if (lengthBytes > largestBytes) {
      refused.push(lengthBytes);
      return { to: 'send-piece', documentId, tookMs: 20, outcome: refusal };
    }
    offsetBytes += lengthBytes;
    return { to: 'send-piece', documentId, tookMs: 20, outcome: { kind: 'ok', value: { offsetBytes } } };
  };
  const delivery = { state: 'waiting', attempts: 0, nextTryAtMs: 0, lastProblem: null, receipt } as const;
  const entries = [anEntry({ documents: [paper], delivery })];
  let at: Step = step(initialState('account-a', 0), { type: 'started', entries, nowMs });
  const effects = [...at.effects];
  for (let effect = effects.shift(); effect !== undefined; effect = effects.shift()) {
    at = after(at.state, effect);
    effects.push(...at.effects);
  }
  const entry = at.state.lanes.get('application-1')?.entry;
  if (entry === undefined) throw new Error('the lane is gone');
  return { entry, refused };

  function after(state: EngineState, effect: Step['effects'][number]): Step {
    if (effect.type === 'identify')
      return step(state, {
        type: 'identified',
        outcome: { kind: 'ok', value: { accountId: 'account-a' } },
        nowMs,
        chance: 0,
      });
    const applicationId = 'application-1';
    if (effect.type === 'commit')
      return step(state, { type: 'committed', applicationId, result: { kind: 'stored' }, nowMs });
    return step(state, { type: 'answered', applicationId, answer: answerTo(effect.request), nowMs, chance: 0 });
  }
}

describe('a piece that is too large for somebody in between (C17)', () => {
  it.each([1_048_576, 131_072, 20_000, 12_288])('goes in smaller ones, in the same run: %i bytes', (largestBytes) => {
    const { entry, refused } = sendThrough(largestBytes);
    expect(entry.delivery.state).toBe('delivered');
    // Each is a quarter of the one before, and nothing grows past it again.
    expect(refused.length).toBeLessThanOrEqual(4);
  });

  it('is told to its person when no piece is small enough, and not tried for ever', () => {
    const { entry, refused } = sendThrough(100);
    expect(entry.delivery).toMatchObject({
      state: 'needs-person',
      problem: { kind: 'file-refused', documentId: paper.id, status: 413 },
    });
    expect(refused.length).toBeLessThanOrEqual(5);
  });
});
