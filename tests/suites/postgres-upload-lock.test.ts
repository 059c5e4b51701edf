import { expect, it } from 'vitest';
import { postgresUploadLock } from '#server/uploads/postgres-upload-lock.ts';
import { startPostgres } from '../../tools/postgres.ts';
import { describeUploadLock } from './upload-lock-suite.ts';

describeUploadLock('two processes on PostgreSQL', async () => {
  const cluster = await startPostgres();
  const url = await cluster.createDatabase();
  const [one, other] = [postgresUploadLock(url), postgresUploadLock(url)];
  return {
    one,
    other,
    close: async () => {
      await Promise.all([one.close(), other.close()]);
      await cluster.stop();
    },
  };
});

it('breaks its holders off when the database is lost, and locks again when it is back', async () => {
  const cluster = await startPostgres();
  const lock = postgresUploadLock(await cluster.createDatabase());
  const { promise: entered, resolve: enter } = Promise.withResolvers<void>();
  const holding = lock.withUpload('key', async (hold) => {
    enter();
    await new Promise((resolve) => hold.signal.addEventListener('abort', resolve, { once: true }));
    return 'aborted';
  });
  await entered;
  await cluster.crash();
  expect(await holding).toBe('aborted');
  await expect(lock.withUpload('key', async () => 'mine')).rejects.toThrow('PostgreSQL');
  await cluster.restart();
  expect(await lock.withUpload('key', async () => 'mine')).toBe('mine');
  await lock.close();
  await cluster.stop();
});
