import { describe, expect, it, vi } from 'vitest';
import { observableValue } from '#lib/observable-value.ts';
import { deliveryProblem } from '#i18n/messages/id/delivery-problem.ts';
import { outbox as words } from '#i18n/messages/id/outbox.ts';
import type { EngineStatus, OutboxMenu } from '#services/menu.ts';
import { sendNow, sendNowAnswer } from './send-now.ts';

const offline: EngineStatus = { kind: 'idle', nextTryAtMs: 60_000, lastProblem: { kind: 'no-connection' } };

function menuThat(run: (say: (status: EngineStatus) => void) => void): OutboxMenu {
  const status = observableValue<EngineStatus>({ kind: 'idle', nextTryAtMs: null, lastProblem: null });
  const part: Pick<OutboxMenu, 'status' | 'sendNow'> = { status: () => status, sendNow: () => run(status.set) };
  return part as OutboxMenu;
}

const answer = (last: EngineStatus | null) => sendNowAnswer(last, words, deliveryProblem);

describe('Kirim sekarang', () => {
  it('waits until the engine has stopped trying', async () => {
    const menu = menuThat((say) => {
      say({ kind: 'sending', applicationIds: ['application-1'] });
      say(offline);
    });
    expect(await sendNow(menu)).toBe(offline);
  });

  it('does not wait for ever for an engine that is not there', async () => {
    vi.useFakeTimers();
    const asked = sendNow(menuThat(() => undefined));
    vi.runAllTimers();
    vi.useRealTimers();
    expect(await asked).toBeNull();
  });

  it('says what the engine met, and nothing when the screen shows it', () => {
    expect(answer(offline)).toBe('Belum ada internet. Akan dicoba lagi sendiri.');
    expect(answer({ ...offline, lastProblem: { kind: 'captive-portal' } })).toBe(
      'WiFi minta masuk dulu. Akan dicoba lagi sendiri.',
    );
    expect(answer({ ...offline, lastProblem: null })).toBe('Belum terkirim. Akan dicoba lagi sendiri.');
    expect(answer(null)).toBe('Belum terkirim. Akan dicoba lagi sendiri.');
    expect(answer({ kind: 'elsewhere' })).toBe('Sedang dikirim di latar belakang');
    expect(answer({ kind: 'sign-in-needed' })).toBeNull();
    expect(answer({ kind: 'idle', nextTryAtMs: null, lastProblem: null })).toBeNull();
  });
});
