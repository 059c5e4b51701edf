import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryOutboxStore, type MemoryOutboxStore } from '#tests/fakes/memory-outbox-store.ts';
import { aDocument, anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import { silentLog } from '#tests/fixtures/open-test-vault.ts';
import { bytesOf, fingerprint } from '#tests/fixtures/payload.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { EngineEvent } from './decide.ts';
import { performer } from './perform.ts';
import type { Office, OutboxStore } from './ports.ts';

const bytes = bytesOf('an envelope');
const never = (): Promise<never> => Promise.reject(new Error('not asked here'));
let store: MemoryOutboxStore;
let entry: OutboxEntry;
let sent: string[];

const office: Office = {
  whoAmI: never,
  putApplication(applicationId) {
    sent.push(applicationId);
    return Promise.resolve({ kind: 'ok', value: aReceipt({ applicationId }) });
  },
  putChange: () => Promise.reject(new Error('unused')),
  putDocument(_applicationId, { id }) {
    sent.push(id);
    return Promise.resolve({ kind: 'ok', value: { state: 'expected', uploadUrl: `/${id}`, offsetBytes: 0 } });
  },
  readOffset: never,
  appendPiece: never,
  readChanges: never,
  readApplication: never,
};

beforeEach(async () => {
  sent = [];
  store = createMemoryOutboxStore();
  const envelope = { mediaType: 'application/json', ...(await fingerprint(bytes)) };
  entry = anEntry({ envelope, documents: [aDocument({ id: 'a' })], untried: true });
  store.put(entry, { [entry.applicationId]: bytes });
});

/** Both at once, as they are decided. */
function together(change: Partial<OutboxStore> = {}): Promise<readonly EngineEvent[]> {
  const clock = { nowMs: () => 1_000, sleep: never };
  const ports = { store: { ...store, ...change }, office, clock, chance: () => 0, log: silentLog };
  const perform = performer(ports, 1, new AbortController().signal);
  const { applicationId } = entry;
  return Promise.all([
    perform({ type: 'request', request: { type: 'submit', applicationId } }, entry),
    perform({ type: 'request', request: { type: 'announce', applicationId, documentId: 'a' } }, entry),
  ]);
}

describe('I2: what may still be taken back', () => {
  it('a file is announced after its application has left, which is after the note that it may have been sent', async () => {
    let isNoted = false;
    await together({
      async noteTried(...note) {
        const result = await store.noteTried(...note);
        expect(sent).toEqual([]);
        isNoted = true;
        return result;
      },
    });
    expect(isNoted).toBe(true);
    expect(sent).toEqual([entry.applicationId, 'a']);
  });

  it('nothing is sent of an application that has to be sealed first, which is said as the office would say it', async () => {
    const answers = await together({ noteTried: () => Promise.resolve({ kind: 'unsealed' }) });
    expect(sent).toEqual([]);
    expect(answers[0]).toMatchObject({ answer: { to: 'submit', outcome: { kind: 'seal-needed' } } });
  });

  it('nothing is sent of an application that could not be noted', async () => {
    const answers = await together({ noteTried: () => Promise.resolve({ kind: 'failed', reason: 'quota' }) });
    expect(sent).toEqual([]);
    expect(answers).toMatchObject([
      { answer: { to: 'submit', outcome: { kind: 'unreadable' } } },
      { answer: { to: 'announce', outcome: { kind: 'unreachable' } } },
    ]);
  });

  it('F12: nothing is sent of an application whose own bytes are damaged', async () => {
    await together({ readPayload: () => Promise.resolve({ kind: 'damaged' }) });
    expect(sent).toEqual([]);
  });
});
