import { beforeEach, describe, expect, it } from 'vitest';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { createMemoryOutboxStore, type MemoryOutboxStore } from '#tests/fakes/memory-outbox-store.ts';
import { anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import { silentLog } from '#tests/fixtures/open-test-vault.ts';
import { bytesOf, fingerprint } from '#tests/fixtures/payload.ts';
import { activeIds, nextTryAtMs, type EngineState } from './decide.ts';
import { drain, type Drain } from './drain.ts';
import type { Office } from './ports.ts';
import { waitingCount } from './waiting-line.ts';

const bytes = bytesOf('an envelope');
const never = (): Promise<never> => Promise.reject(new Error('no paper, no upload'));
const laterMs = 60_000;
let store: MemoryOutboxStore;
let sent: string[];
let mostLanes: number;

beforeEach(() => {
  store = createMemoryOutboxStore();
  sent = [];
  mostLanes = 0;
});

const office: Office = {
  whoAmI: () => Promise.resolve({ kind: 'ok', value: { accountId: 'account-a' } }),
  putApplication(applicationId) {
    sent.push(applicationId);
    return Promise.resolve({ kind: 'ok', value: aReceipt({ applicationId }) });
  },
  putChange: never,
  putDocument: never,
  readOffset: never,
  appendPiece: never,
  readChanges: never,
  readApplication: never,
};

async function put(count: number, change: (sequence: number) => Partial<OutboxEntry> = () => ({})): Promise<void> {
  const envelope = { mediaType: 'application/json', ...(await fingerprint(bytes)) };
  for (let sequence = 1; sequence <= count; sequence += 1) {
    const applicationId = `a-${sequence}`;
    store.put(anEntry({ applicationId, sequence, envelope, ...change(sequence) }), { [applicationId]: bytes });
  }
}

function begin(of: Office = office, onState: (state: EngineState) => void = () => undefined): Drain {
  const clock = { nowMs: () => 1_000, sleep: never };
  const ports = { store, office: of, clock, chance: () => 0, log: silentLog };
  return drain(ports, 'account-a', 1, new AbortController().signal, (state) => {
    mostLanes = Math.max(mostLanes, state.lanes.size);
    onState(state);
  });
}

const backingOff = (nextTryAtMs: number) =>
  ({ delivery: { state: 'waiting', attempts: 1, nextTryAtMs, lastProblem: null, receipt: null } }) as const;

describe('F23: a long outbox', () => {
  it('goes out whole and once, with a hundred or so in hand at a time', async () => {
    await put(1_000);
    const state = await begin().done;
    expect(new Set(sent).size).toBe(1_000);
    expect(sent).toHaveLength(1_000);
    expect(mostLanes).toBeLessThan(150);
    expect(store.entries().every(({ delivery }) => delivery.state === 'delivered')).toBe(true);
    expect([waitingCount(state), nextTryAtMs(state, 0, 0)]).toEqual([0, null]);
  });

  it('lets those behind go when hundreds before them may not yet, and knows when those may (I11)', async () => {
    await put(500, (sequence) => (sequence <= 450 ? backingOff(laterMs + sequence) : {}));
    const state = await begin().done;
    expect(sent).toHaveLength(50);
    expect(mostLanes).toBeLessThan(150);
    expect(waitingCount(state)).toBe(450);
    expect(nextTryAtMs(state, 0, 0)).toBe(laterMs + 1);
  });

  it('counts nothing that the person has put aside', async () => {
    await put(300, () => ({ pausedAtMs: 5 }));
    const state = await begin().done;
    expect(sent).toEqual([]);
    expect([waitingCount(state), nextTryAtMs(state, 0, 0)]).toEqual([0, null]);
  });

  it('reads no further than it can send: an office out of reach is told from the first two', async () => {
    await put(1_000);
    const silent: Office = {
      ...office,
      putApplication: () => Promise.resolve({ kind: 'unreachable', reason: 'network', status: null }),
    };
    const state = await begin(silent).done;
    expect(mostLanes).toBeLessThan(150);
    expect(waitingCount(state)).toBeGreaterThan(100);
    expect(nextTryAtMs(state, 1, 0.5)).toBeGreaterThan(1_000);
  });

  it('hears what the person decides meanwhile, also of one far behind', async () => {
    await put(400);
    let isTold = false;
    const run: Drain = begin(office, (state) => {
      if (isTold || activeIds(state).length === 0) return;
      isTold = true;
      for (const sequence of [90, 350]) {
        const entry = store.entries().find((one) => one.sequence === sequence);
        if (entry !== undefined) store.put({ ...entry, pausedAtMs: 5 });
      }
      expect(run.addMore()).toBe(true);
    });
    await run.done;
    expect(sent).toHaveLength(398);
    expect(sent).not.toContain('a-90');
    expect(sent).not.toContain('a-350');
  });

  it('looks again at once when the store gave no answer half-way', async () => {
    await put(300);
    let isTold = false;
    const state = await begin(office, () => {
      if (!isTold && sent.length > 0) {
        isTold = true;
        store.failReads(1_000);
      }
    }).done;
    store.failReads(0);
    expect(waitingCount(state)).toBeGreaterThan(0);
    expect(nextTryAtMs(state, 0, 0)).toBe(1_000);
  });
});
