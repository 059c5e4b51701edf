/** What a phone remembers of its reports and of the orders that it got. Numbers and ids only. */
import { gapsIn, type NumberRange, rangesOf, rangesText } from '#domain/device/number-ranges.ts';
import { isRecord } from '#lib/is-record.ts';
import type { Connection } from './connection.ts';
import type { AjukanDatabase } from './database.ts';
import { isNumbered } from './entry-number.ts';
import { meta, type DeviceRow } from './meta.ts';
import { quietly } from './quietly.ts';
import { isOutboxRow } from './row-guards.ts';
import { addVoids, dropVoids, readVoids, type VoidNumbers } from './voids.ts';

/** What a person has to be told, until they have said that they know. */
export type CareIncident =
  | {
      readonly kind: 'wiped' | 'signed-out';
      readonly by: 'person' | 'office';
      readonly orderedAtMs: number;
      readonly drafts: number;
      readonly applications: number;
      readonly neverSent: number;
      readonly keptSealed: number;
    }
  | { readonly kind: 'numbers-lost'; readonly numbers: string };

/** What the office still has to hear of an order. */
export interface OwedReceipt {
  readonly orderId: string;
  /** The body of the request, as JSON text. */
  readonly body: string;
}

interface CareRow {
  /** Null before the first report. */
  readonly reportedAtMs: number | null;
  /** Of the device row, when it was reported: another one, and there is something new to tell. */
  readonly reportedEpoch: number;
  /** Whose report it was. */
  readonly reportedFor: string | null;
  readonly done: readonly string[];
  readonly owed: readonly OwedReceipt[];
  readonly incidents: readonly CareIncident[];
  /** Shared with the office alone: others may know the phone's id. Missing before it was first needed. */
  readonly secret?: string;
}

const key = 'device-care';
const nothingYet: CareRow = {
  reportedAtMs: null,
  reportedEpoch: -1,
  reportedFor: null,
  done: [],
  owed: [],
  incidents: [],
};

export async function readCare(db: AjukanDatabase): Promise<CareRow> {
  const value: unknown = (await db.meta.get(key))?.value;
  return isCareRow(value) ? value : nothingYet;
}

export async function changeCare(db: AjukanDatabase, change: (row: CareRow) => Partial<CareRow>): Promise<void> {
  const row = await readCare(db);
  await db.meta.put({ key, value: { ...row, ...change(row) } });
}

export function createDeviceCareStore(connection: Connection) {
  const note = (change: (row: CareRow) => Partial<CareRow>) =>
    connection.write('strict', ['meta'], (db) => changeCare(db, change));

  return {
    /** Undefined where the store can't be read. */
    read: () =>
      quietly(connection, undefined, async (db) => {
        const device = await meta.device(db);
        if (device === undefined) return undefined;
        return { ...(await readCare(db)), device, accountId: await meta.accountId(db) };
      }),

    async secret(mint: () => string): Promise<string | null> {
      const written = await connection.write('strict', ['meta'], async (db) => {
        const { secret } = await readCare(db);
        if (secret !== undefined) return secret;
        const minted = mint();
        await changeCare(db, () => ({ secret: minted }));
        return minted;
      });
      return written.done ? written.value : null;
    },

    async acknowledge(): Promise<void> {
      await note(({ incidents }) => ({ incidents: incidents.slice(1) }));
    },
    async settle(orderId: string): Promise<void> {
      await note(({ owed }) => ({ owed: owed.filter((one) => one.orderId !== orderId) }));
    },

    /** The person who is signed in was signed out by order, and nothing is deleted. */
    async signOut(owed: OwedReceipt, incident: CareIncident, accountId: string | null): Promise<boolean> {
      const written = await connection.write('strict', ['meta'], async (db) => {
        if ((await readCare(db)).done.includes(owed.orderId)) return false;
        const isTheirs = accountId === null || accountId === (await meta.accountId(db));
        if (isTheirs) await meta.removeAccount(db);
        await changeCare(db, (row) => obeyed(row, owed, isTheirs ? incident : null));
        return true;
      });
      return written.done && written.value;
    },

    /** The office has heard it. @returns the numbers that it has not, that are not here either, and that it is not told of */
    async reported(
      told: readonly VoidNumbers[],
      missing: readonly NumberRange[],
      { device, accountId }: { readonly device: DeviceRow; readonly accountId: string },
      nowMs: number,
    ): Promise<readonly NumberRange[]> {
      const written = await connection.write('strict', ['meta', 'outbox'], async (db) => {
        await dropVoids(db, told);
        const lost = await unknownOf(db, missing);
        await addVoids(db, numbersIn(lost), 'lost');
        await changeCare(db, ({ incidents }) => ({
          reportedAtMs: nowMs,
          reportedEpoch: device.epoch,
          reportedFor: accountId,
          incidents:
            lost.length === 0 ? incidents : [...incidents, { kind: 'numbers-lost', numbers: rangesText(lost) }],
        }));
        return lost;
      });
      return written.done ? written.value : [];
    },
  };
}

export function obeyed(row: CareRow, owed: OwedReceipt, incident: CareIncident | null): Partial<CareRow> {
  return {
    done: [...row.done, owed.orderId].slice(-50),
    owed: [...row.owed, owed],
    incidents: incident === null ? row.incidents : [...row.incidents, incident],
  };
}

/** What was given away before numbers were recorded is no loss; from here on every number is accounted for. */
export async function beginToCount(db: AjukanDatabase): Promise<void> {
  if ((await db.meta.get('counted')) !== undefined) return;
  const device = await meta.device(db);
  if (device !== undefined) {
    const unknown = await unknownOf(
      db,
      [{ from: 1, to: device.lastSequence }].filter(({ to }) => to > 0),
    );
    await addVoids(db, numbersIn(unknown), 'not-recorded');
  }
  await db.meta.put({ key: 'counted', value: true });
}

/** Numbers of this phone that none of its rows has. */
export async function heldNumbers(db: AjukanDatabase): Promise<readonly NumberRange[]> {
  const deviceId = (await meta.device(db))?.deviceId;
  const numbers: number[] = [];
  await db.outbox.each((row: unknown) => {
    if (isOutboxRow(row) && isNumbered(row.entry, deviceId)) numbers.push(row.entry.sequence);
  });
  return rangesOf(numbers);
}

async function unknownOf(db: AjukanDatabase, missing: readonly NumberRange[]): Promise<readonly NumberRange[]> {
  const last = (await meta.device(db))?.lastSequence ?? 0;
  const known = [...(await heldNumbers(db)), ...(await readVoids(db))];
  const gaps = new Set(numbersIn(gapsIn(last, known)));
  return rangesOf(numbersIn(missing).filter((number) => gaps.has(number)));
}

function numbersIn(ranges: readonly NumberRange[]): readonly number[] {
  return ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
}

function isCareRow(value: unknown): value is CareRow {
  return (
    isRecord(value) &&
    Array.isArray(value['done']) &&
    Array.isArray(value['owed']) &&
    Array.isArray(value['incidents']) &&
    typeof value['reportedEpoch'] === 'number'
  );
}
