import { describe, expect, it } from 'vitest';
import { aDocument, anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import { initialState, step, type Effect, type EngineEvent, type EngineState, type Step } from './decide.ts';
import type { Outcome, UploadTicket } from './ports.ts';

const applicationId = 'application-1';
const documents = ['a', 'b'].map((id) => aDocument({ id, sizeBytes: 50_000 }));
const ticket: UploadTicket = { state: 'expected', uploadUrl: '/v1/uploads/a', offsetBytes: 0 };
const receipt = aReceipt({ status: 'incomplete', missingDocumentIds: ['a', 'b'] });

function begun(): Step {
  const started = step(initialState('account-a', 0), {
    type: 'started',
    entries: [anEntry({ documents })],
    nowMs: 0,
  });
  return step(started.state, {
    type: 'identified',
    outcome: { kind: 'ok', value: { accountId: 'account-a' } },
    nowMs: 0,
    chance: 0,
  });
}

/** What is asked once the lane is stored, if it has to be. */
function after(state: EngineState, answer: Extract<EngineEvent, { type: 'answered' }>['answer']): Step {
  const heard = step(state, { type: 'answered', applicationId, answer, nowMs: 100, chance: 0 });
  if (!heard.effects.some(({ type }) => type === 'commit')) return heard;
  return step(heard.state, { type: 'committed', applicationId, result: { kind: 'stored' }, nowMs: 100 });
}

const announced = (state: EngineState, documentId: string, outcome: Outcome<UploadTicket>): Step =>
  after(state, { to: 'announce', documentId, outcome });
const taken = (state: EngineState): Step => after(state, { to: 'submit', outcome: { kind: 'ok', value: receipt } });
const asked = (effects: readonly Effect[]): readonly string[] =>
  effects.flatMap((effect) => (effect.type === 'request' ? [effect.request.type] : []));
const entryOf = (state: EngineState) => state.lanes.get(applicationId)?.entry;

describe('files that are announced while their application is on its way', () => {
  it('the application is asked for first, and its files with it', () => {
    expect(asked(begun().effects)).toEqual(['submit', 'announce', 'announce']);
  });

  it('their bytes wait until the application has been taken, and then go at once', () => {
    const ready = announced(begun().state, 'a', { kind: 'ok', value: ticket });
    expect(asked(ready.effects)).toEqual([]);
    expect(asked(taken(ready.state).effects)).toEqual(['send-piece']);
  });

  const unheard: readonly Outcome<never>[] = [
    { kind: 'refused', status: 404, detail: null, fieldProblems: [] },
    { kind: 'refused', status: 422, detail: null, fieldProblems: [] },
    { kind: 'upload-gone' },
    { kind: 'offset-conflict' },
    { kind: 'unreachable', reason: 'server-error', status: 500 },
    { kind: 'unreachable', reason: 'network', status: null },
    { kind: 'busy', retryAfterMs: 5_000 },
    { kind: 'sign-in-needed' },
  ];
  it.each(unheard)(
    'an office that will not hear of them yet ($kind $status) is asked again after its receipt',
    (outcome) => {
      const refused = announced(begun().state, 'a', outcome);
      expect(refused.effects).toEqual([]);
      expect(refused.state.gate).toEqual({ kind: 'open' });
      expect(entryOf(refused.state)).toEqual(anEntry({ documents }));
      const known = taken(refused.state);
      expect(known.effects).toMatchObject([{ request: { type: 'announce', documentId: 'a' } }]);
      expect(asked(announced(known.state, 'a', { kind: 'ok', value: ticket }).effects)).toContain('send-piece');
    },
  );

  it('one refusal is enough: nothing more is announced ahead in this run', () => {
    const refused = announced(begun().state, 'a', { kind: 'upload-gone' });
    const more = step(refused.state, {
      type: 'entries-added',
      entries: [anEntry({ applicationId: 'application-2', sequence: 2, documents: [aDocument({ id: 'c' })] })],
      nowMs: 200,
    });
    expect(asked(more.effects)).toEqual(['submit']);
  });

  it.each<Outcome<never>>([
    { kind: 'busy', retryAfterMs: 5_000 },
    { kind: 'unreachable', reason: 'server-error', status: 503 },
  ])('a file that was announced does not undo that its application was put off ($kind)', (outcome) => {
    const putOff = after(begun().state, { to: 'submit', outcome });
    const before = entryOf(putOff.state)?.delivery;
    expect(before).toMatchObject({ state: 'waiting', attempts: 1 });
    const heard = announced(putOff.state, 'a', { kind: 'ok', value: ticket });
    expect(entryOf(heard.state)?.delivery).toEqual(before);
    expect(entryOf(heard.state)?.documents[0]?.progress).toMatchObject({ state: 'uploading' });
  });

  it('a refusal that comes after the receipt, of one that set off before it, is no refusal', () => {
    const known = taken(begun().state);
    const refused = announced(known.state, 'a', { kind: 'refused', status: 409, detail: null, fieldProblems: [] });
    expect(refused.effects).toMatchObject([{ type: 'request', request: { type: 'announce', documentId: 'a' } }]);
    const again = step(refused.state, {
      type: 'answered',
      applicationId,
      answer: {
        to: 'announce',
        documentId: 'a',
        outcome: { kind: 'refused', status: 409, detail: null, fieldProblems: [] },
      },
      nowMs: 300,
      chance: 0,
    });
    expect(entryOf(again.state)?.delivery).toMatchObject({ state: 'needs-person', problem: { kind: 'file-refused' } });
  });

  it('an application that is refused takes its files with it, whatever is said of them afterwards', () => {
    const refused = after(begun().state, {
      to: 'submit',
      outcome: { kind: 'refused', status: 422, detail: null, fieldProblems: [] },
    });
    const late = announced(refused.state, 'a', { kind: 'ok', value: ticket });
    expect(late.effects).toEqual([]);
    expect(entryOf(late.state)?.delivery.state).toBe('needs-person');
  });
});
