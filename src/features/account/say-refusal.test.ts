import { expect, it, vi } from 'vitest';
import { account } from '#i18n/messages/id/account.ts';
import { sayRefusal } from './say-refusal.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

it.each([
  ['too-often', 30_000, 'Terlalu sering dicoba. Coba lagi dalam 1 menit.'],
  ['too-often', hourMs, 'Terlalu sering dicoba. Coba lagi dalam 60 menit.'],
  ['too-often', 2 * hourMs, 'Terlalu sering dicoba. Coba lagi pukul 14.00.'],
  ['too-often', 20 * hourMs, 'Terlalu sering dicoba. Coba lagi besok pukul 08.00.'],
  ['busy', 5 * minuteMs, 'Sistem kantor sedang ramai. Tidak ada yang hilang. Coba lagi dalam 5 menit.'],
] as const)('%s for %d ms is said as it is', (kind, retryAfterMs, said) => {
  vi.useFakeTimers({ now: Date.parse('2026-11-26T12:00:00+07:00') });
  expect(sayRefusal(account, { kind, retryAfterMs })).toBe(said);
  vi.useRealTimers();
});
