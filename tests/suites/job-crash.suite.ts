import { expect, it, vi } from 'vitest';
import { keep, type SqlDatabase } from '#server/stores/sql-database.ts';
import { sqlJobStore } from '#server/stores/sql-job-store.ts';
import { type JobCrashPoint, jobCrashPoints } from '#server/testing/crash-points.ts';
import { examined, subscribedBrowser } from '#server/testing/push-scene.ts';
import { spawnServer, type TestFolder } from '#server/testing/test-server.ts';
import { toyPushService } from '#server/testing/toy-push-service.ts';

export interface JobCrashPlace {
  readonly folder: TestFolder;
  /** Names the database to a server. */
  readonly environment: Readonly<Record<string, string>>;
  /** The same one, while no server runs. */
  openDatabase(): SqlDatabase;
}

export function jobCrashSuite(place: () => JobCrashPlace): void {
  it.each(jobCrashPoints)('kill -9 at "%s" forgets nobody who is to be woken', { timeout: 60_000 }, async (point) => {
    const { id, brought, left } = await wokenAfter(point, place());
    // Twice only where it was done and not written down.
    const times = point === 'job: taken, not begun' ? 1 : 2;
    expect({ brought, left }).toEqual({
      brought: Array.from({ length: times }, () => JSON.stringify({ id })),
      left: 0,
    });
  });
}

async function wokenAfter(point: JobCrashPoint, { folder, environment, openDatabase }: JobCrashPlace) {
  const service = await toyPushService();
  const withPush = { ...environment, PUSH_TEST_ORIGIN: service.origin };
  const crashing = await spawnServer(folder, { ...withPush, CRASH_AT: point }, 'testing/crashing-server.ts');
  const { endpoint } = await subscribedBrowser(crashing.url, service);
  const id = await examined(crashing.url);
  expect(await crashing.ended).toBe('SIGKILL');
  const before = service.broughtTo(endpoint).length;

  const between = openDatabase();
  expect(await sqlJobStore(between).count()).toEqual({ waiting: 1, dead: 0, unknown: 0 });
  // The minute in which nobody else may take it is over.
  await between.write(async (tx) => keep(await tx.all('UPDATE job SET locked_until = 0')));
  await between.close();

  const restarted = await spawnServer(folder, withPush);
  await vi.waitFor(() => expect(service.broughtTo(endpoint)).toHaveLength(before + 1), { timeout: 15_000 });
  expect(await restarted.end('SIGTERM')).toBe(0);
  const after = openDatabase();
  const { waiting, dead } = await sqlJobStore(after).count();
  // The next one begins with nobody to be woken.
  await after.write(async (tx) => keep(await tx.all('DELETE FROM push_subscription')));
  await after.close();
  const brought = service.broughtTo(endpoint).map(({ plain }) => plain);
  await service.close();
  return { id, brought, left: waiting + dead };
}
