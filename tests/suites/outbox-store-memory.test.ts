import { expect, it } from 'vitest';
import { createMemoryOutboxStore } from '#tests/fakes/memory-outbox-store.ts';
import { anEntry } from '#tests/fixtures/outbox-entry.ts';
import { describeOutboxStore } from './outbox-store.suite.ts';

describeOutboxStore('in memory', () => {
  const store = createMemoryOutboxStore();
  return Promise.resolve({
    store,
    setAccount: (accountId) => Promise.resolve(store.setAccount(accountId)),
    put: (entry, payloads) => Promise.resolve(store.put(entry, payloads)),
    remove: (applicationId) => Promise.resolve(store.remove(applicationId)),
    setFence: (fence) => Promise.resolve(store.setFence(fence)),
    readTracked: (applicationId) => Promise.resolve(store.tracked(applicationId)),
    loseNextAnswer: () => store.failReads(1),
    failNextCommit: (how) => store.failCommits(1, how === 'quota' ? 'quota' : 'unknown', false),
    loseNextCommit: () => store.failCommits(1, 'unknown', true),
    putNothing: (id) => Promise.resolve(store.losePayload(id)),
    stickNextCommit: () => store.stick(),
    end: () => undefined,
  });
});

it('F5: a power cut takes what was relaxed after the last strict commit, and nothing before it', async () => {
  const store = createMemoryOutboxStore();
  const entry = anEntry();
  store.put(entry);
  const after = (attempts: number) => ({
    documents: [],
    delivery: { ...entry.delivery, attempts } as typeof entry.delivery,
  });
  await store.commit('application-1', after(1), 1, 'strict');
  await store.commit('application-1', after(2), 1, 'relaxed');

  store.cutPower();

  expect((await store.readEntry('application-1'))?.delivery).toMatchObject({ attempts: 1 });
});

it('a commit may fail outright, or be done without an answer', async () => {
  const store = createMemoryOutboxStore();
  const entry = anEntry();
  store.put(entry);
  const delivery = { state: 'needs-person', problem: { kind: 'app-too-old' }, sinceMs: 1, receipt: null } as const;
  store.failCommits(1, 'quota', false);
  expect(await store.commit('application-1', { documents: [], delivery }, 1, 'strict')).toEqual({
    kind: 'failed',
    reason: 'quota',
  });
  expect(store.entries()).toEqual([entry]);
  store.failCommits(1, 'unknown', true);
  expect((await store.commit('application-1', { documents: [], delivery }, 1, 'strict')).kind).toBe('failed');
  expect(store.entries()[0]?.delivery).toEqual(delivery);
});
