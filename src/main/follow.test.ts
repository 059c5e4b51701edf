import { afterEach, expect, test, vi } from 'vitest';
import { constantValue } from '#lib/constant-value.ts';
import type { EngineStatus } from '#services/menu.ts';
import type { PushMenu } from '#services/push-menu.ts';
import { followPush } from './follow-push.ts';
import { followSurvey } from './follow-survey.ts';

const idle = constantValue<EngineStatus>({ kind: 'idle', nextTryAtMs: null, lastProblem: null });
const nobody = constantValue({ state: 'ready', value: null } as const);

afterEach(() => vi.unstubAllGlobals());

/** How often the code behind it was asked for, once everything that was begun has ended. */
async function timesFetched(permission: NotificationPermission, isKept: boolean): Promise<number> {
  vi.stubGlobal('window', { Notification: {} });
  vi.stubGlobal('Notification', { permission });
  const fetched = vi.fn<() => Promise<PushMenu | null>>(() => Promise.resolve(null));
  const kept = Promise.resolve(isKept);
  followPush(fetched, () => kept, idle, nobody);
  await kept;
  await Promise.resolve();
  return fetched.mock.calls.length;
}

test.each([
  ['default', false, 0],
  ['denied', false, 0],
  ['granted', false, 1],
  // Taken back in the browser's own settings: what the office still has of it is to end.
  ['default', true, 1],
] as const)(
  'a browser that says "%s", with a row of it: %s, fetches the code of notifications %i times',
  async (...row) => {
    const [permission, isKept, times] = row;
    expect(await timesFetched(permission, isKept)).toBe(times);
  },
);

test.each([
  [true, 1],
  [false, 0],
])('a start with a survey that waits: %s, fetches the code of surveys %i times', async (isWaiting, times) => {
  vi.stubGlobal('navigator', { onLine: true });
  const fetched = vi.fn<() => Promise<null>>(() => Promise.resolve(null));
  const waiting = Promise.resolve(isWaiting);
  followSurvey(fetched, () => waiting, idle);
  await waiting;
  await Promise.resolve();
  expect(fetched).toHaveBeenCalledTimes(times);
});
