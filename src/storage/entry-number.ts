import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { AjukanDatabase } from './database.ts';
import { meta } from './meta.ts';

/** Whether the entry has the phone's next number; a change has none, and only has to be of this phone. */
export async function isNumberNext(db: AjukanDatabase, { about, deviceId, sequence }: OutboxEntry): Promise<boolean> {
  const device = await meta.device(db);
  return device?.deviceId === deviceId && (about !== undefined || device.lastSequence + 1 === sequence);
}

/** Uses it up, in the transaction that stores the entry and last of all. */
export async function useUpNumber(db: AjukanDatabase, { about, sequence }: OutboxEntry): Promise<void> {
  const device = await meta.device(db);
  if (device === undefined) return;
  const lastSequence = about === undefined ? sequence : device.lastSequence;
  await meta.putDevice(db, { ...device, lastSequence, epoch: device.epoch + 1 });
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
