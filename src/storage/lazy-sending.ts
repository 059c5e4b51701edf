import type { OutboxStore } from '#sync/ports.ts';
import type { Sending } from './sending.ts';

/**
 * Comes after the first screen, which sends nothing. Nobody can hold the lock while its code is not there; who holds
 * it has the rest of the code too.
 */
export function lazySending(load: () => Promise<Sending>): Sending {
  let loading: Promise<Sending> | undefined;

  async function get(): Promise<Sending> {
    loading ??= load();
    try {
      return await loading;
    } catch (error) {
      loading = undefined;
      throw error;
    }
  }
  const store = async (): Promise<OutboxStore> => (await get()).outboxStore;

  return {
    outboxStore: {
      readAccountId: async () => (await store()).readAccountId(),
      readWaiting: async (...asked) => (await store()).readWaiting(...asked),
      readEntry: async (...asked) => (await store()).readEntry(...asked),
      readHeld: async (...asked) => (await store()).readHeld(...asked),
      readForgotten: async (...asked) => (await store()).readForgotten(...asked),
      readPayload: async (...asked) => (await store()).readPayload(...asked),
      commit: async (...asked) => (await store()).commit(...asked),
      noteTried: async (...asked) => (await store()).noteTried(...asked),
      readCursor: async (...asked) => (await store()).readCursor(...asked),
      commitChanges: async (...asked) => (await store()).commitChanges(...asked),
    },
    runLock: {
      async withLock(work) {
        const sending = await get().catch(() => undefined);
        return sending === undefined ? 'unavailable' : await sending.runLock.withLock(work);
      },
    },
  };
}
