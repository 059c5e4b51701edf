import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sealToLock } from '#api/lock/seal-to-lock.ts';
import { sha256Hex } from '#media/sha256.ts';
import { currentSchemaVersion } from '#storage/schema-version.ts';
import { v1 } from '#storage/migrations/v1.ts';
import { openVault } from '#storage/vault.ts';
import { openTestVault, silentLog, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { thaw, type FrozenPhone } from './frozen-phone.ts';

const { relaxed: _relaxed, ...stores } = v1.stores;
const tables = Object.keys(stores);
const outboxId = (end: string): string => `0193f000-0000-7000-8000-0000000000${end}`;

let frozen: FrozenPhone;
let phone: TestVault | undefined;
beforeEach(async () => {
  frozen = await thaw(1);
});
afterEach(() => {
  frozen.oldTab.close();
  phone?.end();
  phone = undefined;
});

async function update(): Promise<TestVault> {
  frozen.oldTab.close();
  phone = await openTestVault({}, frozen.name);
  return phone;
}
function withoutStamp(rows: readonly unknown[]): readonly unknown[] {
  return rows.filter((row) => !(typeof row === 'object' && row !== null && 'key' in row && row.key === 'schema'));
}

describe('what version 1 left on a phone', () => {
  it.each(tables)('%s: has the same rows after the update, to the letter', async (table) => {
    const { rows } = await update();
    const before = frozen.rows[table] ?? [];
    expect(before.length, 'nothing is frozen').toBeGreaterThan(0);
    expect(withoutStamp(await rows.table(table).toArray())).toEqual(withoutStamp(before));
  });

  it('is stamped with the version that the update has brought it to', async () => {
    const { rows } = await update();
    expect(await rows.meta.get('schema')).toMatchObject({ value: { schemaVersion: currentSchemaVersion } });
  });

  it('every paper and every envelope is read back with the hash that version 1 wrote', async () => {
    const { rows, vault } = await update();
    for (const paper of await rows.documents.toArray()) {
      const read = await vault.outboxStore.readPayload(paper.id, paper);
      expect(read.kind === 'ok' ? await sha256Hex(read.bytes) : read.kind, paper.id).toBe(paper.sha256);
    }
    for (const { entry } of await rows.outbox.toArray()) {
      expect((await vault.outboxStore.readPayload(entry.applicationId, entry.envelope)).kind).toBe('ok');
    }
  });

  it('is all in sight of its person, and nothing of another’s is', async () => {
    const { vault } = await update();
    expect((await vault.account.readAccount())?.accountId).toBe('account-a');
    const drafts = await Promise.all(['01', '02', '03', '04'].map((end) => vault.drafts.readDraft(outboxId(end))));
    expect(drafts.map((draft) => draft !== undefined)).toEqual([true, false, false, true]);
    const entries = await Promise.all(
      ['11', '12', '13', '14', '15', '16'].map((end) => vault.shelf.readEntry(outboxId(end))),
    );
    expect(entries.map((entry) => entry !== undefined)).toEqual([true, true, true, true, false, true]);
    expect((await vault.outboxStore.readWaiting('account-a', 0, 10)).entries).toHaveLength(2);
  });

  it('can be written on: the next number is the next, and the house is kept', async () => {
    const { vault, rows } = await update();
    expect((await vault.shelf.readDevice()).nextSequence).toBe(7);
    await vault.keepHouse();
    expect(await rows.outbox.count()).toBe(6);
    expect(await rows.quarantine.count()).toBe(1);
  });
});

describe('an update that is broken off', () => {
  it.each([0, 1, 2, 4])(
    'after %i turns has changed nothing, and the next start brings it to its end (F17)',
    async (turns) => {
      frozen.oldTab.close();
      let isBroken = false;
      const factory: Pick<IDBFactory, 'open'> = {
        open(name, version) {
          const opening = indexedDB.open(name, version);
          opening.addEventListener('upgradeneeded', () => {
            const { transaction } = opening;
            const wait = (left: number): void => {
              if (left > 0) setImmediate(() => wait(left - 1));
              else if (!isBroken) {
                isBroken = true;
                transaction?.abort();
              }
            };
            if (!isBroken) wait(turns);
          });
          return opening;
        },
      };
      const broken = await openTestVault(
        { database: { name: frozen.name, dexie: { indexedDB: factory } } },
        frozen.name,
      ).catch(() => null);
      broken?.end();
      expect(isBroken).toBe(true);
      phone = await openTestVault({}, frozen.name);
      expect(await phone.vault.inspect()).toEqual({ kind: 'healthy' });
      for (const table of tables)
        expect(withoutStamp(await phone.rows.table(table).toArray()), table).toEqual(
          withoutStamp(frozen.rows[table] ?? []),
        );
    },
  );
});

describe('two releases at once', () => {
  it('an old tab that holds on is told of, and when it closes the update goes on by itself (F16)', async () => {
    const vault = openVault({
      digest: sha256Hex,
      sealToLock,
      newId: () => 'minted',
      nowMs: () => 0,
      log: silentLog,
      marks: [],
      locks: undefined,
      database: { name: frozen.name },
    });
    expect(await vault.inspect()).toEqual({ kind: 'blocked' });
    const opened = new Promise<void>((resolve) => {
      vault.connection.subscribe(() => {
        if (vault.connection.getSnapshot() === 'open') resolve();
      });
    });
    frozen.oldTab.close();
    await opened;
    expect(await vault.inspect()).toEqual({ kind: 'healthy' });
    vault.close();
  });

  it('version 1 opens what this release has written, finds the stamp of one that is not for it, and every row is there still (F18)', async () => {
    const { rows } = await update();
    await rows.wallet.put({ id: 'paper-1' } as never);
    const old = new Dexie(frozen.name);
    old.version(v1.version).stores(v1.stores);
    await old.open();
    const stamp: unknown = await old.table('meta').get('schema');
    expect(stamp).toEqual({ key: 'schema', value: { schemaVersion: currentSchemaVersion, minReader: 4 } });
    for (const table of tables) expect(await old.table(table).count(), table).toBe(frozen.rows[table]?.length);
    old.close();
    // Forward again: what version 1 could not write is still there (F19).
    expect(await rows.wallet.count()).toBe(1);
  });

  it.each([
    [1, 'can be read'],
    [99, 'can’t be read'],
  ])('a store of a newer release (its oldest reader is %i) is never written', async (minReader) => {
    const { rows, again } = await update();
    await rows.meta.put({ key: 'schema', value: { schemaVersion: 99, minReader } });
    const next = again();
    expect(await next.inspect()).toEqual({ kind: 'newer-data' });
    expect(next.connection.getSnapshot()).toBe(minReader === 1 ? 'newer-data' : 'unreadable');
    expect(await next.shelf.setWifiOnly(false)).toEqual({ kind: 'failed', reason: 'newer-data' });
  });
});
