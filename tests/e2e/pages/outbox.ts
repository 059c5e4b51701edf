import type { ChromiumPhone } from '../harness/chromium.ts';
import type { Phone } from '../harness/phone.ts';
import { patienceMs, until } from '../harness/until.ts';
import { at } from './screen.ts';

export type ItemState = 'queued' | 'paused' | 'sending' | 'done' | 'failed';

/** While something is being sent it can't be pressed. */
const glanceMs = 1_000;

const inState = (state: ItemState): string => `${at('outbox-item-state')}[data-state="${state}"]`;

export async function countItems(phone: Phone, state: ItemState): Promise<number> {
  return await phone.count(inState(state));
}

/** On the list as it lies open, nothing is touched. */
export async function showsItems(
  phone: Phone,
  state: ItemState,
  count: number,
  limitMs = 2 * patienceMs,
): Promise<void> {
  await until(`${count} ${state} on the list`, async () => (await countItems(phone, state)) === count, limitMs);
}

/** Opens the list and waits until so many applications there are at the office. */
export async function seesReceived(phone: Phone, count = 1): Promise<void> {
  await phone.open('/permohonan');
  await showsItems(phone, 'done', count);
}

/** "Kirim sekarang", on the list as it lies open; unless the phone has sent all by itself before it could be pressed. */
export async function hurry(phone: ChromiumPhone): Promise<void> {
  const button = phone.page.locator(at('upload-now'));
  await until('what waits can be hurried, or does not wait any more', async () => {
    if ((await countItems(phone, 'done')) > 0 && (await button.count()) === 0) return true;
    return await button.click({ timeout: glanceMs }).then(
      () => true,
      () => false,
    );
  });
}
