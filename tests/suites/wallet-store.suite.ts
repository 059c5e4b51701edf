import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WalletPaper } from '#domain/wallet/wallet-paper.ts';
import type { WalletStore } from '#services/wallet-ports.ts';
import { bytesOf } from '#tests/fixtures/payload.ts';
import { aKeptPaper } from '#tests/fixtures/wallet-paper.ts';

/** What the suite needs beside the port to set a scene and to look behind it. */
export interface WalletStoreStage {
  readonly store: WalletStore;
  /** Signs in or out. */
  setAccount(accountId: string | null): Promise<void>;
  /** Every paper that is there, whosever it is, hidden or not. */
  everyId(): Promise<readonly string[]>;
  loseBytes(paperId: string): Promise<void>;
  /** The disk is full for the next write. */
  failNextWrite(): void;
  end(): void;
}

/** The promises of WalletStore, for every implementation of it. */
export function describeWalletStore(name: string, open: () => Promise<WalletStoreStage>): void {
  describe(`WalletStore: ${name}`, () => {
    let stage: WalletStoreStage;
    beforeEach(async () => {
      stage = await open();
    });
    afterEach(() => {
      stage.end();
    });

    const photo = bytesOf('a photo of a KTP');
    async function keep(id: string, change: Parameters<typeof aKeptPaper>[1] = {}, bytes = bytesOf(id)) {
      return await stage.store.addPaper(await aKeptPaper(bytes, { id, ...change }), bytes);
    }
    async function seen(): Promise<readonly WalletPaper[]> {
      return await ready(stage.store);
    }
    const idsSeen = async (): Promise<readonly string[]> => (await seen()).map(({ id }) => id);

    it('keeps a paper with its bytes, as it was given', async () => {
      const paper = await aKeptPaper(photo);
      expect(await stage.store.addPaper(paper, photo)).toEqual({ kind: 'stored' });
      expect(await stage.store.readPaper('kept-1')).toEqual({ paper: { ...paper, ownerId: null }, bytes: photo });
      expect(await seen()).toEqual([{ ...paper, ownerId: null }]);
    });

    it('shows the newest first', async () => {
      await keep('older', { takenAtMs: 1 });
      await keep('newest', { takenAtMs: 3, kind: 'kk' });
      await keep('newer', { takenAtMs: 2 });
      expect(await idsSeen()).toEqual(['newest', 'newer', 'older']);
    });

    it('keeps the same bytes once under one kind, and under another kind as another paper', async () => {
      await keep('first', {}, photo);
      expect(await keep('again', {}, photo)).toEqual({ kind: 'already-here' });
      expect(await keep('as-kk', { kind: 'kk' }, photo)).toEqual({ kind: 'stored' });
      expect(await keep('first', {}, photo)).toEqual({ kind: 'stored' });
      expect((await stage.everyId()).toSorted()).toEqual(['as-kk', 'first']);
    });

    it('keeps the papers of each resident, and the person’s own, apart: nobody is shown another’s', async () => {
      await keep('own', {}, photo);
      expect(await keep('of-a', { residentId: 'a' }, photo)).toEqual({ kind: 'stored' });
      expect(await keep('of-b', { residentId: 'b' }, photo)).toEqual({ kind: 'stored' });
      expect(await keep('again', { residentId: 'a' }, photo)).toEqual({ kind: 'already-here' });
      const of = async (residentId?: string) => (await ready(stage.store, residentId)).map(({ id }) => id);
      expect([await of(), await of('a'), await of('b'), await of('c')]).toEqual([['own'], ['of-a'], ['of-b'], []]);
    });

    it('puts a new paper in an old one’s place, and both can be had until the old one is removed for good', async () => {
      await keep('old');
      const fresh = await aKeptPaper(photo, { id: 'new' });
      expect(await stage.store.replacePaper({ id: 'old', hiddenAtMs: 5 }, fresh, photo)).toEqual({ kind: 'stored' });
      expect(await idsSeen()).toEqual(['new']);
      expect(await stage.store.setHidden(['old'], null)).toEqual({ kind: 'stored' });
      expect((await idsSeen()).toSorted()).toEqual(['new', 'old']);
    });

    it('stores nothing in the place of a paper that was removed meanwhile, or that has no room', async () => {
      await keep('old');
      const fresh = await aKeptPaper(photo, { id: 'new' });
      stage.failNextWrite();
      expect(await stage.store.replacePaper({ id: 'old', hiddenAtMs: 5 }, fresh, photo)).toMatchObject({
        kind: 'failed',
      });
      expect(await idsSeen()).toEqual(['old']);
      await stage.store.setHidden(['old'], 4);
      expect(await stage.store.replacePaper({ id: 'old', hiddenAtMs: 5 }, fresh, photo)).toEqual({ kind: 'gone' });
      expect(await idsSeen()).toEqual([]);
      expect(await stage.everyId()).toEqual(['old']);
    });

    it('what nobody has claimed becomes the paper of who signs in, and is then theirs alone', async () => {
      await keep('kept-1');
      await stage.setAccount('account-a');
      expect((await seen()).map(({ ownerId }) => ownerId)).toEqual(['account-a']);
      await stage.setAccount(null);
      expect(await idsSeen()).toEqual([]);
    });

    it('another account on this phone sees, reads, changes and removes nothing', async () => {
      await stage.setAccount('account-a');
      await keep('kept-1', {}, photo);
      await stage.setAccount('account-b');
      expect(await idsSeen()).toEqual([]);
      expect(await stage.store.readPaper('kept-1')).toBeUndefined();
      expect(await stage.store.describePaper('kept-1', { whose: 'B', validUntil: null })).toEqual({ kind: 'gone' });
      expect(await stage.store.setHidden(['kept-1'], 5)).toEqual({ kind: 'gone' });
      // Not even that somebody keeps the same bytes.
      expect(await keep('mine', {}, photo)).toEqual({ kind: 'stored' });
      await stage.setAccount('account-a');
      expect((await seen()).map(({ id, whose }) => [id, whose])).toEqual([['kept-1', 'KANARI SATU']]);
      expect((await stage.store.readPaper('kept-1'))?.bytes).toEqual(photo);
    });

    it('takes another name and a last day, and keeps the rest', async () => {
      await keep('kept-1');
      const [before] = await seen();
      const words = { whose: 'KANARI DUA', validUntil: '2026-12-31' };
      expect(await stage.store.describePaper('kept-1', words)).toEqual({ kind: 'stored' });
      expect(await seen()).toEqual([{ ...before, ...words }]);
      expect(await stage.store.describePaper('nothing', words)).toEqual({ kind: 'gone' });
    });

    it('a removed paper is nowhere, can be taken back, and goes for good with its bytes', async () => {
      await keep('kept-1');
      await keep('kept-2');
      expect(await stage.store.setHidden(['kept-1', 'kept-2'], 50)).toEqual({ kind: 'stored' });
      expect(await idsSeen()).toEqual([]);
      expect(await stage.store.readPaper('kept-1')).toBeUndefined();
      expect(await stage.store.describePaper('kept-1', { whose: '', validUntil: null })).toEqual({ kind: 'gone' });
      expect(await stage.store.setHidden(['kept-1'], null)).toEqual({ kind: 'stored' });
      await stage.store.purgeHidden(50);
      expect((await stage.everyId()).toSorted()).toEqual(['kept-1', 'kept-2']);
      await stage.store.purgeHidden(51);
      expect(await stage.everyId()).toEqual(['kept-1']);
      expect((await stage.store.readPaper('kept-1'))?.bytes).toEqual(bytesOf('kept-1'));
      expect(await stage.store.setHidden(['kept-2'], null)).toEqual({ kind: 'gone' });
    });

    it('who takes a removed paper’s photo again keeps it anew', async () => {
      await keep('kept-1', {}, photo);
      await stage.store.setHidden(['kept-1'], 50);
      expect(await keep('kept-2', {}, photo)).toEqual({ kind: 'stored' });
      expect(await idsSeen()).toEqual(['kept-2']);
    });

    it('hands out no bytes that are not those that were kept (F12)', async () => {
      await keep('kept-1');
      await stage.loseBytes('kept-1');
      expect(await stage.store.readPaper('kept-1')).toBeUndefined();
      expect(await idsSeen()).toEqual(['kept-1']);
    });

    it('a full phone keeps what was kept, and says so (F6)', async () => {
      await keep('kept-1');
      stage.failNextWrite();
      expect(await keep('kept-2')).toEqual({ kind: 'failed', reason: 'quota' });
      expect(await stage.everyId()).toEqual(['kept-1']);
      stage.failNextWrite();
      expect(await stage.store.setHidden(['kept-1'], 1)).toEqual({ kind: 'failed', reason: 'quota' });
      expect(await idsSeen()).toEqual(['kept-1']);
    });
  });
}

/** The first answer of the live list. */
function ready(store: WalletStore, residentId?: string): Promise<readonly WalletPaper[]> {
  const query = store.livePapers(residentId);
  return new Promise((resolve, reject) => {
    let stop = (): void => undefined;
    const look = (): void => {
      const now = query.getSnapshot();
      if (now.state === 'loading') return;
      queueMicrotask(() => stop());
      if (now.state === 'ready') resolve(now.value);
      else reject(new Error(now.reason));
    };
    stop = query.subscribe(look);
    look();
  });
}
