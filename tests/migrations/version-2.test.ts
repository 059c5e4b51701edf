import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Hex } from '#media/sha256.ts';
import { currentSchemaVersion } from '#storage/schema-version.ts';
import { v1 } from '#storage/migrations/v1.ts';
import { v2 } from '#storage/migrations/v2.ts';
import { createResidentStore } from '#storage/resident-store.ts';
import { createWalletStore } from '#storage/wallet-store.ts';
import { firstOf } from '#tests/fixtures/first-of.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { thaw, type FrozenPhone } from './frozen-phone.ts';

const { relaxed: _relaxed, ...first } = v1.stores;
const tables = [...Object.keys(first), ...Object.keys(v2.stores)];
const id = (end: string): string => `0193f000-0000-7000-8000-0000000000${end}`;

let frozen: FrozenPhone;
let phone: TestVault;
beforeEach(async () => {
  frozen = await thaw(2);
  frozen.oldTab.close();
  phone = await openTestVault({}, frozen.name);
});
afterEach(() => {
  phone.end();
});
function withoutStamp(rows: readonly unknown[]): readonly unknown[] {
  return rows.filter((row) => !(typeof row === 'object' && row !== null && 'key' in row && row.key === 'schema'));
}

describe('what version 2 left on a phone', () => {
  it.each(tables)('%s: has the same rows after the update, to the letter', async (table) => {
    const before = frozen.rows[table] ?? [];
    expect(before.length, 'nothing is frozen').toBeGreaterThan(0);
    expect(withoutStamp(await phone.rows.table(table).toArray())).toEqual(withoutStamp(before));
  });

  it('is the person’s own: kept papers are whole and offered, and no resident has any of it', async () => {
    const { connection, tripwire } = phone.vault.inside;
    const wallet = createWalletStore(connection, sha256Hex, tripwire);
    expect((await firstOf(wallet.livePapers())).map((paper) => paper.id)).toEqual([id('a1')]);
    expect(await wallet.readPaper(id('a1'))).toBeDefined();
    expect(await wallet.readPaper(id('a3'))).toBeUndefined();
    const residents = createResidentStore(connection, tripwire);
    expect(await firstOf(residents.liveResidents())).toEqual([]);
    const account = await phone.vault.account.readAccount();
    expect([account?.accountId, account?.roles]).toEqual(['account-a', undefined]);
  });

  it('version 2 opens what this release has written, finds the stamp of one that is not for it, and every row is there still (F18)', async () => {
    await phone.rows.residents.put({ id: 'resident-1' } as never);
    const old = new Dexie(frozen.name);
    old.version(v1.version).stores(v1.stores);
    old.version(v2.version).stores(v2.stores);
    await old.open();
    const stamp: unknown = await old.table('meta').get('schema');
    expect(stamp).toEqual({ key: 'schema', value: { schemaVersion: currentSchemaVersion, minReader: 4 } });
    for (const table of tables) expect(await old.table(table).count(), table).toBe(frozen.rows[table]?.length);
    old.close();
    expect(await phone.rows.residents.count()).toBe(1);
  });
});
