import { describe, expect, it } from 'vitest';
import type { OutboxDocument, OutboxEntry } from '#domain/application/outbox-entry.ts';
import { aDocument, anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import type { Request } from './answer.ts';
import { newLane, type Lane } from './lane.ts';
import { initialPace, type Pace } from './piece-size.ts';
import { startRequests } from './start-requests.ts';

/** 1 Mbit/s, 300 ms, cut every 256 kB. */
const pace: Pace = {
  bytesPerMs: 125,
  roundTripMs: 300,
  arrivedBytes: 0,
  sinceCutBytes: 0,
  betweenCutsBytes: 256_000,
  mostBytes: 1_048_576,
};

function file(id: string, progress: OutboxDocument['progress'] = { state: 'pending' }): OutboxDocument {
  return aDocument({ id, sizeBytes: 400_000, progress });
}

const opened = (id: string, offsetBytes = 0): OutboxDocument =>
  file(id, { state: 'uploading', uploadUrl: `/v1/uploads/${id}`, offsetBytes });

function taken(applicationId: string, documents: readonly OutboxDocument[]): OutboxEntry {
  const receipt = aReceipt({ applicationId, missingDocumentIds: documents.map(({ id }) => id) });
  return anEntry({
    applicationId,
    documents,
    delivery: { state: 'waiting', attempts: 0, nextTryAtMs: 0, lastProblem: null, receipt },
  });
}

function knowing(entry: OutboxEntry, ...ids: readonly string[]): Lane {
  return { ...newLane(entry), known: new Map(ids.map((id) => [id, 0])) };
}

function start(lanes: readonly Lane[], change: Partial<Parameters<typeof startRequests>[0]> = {}) {
  const byId = new Map(lanes.map((lane) => [lane.entry.applicationId, lane]));
  return startRequests({ lanes: byId, pace, onlyReleased: false, announcesAhead: true, nowMs: 0, ...change });
}

const said = (requests: readonly Request[]) =>
  requests.map(
    (request) => `${request.type} ${request.type === 'submit' ? request.applicationId : request.documentId}`,
  );

describe('what is begun now', () => {
  it('several files of one application go at once, each with one piece, and no more than three', () => {
    const { requests } = start([
      knowing(
        taken(
          'x',
          ['a', 'b', 'c', 'd'].map((id) => opened(id)),
        ),
        'a',
        'b',
        'c',
        'd',
      ),
    ]);
    expect(said(requests)).toEqual(['send-piece a', 'send-piece b', 'send-piece c']);
  });

  it('what is on its way is not sent a second time', () => {
    const entry = taken(
      'x',
      ['a', 'b', 'c', 'd'].map((id) => opened(id)),
    );
    const first = start([knowing(entry, 'a', 'b')]);
    const again = start([...first.lanes.values()]);
    expect(said(first.requests)).toEqual(['send-piece a', 'send-piece b', 'ask-offset c', 'ask-offset d']);
    expect(again.requests).toEqual([]);
  });

  it('pieces that set off together are of unequal length, so that they do not come back together', () => {
    const { requests } = start([
      knowing(
        taken(
          'x',
          ['a', 'b', 'c'].map((id) => opened(id)),
        ),
        'a',
        'b',
        'c',
      ),
    ]);
    const lengths = requests.map((request) => (request.type === 'send-piece' ? request.lengthBytes : 0));
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
    expect(new Set(lengths).size).toBe(3);
  });

  it('after a cut a file that is known goes on while the offsets of the others are asked for', () => {
    const entry = taken(
      'x',
      ['a', 'b', 'c', 'd'].map((id) => opened(id, 50_000)),
    );
    const { requests } = start([{ ...knowing(entry, 'd'), known: new Map([['d', 50_000]]) }]);
    expect(said(requests).toSorted()).toEqual(['ask-offset a', 'ask-offset b', 'ask-offset c', 'send-piece d']);
    expect(requests.find(({ type }) => type === 'send-piece')).toMatchObject({ offsetBytes: 50_000 });
  });

  it('a file that is begun goes before one that is not, and what has most to go before what has less', () => {
    const entry = taken('x', [file('new'), opened('much', 10_000), opened('little', 300_000), opened('some', 200_000)]);
    const lane = {
      ...newLane(entry),
      known: new Map([
        ['much', 10_000],
        ['little', 300_000],
        ['some', 200_000],
      ]),
    };
    expect(said(start([lane]).requests)).toEqual([
      'send-piece much',
      'send-piece some',
      'send-piece little',
      'announce new',
    ]);
  });

  it('applications go before files, and what is soonest whole before the rest', () => {
    const files = knowing(taken('files', [opened('a')]), 'a');
    const small = knowing(taken('small', [opened('b', 399_000)]), 'b');
    const unknown = newLane(anEntry({ applicationId: 'new' }));
    expect(said(start([files, small, unknown]).requests)).toEqual(['submit new', 'send-piece b', 'send-piece a']);
  });

  it('applications that the office does not know go before the last question about those that are whole', () => {
    const whole = newLane(
      anEntry({
        applicationId: 'whole',
        delivery: { state: 'waiting', attempts: 0, nextTryAtMs: 0, lastProblem: null, receipt: aReceipt() },
      }),
    );
    const lanes = ['new', 'newer', 'newest'].map((applicationId, index) =>
      newLane(anEntry({ applicationId, sequence: 2 + index })),
    );
    expect(said(start([whole, ...lanes]).requests)).toEqual(['submit new', 'submit newer']);
  });

  it('files are announced with their application while no other is ready, in the room that applications leave', () => {
    const files = ['a', 'b', 'c', 'd', 'e'].map((id, index) => aDocument({ id, sizeBytes: 1_000 + index }));
    const lane = newLane(anEntry({ applicationId: 'new', documents: files }));
    const other = newLane(anEntry({ applicationId: 'other', sequence: 2, documents: [aDocument({ id: 'f' })] }));
    expect(said(start([lane, other]).requests)).toEqual([
      'submit new',
      'submit other',
      'announce e',
      'announce d',
      'announce c',
      'announce b',
    ]);
    expect(said(start([lane], { announcesAhead: false }).requests)).toEqual(['submit new']);
    const ready = knowing(taken('ready', [opened('g')]), 'g');
    expect(said(start([lane, ready]).requests)).toEqual(['submit new', 'send-piece g']);
  });

  it('an application that has failed before goes alone', () => {
    const delivery = { state: 'waiting', attempts: 1, nextTryAtMs: 0, lastProblem: null, receipt: null } as const;
    const lane = newLane(anEntry({ applicationId: 'new', documents: [file('a')], delivery }));
    expect(said(start([lane]).requests)).toEqual(['submit new']);
  });

  it('never more than six requests, however many applications wait', () => {
    const lanes = Array.from({ length: 9 }, (_, index) => {
      const ids = [`a${index}`, `b${index}`];
      return index < 4
        ? newLane(anEntry({ applicationId: `x${index}` }))
        : knowing(
            taken(
              `x${index}`,
              ids.map((id) => opened(id)),
            ),
            ...ids,
          );
    });
    const { requests } = start(lanes);
    expect(requests.length).toBeLessThanOrEqual(6);
    expect(requests.filter(({ type }) => type === 'send-piece')).toHaveLength(3);
  });

  it('a file that is ready keeps its place while its application is being stored', () => {
    const ready = knowing(
      taken(
        'ready',
        ['a', 'b', 'c'].map((id) => opened(id)),
      ),
      'a',
      'b',
      'c',
    );
    const others = Array.from({ length: 9 }, (_, index) => newLane(taken(`x${index}`, [file(`f${index}`)])));
    const { requests } = start([{ ...ready, activity: 'saving' }, ...others]);
    expect(requests.length).toBeLessThanOrEqual(3);
  });

  it('no more files are made ready than can soon be sent', () => {
    const entry = taken(
      'x',
      Array.from({ length: 50 }, (_, index) => file(`f${index}`)),
    );
    let lanes: readonly Lane[] = [newLane(entry)];
    const begun = new Set<string>();
    for (let round = 0; round < 10; round += 1) {
      const { lanes: next, requests } = start(lanes, { pace: initialPace });
      for (const line of said(requests)) begun.add(line);
      lanes = [...next.values()];
    }
    expect(begun.size).toBeGreaterThan(0);
    expect(begun.size).toBeLessThanOrEqual(8);
  });

  it('a rest that is hardly worth a request goes along with the last piece', () => {
    const entry = taken('x', [aDocument({ ...opened('a', 0), sizeBytes: 90_000 })]);
    const { requests } = start([knowing(entry, 'a')]);
    expect(requests).toMatchObject([{ type: 'send-piece', offsetBytes: 0, lengthBytes: 90_000 }]);
  });

  it('what was put aside, waits for its time, or is being stored, is left alone', () => {
    const paused = newLane(anEntry({ pausedAtMs: 1 }));
    const later = newLane(
      anEntry({ delivery: { state: 'waiting', attempts: 1, nextTryAtMs: 9_000, lastProblem: null, receipt: null } }),
    );
    const stored: Lane = { ...newLane(anEntry()), activity: 'saving' };
    const failed: Lane = { ...newLane(anEntry()), attemptsBefore: 0 };
    for (const lane of [paused, later, stored, failed]) expect(start([lane]).requests).toEqual([]);
    expect(start([newLane(anEntry())], { onlyReleased: true }).requests).toEqual([]);
  });
});
