import { expect, it } from 'vitest';
import { outboxRow } from '#storage/rows.ts';
import { openTestVault } from '#tests/fixtures/open-test-vault.ts';
import { bytesOf, fingerprint } from '#tests/fixtures/payload.ts';
import { describeOutboxStore } from './outbox-store.suite.ts';

describeOutboxStore('Dexie on IndexedDB', async () => {
  const { vault, rows, faults, end } = await openTestVault();
  return {
    store: vault.outboxStore,
    async setAccount(accountId) {
      if (accountId === null) await vault.account.signOut();
      else await vault.account.signIn({ accountId, name: 'KANARI' });
    },
    async put(entry, payloads = {}) {
      await rows.outbox.put(outboxRow(entry));
      await rows.payloads.bulkPut(Object.entries(payloads).map(([id, bytes]) => ({ id, bytes })));
    },
    async remove(applicationId) {
      await rows.outbox.delete(applicationId);
    },
    async setFence(fence) {
      await rows.meta.put({ key: 'lease', value: { fence, holder: 'another', beatAtMs: 0 } });
    },
    readTracked: (applicationId) => rows.tracked.get(applicationId),
    // The store is asked again on a new connection before it gives up.
    loseNextAnswer: (table) => faults.failRequests(table, 'UnknownError', 2),
    failNextCommit(how) {
      if (how === 'quota') faults.fillDisk('outbox', 1);
      // Once more on a new connection, like every lost one.
      else faults.abort('outbox', 2);
    },
    loseNextCommit: () => faults.loseAnswer('outbox', 1),
    putNothing: async (id) => {
      await rows.payloads.put({ id, bytes: null as never });
    },
    stickNextCommit: () => faults.stick('outbox'),
    end,
  };
});

it('a file that the browser has lost under the row is damaged, and is said to be (F12, W10)', async () => {
  const { vault, rows, faults, end } = await openTestVault();
  const bytes = bytesOf('a paper');
  await rows.payloads.put({ id: 'paper-1', bytes });
  faults.failRequests('payloads', 'NotReadableError', 1);
  expect(await vault.outboxStore.readPayload('paper-1', await fingerprint(bytes))).toEqual({ kind: 'damaged' });
  end();
});
