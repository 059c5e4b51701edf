import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claim } from '#storage/claim.ts';
import { createSharedFiles } from '#storage/shared-files.ts';
import { takeShared } from '#storage/take-shared.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';

const aFile = (id: string, sharedAtMs: number) => ({
  id,
  sharedAtMs,
  name: `${id}.pdf`,
  mediaType: 'application/pdf',
  bytes: Uint8Array.from([sharedAtMs, 2, 3]).buffer,
});

describe('files that other apps share', () => {
  let phone: TestVault;
  beforeEach(async () => {
    phone = await openTestVault();
  });
  afterEach(() => {
    phone.end();
  });
  const take = (...files: readonly ReturnType<typeof aFile>[]) => takeShared(phone.vault.inside.connection, files);
  const ids = async () => (await phone.rows.sharedFiles.orderBy('sharedAtMs').toArray()).map(({ id }) => id);

  it('are kept byte for byte until the person deletes them', async () => {
    expect(await take(aFile('b', 2), aFile('a', 1))).toBe(true);
    const files = createSharedFiles(phone.vault.inside.connection);
    const file = await files.read('b');
    expect([file?.name, file?.type, [...new Uint8Array((await file?.arrayBuffer()) ?? [])]]).toEqual([
      'b.pdf',
      'application/pdf',
      [2, 2, 3],
    ]);
    expect(await ids()).toEqual(['a', 'b']);
    expect(await files.remove('b')).toEqual({ kind: 'stored' });
    expect(await files.read('b')).toBeUndefined();
    expect(await ids()).toEqual(['a']);
  });

  it('are all there or none, when the phone is full', async () => {
    phone.faults.fillDisk('sharedFiles');
    expect(await take(aFile('a', 1), aFile('b', 2))).toBe(false);
    expect(await ids()).toEqual([]);
  });

  it('are not more than a person shares: nobody fills the phone from outside', async () => {
    const many = Array.from({ length: 30 }, (_, index) => aFile(`f${index}`, index));
    expect(await take(...many)).toBe(true);
    expect(await take(aFile('one-more', 99))).toBe(false);
    expect(await ids()).toHaveLength(30);
  });

  it('are not more than a small phone holds', async () => {
    const large = { ...aFile('large', 1), bytes: new ArrayBuffer(31_000_000) };
    expect(await take(large)).toBe(true);
    expect(await take({ ...large, id: 'another' })).toBe(false);
    expect(await ids()).toEqual(['large']);
  });

  it('belong to who is signed in; what came before anybody was goes to the first who signs in', async () => {
    const { connection } = phone.vault.inside;
    const files = createSharedFiles(connection);
    await take(aFile('nobody', 1));
    await claim(connection, { accountId: 'siti', name: 'Siti' });
    await take(aFile('siti', 2));
    expect(await files.read('nobody')).toBeDefined();
    await claim(connection, { accountId: 'budi', name: 'Budi' });
    await take(aFile('budi', 3));
    for (const id of ['nobody', 'siti']) {
      expect(await files.read(id)).toBeUndefined();
      await files.remove(id);
    }
    expect(await files.read('budi')).toBeDefined();
    expect(await ids()).toEqual(['nobody', 'siti', 'budi']);
  });
});
