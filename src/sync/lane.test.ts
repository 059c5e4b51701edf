import { describe, expect, it } from 'vitest';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { aDocument, anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import { afterAnswer } from './after-answer.ts';
import type { Answer } from './answer.ts';
import { arrived, departed, judged, newLane, saving, type Lane } from './lane.ts';

const url = '/v1/uploads/u';
const documents = ['a', 'b', 'c'].map((id) =>
  aDocument({ id, sizeBytes: 100_000, progress: { state: 'uploading', uploadUrl: `${url}${id}`, offsetBytes: 0 } }),
);
const receipt = aReceipt({ missingDocumentIds: ['a', 'b', 'c'] });
const entry: OutboxEntry = anEntry({
  documents,
  delivery: { state: 'waiting', attempts: 0, nextTryAtMs: 0, lastProblem: null, receipt },
});

function sending(...ids: readonly string[]): Lane {
  return ids.reduce<Lane>(
    (lane, documentId) =>
      departed(
        lane,
        {
          type: 'send-piece',
          applicationId: entry.applicationId,
          documentId,
          uploadUrl: `${url}${documentId}`,
          offsetBytes: 0,
          lengthBytes: 20_000,
        },
        0,
        0,
      ),
    { ...newLane(entry), known: new Map(ids.map((id) => [id, 0])) },
  );
}

function heard(lane: Lane, answer: Answer, nowMs = 1_000): Lane {
  const { delivery } = lane.entry;
  if (delivery.state !== 'waiting' || answer.to === 'submit') throw new Error('a waiting lane and a file');
  const tried = { ...delivery, attempts: lane.attemptsBefore ?? delivery.attempts };
  return judged(lane, answer.documentId, afterAnswer(lane.entry, tried, answer, { nowMs, chance: 0 }));
}

const died = (documentId: string): Answer => ({
  to: 'send-piece',
  documentId,
  tookMs: 500,
  outcome: { kind: 'unreachable', reason: 'network', status: null },
});
const took = (documentId: string, offsetBytes: number): Answer => ({
  to: 'send-piece',
  documentId,
  tookMs: 500,
  outcome: { kind: 'ok', value: { offsetBytes } },
});
const attemptsOf = ({ entry: { delivery } }: Lane) => (delivery.state === 'waiting' ? delivery.attempts : null);

describe('one application with several files on their way', () => {
  it('what dies with one connection is one failure, and it is looked for at once', () => {
    const lane = ['a', 'b', 'c'].reduce((before, id) => heard(before, died(id)), sending('a', 'b', 'c'));
    expect(attemptsOf(lane)).toBe(1);
    expect(lane.entry.delivery).toMatchObject({ nextTryAtMs: 1_000 });
    expect(lane.attemptsBefore).toBeNull();
  });

  it('nothing new is asked before all of it is back', () => {
    const first = heard(sending('a', 'b'), died('a'));
    expect(first.attemptsBefore).toBe(0);
    expect(heard(first, died('b')).attemptsBefore).toBeNull();
  });

  it('the offset of a file that died is asked for again; that of the others is known', () => {
    const lane = heard(heard(sending('a', 'b'), died('a')), took('b', 20_000));
    expect([...lane.known]).toEqual([['b', 20_000]]);
    expect(lane.entry.documents[1]?.progress).toMatchObject({ offsetBytes: 20_000 });
    expect(lane.entry.documents[0]?.progress).toMatchObject({ offsetBytes: 0 });
  });

  it('a good answer does not shorten the pause that another file brought', () => {
    const busy: Answer = {
      to: 'send-piece',
      documentId: 'a',
      tookMs: 500,
      outcome: { kind: 'busy', retryAfterMs: 60_000 },
    };
    const lane = heard(heard(sending('a', 'b'), busy), took('b', 20_000));
    expect(lane.entry.delivery).toMatchObject({ nextTryAtMs: 61_000 });
  });

  it('one that is announced meanwhile does not make a failure forgotten', () => {
    const [a, b, c] = documents;
    if (a === undefined || b === undefined || c === undefined) throw new Error('three documents');
    const announced = [a, { ...b, progress: { state: 'pending' } as const }, c];
    const both = departed(
      { ...sending('a'), entry: { ...entry, documents: announced } },
      { type: 'announce', applicationId: entry.applicationId, documentId: 'b' },
      0,
      0,
    );
    const ticket = { state: 'expected', uploadUrl: `${url}b`, offsetBytes: 0 } as const;
    const lane = heard(heard(both, died('a')), {
      to: 'announce',
      documentId: 'b',
      outcome: { kind: 'ok', value: ticket },
    });
    expect(attemptsOf(lane)).toBe(1);
    expect(lane.entry.documents[1]?.progress).toMatchObject({ state: 'uploading' });
  });

  it('bytes that arrive make earlier failures forgotten', () => {
    const failed = heard(sending('a'), died('a'));
    const again = { ...sending('a'), entry: failed.entry };
    expect(attemptsOf(heard(again, took('a', 20_000)))).toBe(0);
  });

  it('an answer that comes back is not awaited any more, whatever it says', () => {
    expect([...arrived(sending('a', 'b'), 'a').flights.keys()]).toEqual(['b']);
  });

  it('what is heard while the last is being stored is stored next, strictly when any of it has to be', () => {
    const first = saving(newLane(entry), 'strict');
    expect(first).toMatchObject({ activity: 'saving', changed: null });
    const second = saving(first, 'relaxed');
    expect(second.changed).toBe('relaxed');
    expect(saving(saving(second, 'strict'), 'relaxed').changed).toBe('strict');
  });
});
