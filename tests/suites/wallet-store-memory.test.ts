import { createMemoryWalletStore } from '#tests/fakes/memory-wallet-store.ts';
import { describeWalletStore } from './wallet-store.suite.ts';

describeWalletStore('in memory', () => {
  const store = createMemoryWalletStore();
  return Promise.resolve({
    store,
    setAccount: (accountId) => Promise.resolve(store.setAccount(accountId)),
    everyId: () => Promise.resolve(store.everyId()),
    loseBytes: (paperId) => Promise.resolve(store.loseBytes(paperId)),
    failNextWrite: () => store.failNextWrite(),
    end: () => undefined,
  });
});
