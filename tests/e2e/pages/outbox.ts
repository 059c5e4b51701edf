import type { Phone } from '../harness/phone.ts';
import { patienceMs, until } from '../harness/until.ts';
import { at } from './screen.ts';

export type ItemState = 'queued' | 'paused' | 'sending' | 'done' | 'failed';

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
