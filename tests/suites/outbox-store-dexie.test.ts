import { outboxRow } from '#storage/rows.ts';
import { openTestVault } from '#tests/fixtures/open-test-vault.ts';
import { describeOutboxStore } from './outbox-store.suite.ts';

describeOutboxStore('Dexie on IndexedDB', async () => {
  const { vault, rows, end } = await openTestVault();
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
    end,
  };
});
