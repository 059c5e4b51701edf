import { describe, expect, it } from 'vitest';
import { createMemoryOutboxStore } from '#tests/fakes/memory-outbox-store.ts';
import type { Office, Outcome } from './ports.ts';
import { createRunner } from './runner.ts';

const silence: Outcome<never> = { kind: 'unreachable', reason: 'network', status: null };

type Ports = Parameters<typeof createRunner>[0];

/** A page of somebody who is known to an office that says nothing else; its lock and its feed are the test's own. */
function pageWith({ lock, readChanges }: Pick<Ports, 'lock'> & Pick<Office, 'readChanges'>) {
  const store = createMemoryOutboxStore();
  store.setAccount('account-a');
  const unused = () => Promise.resolve(silence);
  return createRunner({
    store,
    office: {
      whoAmI: () => Promise.resolve({ kind: 'ok', value: { accountId: 'account-a' } }),
      putApplication: unused,
      putChange: unused,
      putDocument: unused,
      readOffset: unused,
      appendPiece: unused,
      readChanges,
      readApplication: unused,
    },
    lock,
    clock: { nowMs: () => 0, sleep: () => new Promise(() => undefined) },
    chance: () => 0,
    log: { debug: () => undefined, warn: () => undefined },
  });
}

/** A page whose run is reading the feed, which is slow, when somebody else takes the outbox over. */
function pageThatReadsTheFeed() {
  const lost = new AbortController();
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<Outcome<never>>();
  const runner = pageWith({
    lock: { withLock: (work) => work({ fence: 1, lost: lost.signal }) },
    readChanges() {
      asked.resolve();
      return answer.promise;
    },
  });
  return {
    runner,
    feedAsked: asked.promise,
    answerFeed: () => answer.resolve(silence),
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
  let feedReads = 0;
  const givingBack = Promise.withResolvers<void>();
  const free = Promise.withResolvers<void>();
  const runner = pageWith({
    lock: {
      async withLock(work) {
        const result = await work({ fence: 1, lost: new AbortController().signal });
        givingBack.resolve();
        await free.promise;
        return result;
      },
    },
    readChanges() {
      feedReads += 1;
      return Promise.resolve(silence);
    },
  });
  return { runner, givingBack: givingBack.promise, noteFree: () => free.resolve(), feedReads: () => feedReads };
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
