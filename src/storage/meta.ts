import { isRecord } from '#lib/is-record.ts';
import type { AjukanDatabase } from './database.ts';

/** This phone, as the office counts it. */
export interface DeviceRow {
  readonly deviceId: string;
  /** Of the last application sent off; 0 before the first. */
  readonly lastSequence: number;
  /** Raised by every commit that the tripwire tells of, so that the newest mark can be told from an older one. */
  readonly epoch: number;
}

export interface AccountRow {
  readonly accountId: string;
  readonly name: string;
  /** As the office named them at the last sign-in; missing from before that was kept. */
  readonly roles?: readonly string[];
}

/** Who may send: the highest token given out wins. */
export interface LeaseRow {
  readonly fence: number;
  /** Null once it was given back. */
  readonly holder: string | null;
  readonly beatAtMs: number;
}

export interface LossRow {
  readonly lastSequence: number;
  readonly waitingCount: number;
}

/** Days on which the app was started, by count; see purge-delivered.ts. */
export interface DaysRow {
  readonly day: number;
  readonly sinceMs: number;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

export function isDeviceRow(value: unknown): value is DeviceRow {
  return isRecord(value) && isText(value['deviceId']) && isNumber(value['lastSequence']) && isNumber(value['epoch']);
}
function isAccountRow(value: unknown): value is AccountRow {
  return isRecord(value) && isText(value['accountId']) && isText(value['name']);
}
function isLeaseRow(value: unknown): value is LeaseRow {
  return isRecord(value) && isNumber(value['fence']) && isNumber(value['beatAtMs']);
}
function isLossRow(value: unknown): value is LossRow {
  return isRecord(value) && isNumber(value['lastSequence']) && isNumber(value['waitingCount']);
}
function isDaysRow(value: unknown): value is DaysRow {
  return isRecord(value) && isNumber(value['day']) && isNumber(value['sinceMs']);
}

async function read<T>(db: AjukanDatabase, key: string, fits: (value: unknown) => value is T): Promise<T | undefined> {
  const value = (await db.meta.get(key))?.value;
  return fits(value) ? value : undefined;
}

/** The small facts that exist once. Each is read and written inside the caller's transaction. */
export const meta = {
  device: (db: AjukanDatabase) => read(db, 'device', isDeviceRow),
  account: (db: AjukanDatabase) => read(db, 'account', isAccountRow),
  lease: (db: AjukanDatabase) => read(db, 'lease', isLeaseRow),
  loss: (db: AjukanDatabase) => read(db, 'loss', isLossRow),
  days: (db: AjukanDatabase) => read(db, 'days', isDaysRow),
  wifiOnly: (db: AjukanDatabase) => read(db, 'wifi-only', isBoolean),
  log: (db: AjukanDatabase) => read(db, 'log', isList),
  cursor: (db: AjukanDatabase, accountId: string) => read(db, `cursor/${accountId}`, isText),

  putDevice: (db: AjukanDatabase, device: DeviceRow) => db.meta.put({ key: 'device', value: device }),
  putAccount: (db: AjukanDatabase, account: AccountRow) => db.meta.put({ key: 'account', value: account }),
  removeAccount: (db: AjukanDatabase) => db.meta.delete('account'),
  putLease: (db: AjukanDatabase, lease: LeaseRow) => db.meta.put({ key: 'lease', value: lease }),
  /** What is lost is never taken for what was given away before numbers were recorded. */
  putLoss: (db: AjukanDatabase, loss: LossRow) =>
    db.meta.bulkPut([
      { key: 'loss', value: loss },
      { key: 'counted', value: true },
    ]),
  removeLoss: (db: AjukanDatabase) => db.meta.delete('loss'),
  putDays: (db: AjukanDatabase, days: DaysRow) => db.meta.put({ key: 'days', value: days }),
  putWifiOnly: (db: AjukanDatabase, value: boolean) => db.meta.put({ key: 'wifi-only', value }),
  putLog: (db: AjukanDatabase, value: readonly unknown[]) => db.meta.put({ key: 'log', value }),
  putCursor: (db: AjukanDatabase, accountId: string, cursor: string | null) =>
    cursor === null
      ? db.meta.delete(`cursor/${accountId}`)
      : db.meta.put({ key: `cursor/${accountId}`, value: cursor }),

  /** The tripwire's mark is rewritten after the transaction that calls this. */
  async raiseEpoch(db: AjukanDatabase): Promise<void> {
    const device = await meta.device(db);
    if (device !== undefined) await meta.putDevice(db, { ...device, epoch: device.epoch + 1 });
  },
  /** Whoever holds the outbox has lost it: nothing that was read under an older fence can be written any more. */
  async raiseFence(db: AjukanDatabase): Promise<void> {
    const lease = await meta.lease(db);
    await meta.putLease(db, { fence: (lease?.fence ?? 0) + 1, holder: null, beatAtMs: lease?.beatAtMs ?? 0 });
  },
  async accountId(db: AjukanDatabase): Promise<string | null> {
    return (await meta.account(db))?.accountId ?? null;
  },
  async fence(db: AjukanDatabase): Promise<number> {
    return (await meta.lease(db))?.fence ?? 0;
  },
};
