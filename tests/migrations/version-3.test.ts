import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { v1 } from '#storage/migrations/v1.ts';
import { v2 } from '#storage/migrations/v2.ts';
import { v3 } from '#storage/migrations/v3.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { thaw, type FrozenPhone } from './frozen-phone.ts';

const { relaxed: _relaxed, ...first } = v1.stores;
const tables = [...Object.keys(first), ...Object.keys(v2.stores), 'residents'] as const;

let frozen: FrozenPhone;
let phone: TestVault;
beforeEach(async () => {
  frozen = await thaw(3);
  frozen.oldTab.close();
  phone = await openTestVault({}, frozen.name);
});
afterEach(() => {
  phone.end();
});
function withoutStamp(rows: readonly unknown[]): readonly unknown[] {
  return rows.filter((row) => !(typeof row === 'object' && row !== null && 'key' in row && row.key === 'schema'));
}

describe('what version 3 left on a phone', () => {
  it.each(tables)('%s: has the same rows after the update, to the letter', async (table) => {
    expect(Object.keys(v3.stores)).toContain('residents');
    const before = frozen.rows[table] ?? [];
    expect(before.length, 'nothing is frozen').toBeGreaterThan(0);
    expect(withoutStamp(await phone.rows.table(table).toArray())).toEqual(withoutStamp(before));
  });

  it('changes no application: none of its rows is found as a change', async () => {
    expect(await phone.rows.outbox.where('aboutId').above('').count()).toBe(0);
    expect(await phone.rows.drafts.where('aboutId').above('').count()).toBe(0);
  });

  it('is not for that release any more, which would send a repair as an application of its own', async () => {
    const stamp: unknown = await phone.rows.meta.get('schema');
    expect(stamp).toEqual({ key: 'schema', value: { schemaVersion: 4, minReader: 4 } });
  });
});
