import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { AjukanDatabase } from './database.ts';
import { meta } from './meta.ts';

/**
 * Uses up the phone's next number for an application; a change of one has none. In the transaction that stores the entry.
 * @returns false when the number is not the next one, or of another phone: nothing is written then
 */
export async function takeNumber(db: AjukanDatabase, { about, deviceId, sequence }: OutboxEntry): Promise<boolean> {
  const device = await meta.device(db);
  if (device?.deviceId !== deviceId) return false;
  if (about === undefined && device.lastSequence + 1 !== sequence) return false;
  const lastSequence = about === undefined ? sequence : device.lastSequence;
  await meta.putDevice(db, { ...device, lastSequence, epoch: device.epoch + 1 });
  return true;
}

/** The entry is taken back: its number is free again. */
export async function freeNumber(db: AjukanDatabase, { about, sequence }: OutboxEntry): Promise<void> {
  const device = await meta.device(db);
  if (about !== undefined || device?.lastSequence !== sequence) return;
  await meta.putDevice(db, { ...device, lastSequence: sequence - 1 });
}

/** Whether the entry has one of this phone's numbers: not what was taken in from another, and no change. */
export function isNumbered({ about, deviceId }: OutboxEntry, ownDeviceId: string | undefined): boolean {
  return about === undefined && deviceId === ownDeviceId;
}
