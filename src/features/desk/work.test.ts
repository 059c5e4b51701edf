import { beforeEach, expect, test, vi } from 'vitest';
import type { DeskMenu, WaitingDecision } from '#services/menu-desk.ts';

const waiting: WaitingDecision = {
  decisionId: 'd',
  applicationId: 'a',
  registrationNumber: '3603-2026-000001',
  decision: { action: 'reject', reason: 'KANARI' },
  madeAtMs: 0,
  etag: '"1.0"',
  ended: null,
};
const resumed: unknown[] = [];
const desk = {
  waiting: () => ({ getSnapshot: () => [waiting], subscribe: () => () => undefined }),
  resume: (...said: unknown[]) => void resumed.push(said),
} as unknown as DeskMenu;

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  resumed.length = 0;
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});

/** A page that was just opened. */
async function openPage() {
  vi.resetModules();
  return await import('./work.ts');
}

async function leaveInTheMiddle() {
  const page = await openPage();
  page.openWork('rina', desk);
  page.begun.set('rina a', { pointers: ['/judul'], reason: 'KANARI' });
  page.noteList({ address: '/meja?urut=due', search: 'KANARI' });
  page.keepWork('rina', desk);
}

test('who signs in again goes on: what was typed, what waited, and the list with what was looked for', async () => {
  await leaveInTheMiddle();
  const page = await openPage();
  page.openWork('rina', desk);
  expect(page.begun.get('rina a')?.reason).toBe('KANARI');
  expect(resumed).toEqual([['rina', [waiting]]]);
  expect(page.listAway()).toEqual({ address: '/meja?urut=due', search: 'KANARI' });
  expect(page.noteList({ address: '/meja?urut=due', search: null })).toBe('KANARI');
  expect(page.listAway()).toBeNull();
  expect(kept.size).toBe(0);
});

test('another official who signs in gets nothing of it, and it lies nowhere then', async () => {
  await leaveInTheMiddle();
  const page = await openPage();
  page.openWork('budi', desk);
  expect([page.begun.size, resumed, page.listAway(), kept.size]).toEqual([0, [], null, 0]);
  page.begun.set('budi a', { pointers: [], reason: 'x' });
  page.openWork('rina', desk);
  expect(page.begun.size).toBe(0);
});

test('whoever finds nobody signed in finds nothing typed either', async () => {
  await leaveInTheMiddle();
  const page = await openPage();
  page.forgetWork();
  page.openWork('rina', desk);
  expect([page.begun.size, resumed, kept.size]).toEqual([0, [], 0]);
});
