import { describe, expect, it } from 'vitest';
import { createMemoryOutboxStore } from '#tests/fakes/memory-outbox-store.ts';
import type { ChangePage, Office, Outcome } from './ports.ts';
import { createRunner } from './runner.ts';

const silence: Outcome<never> = { kind: 'unreachable', reason: 'network', status: null };

/** A page whose run is reading the feed, which is slow, when somebody else takes the outbox over. */
function pageThatReadsTheFeed() {
  const store = createMemoryOutboxStore();
  store.setAccount('account-a');
  const lost = new AbortController();
  let isAsked = (): void => undefined;
  const feedAsked = new Promise<void>((resolve) => {
    isAsked = resolve;
  });
  let answerFeed = (_outcome: Outcome<ChangePage | 'reset'>): void => undefined;
  const unused = () => Promise.resolve(silence);
  const office: Office = {
    whoAmI: () => Promise.resolve({ kind: 'ok', value: { accountId: 'account-a' } }),
    putApplication: unused,
    putDocument: unused,
    readOffset: unused,
    appendPiece: unused,
    readChanges: () =>
      new Promise((resolve) => {
        answerFeed = resolve;
        isAsked();
      }),
    readApplication: unused,
  };
  const runner = createRunner({
    store,
    office,
    lock: { withLock: (work) => work({ fence: 1, lost: lost.signal }) },
    clock: { nowMs: () => 0, sleep: () => new Promise(() => undefined) },
    chance: () => 0,
    log: { debug: () => undefined, warn: () => undefined },
  });
  return {
    runner,
    feedAsked,
    answerFeed: () => answerFeed(silence),
    loseLock: () => lost.abort(new Error('taken over')),
  };
}

describe('a run that loses the outbox to another page', () => {
  it('looks again by itself, because what was sent off meanwhile may be known to nobody else', async () => {
    const { runner, feedAsked, answerFeed, loseLock } = pageThatReadsTheFeed();
    const first = runner.run('signal');
    await feedAsked;
    const joined = runner.run('person');
    answerFeed();
    loseLock();
    expect(await first).toEqual({ kind: 'held-elsewhere' });
    expect(await joined).toEqual({ kind: 'held-elsewhere' });
  });
});

/** A page that has sent all there was, and whose store takes its time to note that the outbox is free again. */
function pageThatGivesTheOutboxBack() {
  const store = createMemoryOutboxStore();
  store.setAccount('account-a');
  let feedReads = 0;
  let isGivingBack = (): void => undefined;
  const givingBack = new Promise<void>((resolve) => {
    isGivingBack = resolve;
  });
  let noteFree = (): void => undefined;
  const free = new Promise<void>((resolve) => {
    noteFree = resolve;
  });
  const unused = () => Promise.resolve(silence);
  const office: Office = {
    whoAmI: () => Promise.resolve({ kind: 'ok', value: { accountId: 'account-a' } }),
    putApplication: unused,
    putDocument: unused,
    readOffset: unused,
    appendPiece: unused,
    readChanges: () => {
      feedReads += 1;
      return Promise.resolve(silence);
    },
    readApplication: unused,
  };
  const runner = createRunner({
    store,
    office,
    lock: {
      async withLock(work) {
        const result = await work({ fence: 1, lost: new AbortController().signal });
        isGivingBack();
        await free;
        return result;
      },
    },
    clock: { nowMs: () => 0, sleep: () => new Promise(() => undefined) },
    chance: () => 0,
    log: { debug: () => undefined, warn: () => undefined },
  });
  return { runner, givingBack, noteFree, feedReads: () => feedReads };
}

describe('a call while the outbox is being given back', () => {
  it('is a run of its own: the one before has looked for the last time', async () => {
    const { runner, givingBack, noteFree, feedReads } = pageThatGivesTheOutboxBack();
    const first = runner.run('signal');
    await givingBack;
    expect(feedReads()).toBe(1);
    const called = runner.run('person');
    noteFree();
    await Promise.all([first, called]);
    expect(feedReads()).toBe(2);
  });
});
