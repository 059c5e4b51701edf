import { expect, test, vi } from 'vitest';
import { openTestVault } from '#tests/fixtures/open-test-vault.ts';
import { createConnection } from './connection.ts';
import { liveFrom } from './live.ts';

const silent = { debug: () => undefined, warn: () => undefined };

test('a live query follows every table that it read, not only the first', async () => {
  const { rows, end } = await openTestVault();
  const connection = createConnection(rows, silent);
  const live = liveFrom(connection, async (open) => {
    await open.meta.get('account');
    return await open.payloads.count();
  });
  const stop = live.subscribe(() => undefined);
  await vi.waitFor(() => expect(live.getSnapshot()).toEqual({ state: 'ready', value: 0 }));
  await rows.payloads.put({ id: 'a', bytes: new ArrayBuffer(1) });
  await vi.waitFor(() => expect(live.getSnapshot()).toEqual({ state: 'ready', value: 1 }));
  stop();
  end();
});
