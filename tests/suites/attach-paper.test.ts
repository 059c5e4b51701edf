import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PaperDoubt } from '#domain/document/doubt.ts';
import { sha256Hex } from '#media/sha256.ts';
import { createDraftsMenu } from '#services/drafts-menu.ts';
import type { PreparePaper } from '#services/ports.ts';
import { aDraft } from '#tests/fixtures/draft.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';

const blurred: PaperDoubt = { kind: 'blurred', edgePixels: 9 };
const ktp = { id: 'ktp', label: { id: 'KTP' }, required: true, accept: ['image/jpeg'], maxFiles: 2 } as const;
const photo = (name: string): File => new File([name], name);

let phone: TestVault;
let orders: Parameters<PreparePaper>[0][];
let doubts: readonly PaperDoubt[];
beforeEach(async () => {
  phone = await openTestVault();
  orders = [];
  doubts = [];
  const draft = aDraft();
  await phone.vault.drafts.addDraft({ ...draft, definition: { ...draft.definition, requirements: [ktp] } });
});
afterEach(() => {
  phone.end();
});

function menu() {
  const { drafts, shelf, account, catalogue } = phone.vault;
  let ids = 0;
  return createDraftsMenu({
    drafts,
    shelf,
    account,
    catalogue,
    device: { nowMs: () => 7, newId: () => `paper-${(ids += 1)}` },
    async preparePaper(order) {
      orders.push(order);
      const bytes = await order.file.arrayBuffer();
      return { kind: 'prepared', bytes, mediaType: 'image/jpeg', sha256: await sha256Hex(bytes), doubts };
    },
    photoQuality: () => 'saver',
    digest: sha256Hex,
    isKnownArea: () => Promise.resolve(() => true),
    readResident: () => Promise.resolve(undefined),
    sealing: () => Promise.resolve(null),
    wishesSeal: () => false,
    onSubmitted: () => undefined,
  });
}

const papers = async () =>
  (await phone.vault.drafts.readDocuments('draft-1')).map((paper) => ({ name: paper.fileName, doubts: paper.doubts }));

describe('a paper put into a draft', () => {
  it('is prepared as the person has chosen, and lies there with what may be hard to read in it', async () => {
    doubts = [blurred];
    expect(await menu().attach('draft-1', 'ktp', photo('a.jpg'))).toMatchObject({ kind: 'attached' });
    expect(orders.map(({ quality, accept }) => ({ quality, accept }))).toEqual([
      { quality: 'saver', accept: ['image/jpeg'] },
    ]);
    expect(await papers()).toEqual([{ name: 'a.jpg', doubts: [blurred] }]);
  });

  it('loses its doubts when the person says that it will do, and nothing else', async () => {
    doubts = [blurred];
    const drafts = menu();
    await drafts.attach('draft-1', 'ktp', photo('a.jpg'));
    expect(await drafts.keepAsItIs('paper-1')).toEqual({ kind: 'saved' });
    expect(await papers()).toEqual([{ name: 'a.jpg', doubts: undefined }]);
    expect((await phone.vault.drafts.readDocument('paper-1'))?.bytes.byteLength).toBe(5);
    expect(await drafts.keepAsItIs('paper-9')).toEqual({ kind: 'gone' });
  });

  it('takes the place of the one it was taken again for, also where no more would fit', async () => {
    const drafts = menu();
    await drafts.attach('draft-1', 'ktp', photo('a.jpg'));
    await drafts.attach('draft-1', 'ktp', photo('b.jpg'));
    expect(await drafts.attach('draft-1', 'ktp', photo('c.jpg'))).toEqual({ kind: 'refused', reason: 'too-many' });
    expect(orders).toHaveLength(2);
    expect(await drafts.attach('draft-1', 'ktp', photo('d.jpg'), { replaces: 'paper-1' })).toMatchObject({
      kind: 'attached',
    });
    expect((await papers()).map(({ name }) => name).toSorted()).toEqual(['b.jpg', 'd.jpg']);
  });

  it('that can’t be stored leaves the one it was to replace where it is', async () => {
    const drafts = menu();
    await drafts.attach('draft-1', 'ktp', photo('a.jpg'));
    phone.faults.fillDisk('payloads');
    expect(await drafts.attach('draft-1', 'ktp', photo('b.jpg'), { replaces: 'paper-1' })).toMatchObject({
      kind: 'failed',
    });
    expect((await papers()).map(({ name }) => name)).toEqual(['a.jpg']);
  });

  it('does not come back when the one it was to replace was removed meanwhile, and that is told', async () => {
    const drafts = menu();
    await drafts.attach('draft-1', 'ktp', photo('a.jpg'));
    const taking = drafts.attach('draft-1', 'ktp', photo('b.jpg'), { replaces: 'paper-1' });
    await drafts.detach('paper-1');
    expect(await taking).toEqual({ kind: 'refused', reason: 'replaced-gone' });
    expect(await papers()).toEqual([]);
    expect(await phone.rows.payloads.where('id').startsWith('paper-').count()).toBe(0);
  });

  it('whose bytes the disk did not keep leaves the one it was to replace where it was (F15)', async () => {
    const drafts = menu();
    await drafts.attach('draft-1', 'ktp', photo('a.jpg'));
    const lost = (row: unknown) => (row as { id: string }).id === 'paper-2';
    phone.faults.corrupt('payloads', (row) => (lost(row) ? { ...(row as object), bytes: null } : row), 2);
    expect(await drafts.attach('draft-1', 'ktp', photo('b.jpg'), { replaces: 'paper-1' })).toEqual({
      kind: 'failed',
      reason: 'unknown',
    });
    expect((await papers()).map(({ name }) => name)).toEqual(['a.jpg']);
    expect((await phone.vault.drafts.readDocument('paper-1'))?.bytes.byteLength).toBe(5);
  });
});
