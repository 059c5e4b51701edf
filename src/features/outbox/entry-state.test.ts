import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Delivery } from '#domain/application/outbox-entry.ts';
import { formatsOf } from '#i18n/format.ts';
import { deliveryProblem } from '#i18n/messages/id/delivery-problem.ts';
import { outbox } from '#i18n/messages/id/outbox.ts';
import type { EngineStatus, OutboxItem } from '#services/menu.ts';
import { anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import { entryState } from './entry-state.ts';

const words = { outbox, problems: deliveryProblem };
const formats = formatsOf('id');

function itemWith(delivery: Delivery): OutboxItem {
  return { entry: anEntry({ delivery }), tracked: null, sentBytes: 45, totalBytes: 100, leftBytes: 55 };
}

const waiting: Delivery = { state: 'waiting', attempts: 0, nextTryAtMs: 0, lastProblem: null, receipt: aReceipt() };
const engines: readonly EngineStatus[] = [
  { kind: 'idle', nextTryAtMs: null, lastProblem: null },
  { kind: 'idle', nextTryAtMs: 9_000_000, lastProblem: { kind: 'captive-portal' } },
  { kind: 'sending', applicationIds: ['application-1'] },
  { kind: 'sign-in-needed' },
  { kind: 'elsewhere' },
];
const deliveries: readonly Delivery[] = [
  waiting,
  { state: 'needs-person', problem: { kind: 'app-too-old' }, sinceMs: 0, receipt: aReceipt() },
  { state: 'delivered', receipt: aReceipt(), deliveredAtMs: 1 },
];

describe('the words for an application', () => {
  it('I3 C16: "Diterima kantor" is said of a delivered one and of nothing else, "Tersimpan di HP ini" of a waiting one only', () => {
    fc.assert(
      fc.property(fc.constantFrom(...deliveries), fc.constantFrom(...engines), fc.nat(), (delivery, engine, nowMs) => {
        const { headline, detail } = entryState(itemWith(delivery), engine, words, formats, nowMs);
        const said = `${headline} ${detail ?? ''}`;
        expect(said.includes('Diterima kantor')).toBe(delivery.state === 'delivered');
        expect(said.includes('Tersimpan di HP ini')).toBe(delivery.state === 'waiting');
      }),
    );
  });

  it('says how far a file has come while it is sent, and why it waits while it is not (C2)', () => {
    const say = (engine: EngineStatus) => entryState(itemWith(waiting), engine, words, formats, 0).detail;
    expect(say({ kind: 'sending', applicationIds: ['application-1'] })).toBe('Sedang dikirim · 45%');
    expect(say({ kind: 'sending', applicationIds: ['another'] })).toBe('Menunggu sinyal');
    expect(say({ kind: 'sign-in-needed' })).toBe('Masuk untuk mengirim');
    expect(say({ kind: 'idle', nextTryAtMs: 25_500_000, lastProblem: { kind: 'captive-portal' } })).toBe(
      'WiFi minta masuk dulu · Dicoba lagi pukul 14.05',
    );
  });

  it('of one whose resident has taken the yes back it says so, and not that it can be resumed', () => {
    const consent = { textVersion: '1', givenAtMs: 1, method: 'spoken', withdrawnAtMs: 2 } as const;
    const item = { ...itemWith(waiting), entry: anEntry({ delivery: waiting, pausedAtMs: 2, consent }) };
    const [engine] = engines;
    expect(engine && entryState(item, engine, words, formats, 0)).toMatchObject({
      state: 'paused',
      detail: 'Persetujuan warga dicabut, tidak dikirim',
    });
  });
});
