import { beforeEach, describe, expect, it } from 'vitest';
import type { AttachedDocument, Draft } from '#domain/application/draft.ts';
import { sha256Hex } from '#media/sha256.ts';
import { createWalletMenu } from '#services/wallet-menu.ts';
import type { WalletMenu } from '#services/menu-wallet.ts';
import { createMemoryWalletStore, type MemoryWalletStore } from '#tests/fakes/memory-wallet-store.ts';
import { aDraft, aPaper } from '#tests/fixtures/draft.ts';
import { bytesOf } from '#tests/fixtures/payload.ts';

const photo = bytesOf('a photo of a KTP');
const file = new File([photo], 'IMG_1.jpg');
const words = { kind: 'ktp', whose: 'KANARI' };
const requirement = { id: 'ktp', accept: ['image/jpeg'], maxFiles: 1 };

let store: MemoryWalletStore;
let wallet: WalletMenu;
let attached: { document: AttachedDocument; bytes: ArrayBuffer }[];
let wake: () => void;
let residentId: string | undefined;
let asked: number;
beforeEach(() => {
  store = createMemoryWalletStore();
  attached = [];
  asked = 0;
  residentId = undefined;
  let ids = 0;
  const definition = { ...aDraft().definition, requirements: [requirement] } as unknown as Draft['definition'];
  wallet = createWalletMenu({
    wallet: store,
    drafts: {
      readDraft: async (id) =>
        id === 'draft-1' ? aDraft({ definition, ...(residentId === undefined ? {} : { residentId }) }) : undefined,
      readDocuments: async () => attached.map(({ document }) => document),
      readDocument: async (id) => attached.find(({ document }) => document.id === id),
      async addDocument(document, bytes) {
        attached.push({ document, bytes });
        return { kind: 'stored' };
      },
    },
    device: { nowMs: () => 1_000, newId: () => `minted-${String((ids += 1))}` },
    photoQuality: () => 'normal',
    async preparePaper(order) {
      const bytes = await order.file.arrayBuffer();
      return { kind: 'prepared', bytes, mediaType: 'image/jpeg', sha256: await sha256Hex(bytes), doubts: [] };
    },
    sleep: () => new Promise((resolve) => (wake = resolve)),
    onKept: () => (asked += 1),
  });
});

describe('the wallet', () => {
  it('gives a form a copy under an id of its own, with the same bytes', async () => {
    expect(await wallet.add(file, words)).toEqual({ kind: 'kept', paperId: 'minted-1' });
    expect(asked).toBe(1);
    expect((await wallet.use('minted-1', 'draft-1', 'ktp')).kind).toBe('attached');
    const sha256 = await sha256Hex(photo);
    expect(attached[0]?.document).toMatchObject({ id: 'minted-2', applicationId: 'draft-1', slot: 'ktp', sha256 });
    expect(attached[0]?.bytes).toEqual(photo);
  });

  it.each([
    ['a slot that is full', 'draft-1', 'ktp', 'too-many', true],
    ['a slot that is not there', 'draft-1', 'kk', 'not-accepted', false],
    ['a form that is gone', 'draft-2', 'ktp', 'draft-gone', false],
  ] as const)('gives nothing to %s', async (_what, draftId, slot, reason, isFull) => {
    await wallet.add(file, words);
    if (isFull) await wallet.use('minted-1', 'draft-1', 'ktp');
    const before = attached.length;
    expect(await wallet.use('minted-1', draftId, slot)).toEqual({ kind: 'refused', reason });
    expect(attached).toHaveLength(before);
  });

  it('never gives damaged bytes to a form', async () => {
    await wallet.add(file, words);
    store.loseBytes('minted-1');
    expect(await wallet.use('minted-1', 'draft-1', 'ktp')).toEqual({ kind: 'refused', reason: 'unreadable' });
    expect(attached).toEqual([]);
  });

  it('keeps what is in a form once, with the day on which it was attached', async () => {
    attached = [{ document: await aPaper(photo, { attachedAtMs: 77 }), bytes: photo }];
    expect(await wallet.keep('paper-1', words)).toEqual({ kind: 'kept', paperId: 'minted-1' });
    expect(await wallet.keep('paper-1', words)).toEqual({ kind: 'already-here' });
    expect(await wallet.keep('paper-2', words)).toEqual({ kind: 'gone' });
    expect((await store.readPaper('minted-1'))?.paper).toMatchObject({ ...words, takenAtMs: 77, fileName: 'ktp.jpg' });
  });

  it('never gives a form for one person another’s paper, and keeps what is in it for whom it is', async () => {
    await wallet.add(file, words);
    await wallet.add(file, { ...words, residentId: 'resident-a' });
    residentId = 'resident-a';
    expect(await wallet.use('minted-1', 'draft-1', 'ktp')).toEqual({ kind: 'refused', reason: 'unreadable' });
    residentId = 'resident-b';
    expect(await wallet.use('minted-2', 'draft-1', 'ktp')).toEqual({ kind: 'refused', reason: 'unreadable' });
    residentId = undefined;
    expect(await wallet.use('minted-2', 'draft-1', 'ktp')).toEqual({ kind: 'refused', reason: 'unreadable' });
    expect(attached).toEqual([]);
    residentId = 'resident-b';
    attached = [{ document: await aPaper(photo), bytes: photo }];
    expect(await wallet.keep('paper-1', words)).toMatchObject({ kind: 'kept' });
    expect((await store.readPaper('minted-3'))?.paper.residentId).toBe('resident-b');
  });

  it('replaces a paper only once the new one is kept', async () => {
    await wallet.add(file, words);
    const old = (await store.readPaper('minted-1'))?.paper;
    if (old === undefined) throw new Error('not kept');
    const sharper = new File([bytesOf('sharper')], 'IMG_2.jpg');
    store.failNextWrite();
    expect(await wallet.replace(old, sharper)).toEqual({ kind: 'failed', reason: 'quota' });
    expect(await store.readPaper('minted-1')).toBeDefined();
    const replaced = await wallet.replace(old, sharper);
    if (replaced.kind !== 'kept') throw new Error(replaced.kind);
    expect(await store.readPaper('minted-1')).toBeUndefined();
    expect((await store.readPaper(replaced.paperId))?.paper).toMatchObject(words);
  });

  it('removes for good what was not taken back in time, and nothing else', async () => {
    await wallet.add(file, words);
    await wallet.add(new File([bytesOf('another')], 'b.jpg'), words);
    expect(await wallet.remove(['minted-1', 'minted-2'])).toEqual({ kind: 'saved' });
    expect(await wallet.undoRemove(['minted-2'])).toEqual({ kind: 'saved' });
    wake();
    await Promise.resolve();
    await Promise.resolve();
    expect(store.everyId()).toEqual(['minted-2']);
    expect(await wallet.undoRemove(['minted-1'])).toEqual({ kind: 'gone' });
  });
});
