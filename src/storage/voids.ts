import { type NumberRange, rangesOf } from '#domain/device/number-ranges.ts';
import { isRecord } from '#lib/is-record.ts';
import type { AjukanDatabase } from './database.ts';
import { isNumbered } from './entry-number.ts';
import { meta } from './meta.ts';
import { isOutboxRow } from './row-guards.ts';

export type VoidReason = 'withdrawn' | 'erased' | 'wiped' | 'not-recorded' | 'lost';

/** Numbers of this phone that no application will come under. */
export interface VoidNumbers extends NumberRange {
  readonly reason: VoidReason;
}

const row = 'voids';

/** Those that the office has not been told of yet. */
export async function readVoids(db: AjukanDatabase): Promise<readonly VoidNumbers[]> {
  const value: unknown = (await db.meta.get(row))?.value;
  return Array.isArray(value) ? value.filter(isVoid) : [];
}

/** In the transaction in which their entries go: `meta` has to be in its scope. */
export async function addVoids(db: AjukanDatabase, numbers: readonly number[], reason: VoidReason): Promise<void> {
  if (numbers.length === 0) return;
  const known = await readVoids(db);
  const same = known.filter((one) => one.reason === reason);
  const all = rangesOf([...same.flatMap(within), ...numbers]);
  const others = known.filter((one) => one.reason !== reason);
  await db.meta.put({ key: row, value: [...others, ...all.map((range) => ({ ...range, reason }))] });
}

/** The office has them now; what came meanwhile stays. */
export async function dropVoids(db: AjukanDatabase, told: readonly VoidNumbers[]): Promise<void> {
  const isTold = (number: number, reason: VoidReason) =>
    told.some((one) => one.reason === reason && one.from <= number && number <= one.to);
  const left = (await readVoids(db)).flatMap(({ reason, ...range }) =>
    rangesOf(within(range).filter((number) => !isTold(number, reason))).map((one) => ({ ...one, reason })),
  );
  await db.meta.put({ key: row, value: left });
}

/** Of these entries, the numbers that this phone gave: one that was taken in from another has that one's. */
export async function numbersOf(db: AjukanDatabase, applicationIds: readonly string[]): Promise<readonly number[]> {
  const deviceId = (await meta.device(db))?.deviceId;
  const rows: readonly unknown[] = await db.outbox.bulkGet([...applicationIds]);
  return rows
    .filter(isOutboxRow)
    .filter(({ entry }) => isNumbered(entry, deviceId))
    .map(({ entry }) => entry.sequence);
}

function within({ from, to }: NumberRange): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function isVoid(value: unknown): value is VoidNumbers {
  return (
    isRecord(value) &&
    typeof value['from'] === 'number' &&
    typeof value['to'] === 'number' &&
    typeof value['reason'] === 'string'
  );
}
