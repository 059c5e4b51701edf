import { beforeEach, describe, expect, it } from 'vitest';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { createMemoryOutboxStore, type MemoryOutboxStore } from '#tests/fakes/memory-outbox-store.ts';
import { aDocument, anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import { silentLog } from '#tests/fixtures/open-test-vault.ts';
import { bytesOf, fingerprint } from '#tests/fixtures/payload.ts';
import type { Office, Outcome } from './ports.ts';
import { createRunner } from './runner.ts';

const bytes = bytesOf('an envelope');
const photo = bytesOf('a photo');
const notFound: Outcome<never> = { kind: 'refused', status: 404, detail: null, fieldProblems: [] };
const never = (): Promise<never> => Promise.reject(new Error('not asked here'));

let store: MemoryOutboxStore;
let nowMs: number;
/** What the office has, and what it was given. */
let known: Set<string>;
let given: string[];
/** Whom the office takes us for, from the second time on that it is asked in a run. */
let accountId: string;
/** The next answer to a question for an application, if it is another than the truth. */
let said: Outcome<never> | null;
/** The feed tells of it. */
let fed: string[];

beforeEach(() => {
  store = createMemoryOutboxStore();
  store.setAccount('account-a');
  nowMs = 1_000;
  [known, given, fed] = [new Set(), [], []];
  [accountId, said] = ['account-a', null];
});

function runner(readApplication?: Office['readApplication']) {
  let asked = 0;
  const office: Office = {
    whoAmI() {
      asked += 1;
      return Promise.resolve({ kind: 'ok', value: { accountId: asked % 2 === 0 ? accountId : 'account-a' } });
    },
    putApplication(applicationId) {
      given.push(applicationId);
      known.add(applicationId);
      return Promise.resolve({ kind: 'ok', value: aReceipt({ applicationId, version: 2 }) });
    },
    putChange(changeId, about) {
      if (!known.has(about.applicationId)) return Promise.resolve(notFound);
      given.push(changeId);
      return Promise.resolve({ kind: 'ok', value: aReceipt({ version: 3 }) });
    },
    putDocument: never,
    readOffset: never,
    appendPiece: never,
    readChanges() {
      const changes = fed.map((applicationId) => {
        return { applicationId, status: 'submitted', version: 2, changedAtMs: 1 } as const;
      });
      return Promise.resolve({ kind: 'ok', value: { changes, nextCursor: 'next', more: false } });
    },
    readApplication:
      readApplication ??
      ((applicationId) => {
        const tracked = { applicationId, status: 'returned', version: 2, changedAtMs: 1, reason: null } as const;
        return Promise.resolve(said ?? (known.has(applicationId) ? { kind: 'ok', value: tracked } : notFound));
      }),
  };
  const clock = { nowMs: () => nowMs, sleep: never };
  const lock = {
    withLock: <T>(work: (hold: { fence: number; lost: AbortSignal }) => Promise<T>) =>
      work({ fence: 1, lost: new AbortController().signal }),
  };
  return createRunner({ store, office, clock, lock, chance: () => 0, log: silentLog });
}

async function putApplication(change: Partial<OutboxEntry> = {}, isHere = true): Promise<void> {
  const envelope = { mediaType: 'application/json', ...(await fingerprint(bytes)) };
  const documents = [{ ...aDocument(), ...(await fingerprint(photo)), progress: { state: 'verified' as const } }];
  const delivery = { state: 'delivered', receipt: aReceipt(), deliveredAtMs: 5 } as const;
  const payloads = isHere ? { 'application-1': bytes, 'document-1': photo } : {};
  store.put(anEntry({ envelope, documents, delivery, ...change }), payloads);
  // Past the beginning of the feed, where everything is asked for.
  await store.commitChanges('account-a', [], 'before', 1, 'newer');
}

async function putChange(kind: 'revision' | 'withdrawal' = 'revision'): Promise<void> {
  const envelope = { mediaType: 'application/json', ...(await fingerprint(bytes)) };
  const about = { kind, applicationId: 'application-1', seenVersion: 2 };
  store.put(anEntry({ applicationId: 'change-1', sequence: 2, envelope, about }), { 'change-1': bytes });
}

const deliveryOf = (id: string) => store.entries().find(({ applicationId }) => applicationId === id)?.delivery;
const forgotten = { state: 'needs-person', problem: { kind: 'refused', status: 404, isForgotten: true } };

/** Until nothing is due within the hour. */
async function runOn(sending = runner()): Promise<void> {
  for (let run = 0; run < 10; run += 1) {
    const report = await sending.run();
    if (report.kind !== 'finished' || report.nextTryAtMs === null) return;
    nowMs = report.nextTryAtMs;
  }
}

describe('a change of an application that the office has forgotten', () => {
  it('waits for the application, which goes once more as long as this phone has all of it', async () => {
    await putApplication();
    await putChange();
    await runOn();
    expect(given).toEqual(['application-1', 'change-1']);
    expect(deliveryOf('application-1')?.state).toBe('delivered');
    expect(deliveryOf('change-1')?.state).toBe('delivered');
  });

  it.each([
    ['the bytes of the application are gone', () => putApplication({}, false)],
    ['one of its papers is gone', () => putApplication().then(() => store.losePayload('document-1'))],
    ['the phone never had the application', () => Promise.resolve()],
  ])('is told to its person, once and for good, when %s', async (_why, prepare) => {
    await prepare();
    await putChange();
    const before = deliveryOf('application-1');
    await runOn();
    await runOn();
    expect(given).toEqual([]);
    expect(deliveryOf('change-1')).toMatchObject(forgotten);
    // Its receipt is what the person has in hand.
    expect(deliveryOf('application-1')).toEqual(before);
    expect(await store.readPayload('change-1', await fingerprint(bytes))).toMatchObject({ kind: 'ok' });
  });

  it('holds up nothing else', async () => {
    await putChange();
    const envelope = { mediaType: 'application/json', ...(await fingerprint(bytes)) };
    store.put(anEntry({ applicationId: 'other', sequence: 3, envelope }), { other: bytes });
    await runOn();
    expect(given).toEqual(['other']);
  });

  it('goes on by itself once the feed tells of the application again', async () => {
    await putApplication({}, false);
    await putChange();
    await runOn();
    expect(deliveryOf('change-1')).toMatchObject(forgotten);
    known.add('application-1');
    fed.push('application-1');
    await runOn();
    expect(given).toEqual(['change-1']);
    expect(deliveryOf('change-1')?.state).toBe('delivered');
  });

  it('that takes it back is told at once: nobody sends an application to have it taken back', async () => {
    await putApplication();
    await putChange('withdrawal');
    await runOn();
    expect(given).toEqual([]);
    expect(deliveryOf('change-1')).toMatchObject(forgotten);
  });
});

describe('a 404 that says something else', () => {
  it('another account is signed in by now: nothing is called forgotten, and it waits', async () => {
    await putApplication({}, false);
    await putChange();
    accountId = 'account-b';
    await runner().run();
    expect(deliveryOf('change-1')?.state).toBe('waiting');
  });

  it.each([
    ['no connection', { kind: 'unreachable', reason: 'network', status: null }],
    ['a session that has ended', { kind: 'sign-in-needed' }],
    ['a busy office', { kind: 'busy', retryAfterMs: 1_000 }],
  ] as const)('%s when the application is asked for: it waits', async (_what, outcome) => {
    await putApplication({}, false);
    await putChange();
    said = outcome;
    await runner().run();
    expect(deliveryOf('change-1')?.state).toBe('waiting');
  });

  it('the office shows the application: it is a refusal like any other', async () => {
    await putApplication({}, false);
    await putChange();
    const tracked = { applicationId: 'application-1', status: 'returned', version: 2, changedAtMs: 1, reason: null };
    await runner(() => Promise.resolve({ kind: 'ok', value: tracked as never })).run();
    expect(deliveryOf('change-1')).toMatchObject({ state: 'needs-person', problem: { kind: 'refused', status: 404 } });
    expect(deliveryOf('change-1')).not.toMatchObject(forgotten);
  });
});

describe('what an office back from its backup is asked for from the beginning', () => {
  it('goes at once, also where the office breaks off before all of it was asked for', async () => {
    await putApplication();
    const [first] = store.entries();
    if (first === undefined) throw new Error('no entry');
    store.put({ ...first, applicationId: 'application-2', sequence: 2 }, { 'application-2': bytes });
    await store.commitChanges('account-a', [], null, 1, 'newer');
    const busy: Outcome<never> = { kind: 'refused', status: 409, detail: null, fieldProblems: [] };
    const sending = runner((id) => Promise.resolve(id === 'application-1' ? notFound : busy));
    expect(await sending.run()).toMatchObject({ kind: 'finished', waiting: 1, nextTryAtMs: nowMs });
  });

  it('and nobody has whole any more is told to its person, who keeps the receipt', async () => {
    await putApplication();
    store.losePayload('document-1');
    await store.commitChanges('account-a', [], null, 1, 'newer');
    await runOn();
    expect(deliveryOf('application-1')).toMatchObject({ ...forgotten, receipt: aReceipt() });
    fed.push('application-1');
    await runOn();
    expect(deliveryOf('application-1')).toMatchObject({ state: 'delivered', receipt: aReceipt() });
    expect(given).toEqual([]);
  });
});
