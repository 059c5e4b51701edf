import type { NumberRange } from '#domain/device/number-ranges.ts';
import type { Connection } from './connection.ts';
import type { AjukanDatabase } from './database.ts';
import { beginToCount, heldNumbers } from './device-care.ts';
import { meta, type DeviceRow } from './meta.ts';
import { isDraftRow } from './draft-row-guard.ts';
import { isOutboxRow } from './row-guards.ts';
import { isVisibleTo } from './rows.ts';
import { readVoids, type VoidNumbers } from './voids.ts';

interface Readable {
  readonly id: string;
  readonly serviceId: string;
  readonly state: 'draft' | 'waiting' | 'delivered';
}

/** What a phone tells of itself: numbers, counts and ids of its own, and nothing that anybody typed. */
export interface DeviceReport {
  readonly device: DeviceRow;
  readonly accountId: string;
  readonly held: readonly NumberRange[];
  readonly voids: readonly VoidNumbers[];
  readonly counts: {
    readonly drafts: number;
    readonly sealed: number;
    readonly unsealed: number;
    readonly delivered: number;
    readonly keptPapers: number;
    readonly folders: number;
    readonly sharedFiles: number;
  };
  /** Of the account, the newest first. */
  readonly readable: readonly Readable[];
}

const mostReadable = 500;

/** Null while nobody is signed in, and where the store can't be read or written. */
export async function readDeviceReport(connection: Connection): Promise<DeviceReport | null> {
  const counted = await connection.write('strict', ['meta', 'outbox'], beginToCount);
  if (!counted.done) return null;
  return connection.read(report).catch(() => null);
}

async function report(db: AjukanDatabase): Promise<DeviceReport | null> {
  const [device, accountId] = [await meta.device(db), await meta.accountId(db)];
  if (device === undefined || accountId === null) return null;
  const counts = { sealed: 0, unsealed: 0, delivered: 0 };
  const readable: (Readable & { readonly atMs: number })[] = [];
  await db.outbox.each((row: unknown) => {
    if (!isOutboxRow(row)) return;
    const { applicationId, sealed, delivery, serviceId, createdAtMs } = row.entry;
    const isDelivered = delivery.state === 'delivered';
    // Delivered and sealed, or its bytes are gone: nothing of it can be read here.
    if (isDelivered && (sealed !== undefined || row.graceFromMs === undefined)) return;
    counts[isDelivered ? 'delivered' : sealed === undefined ? 'unsealed' : 'sealed'] += 1;
    if (sealed === undefined && isVisibleTo(row.ownerKey, accountId))
      readable.push({ id: applicationId, serviceId, state: isDelivered ? 'delivered' : 'waiting', atMs: createdAtMs });
  });
  await db.drafts.each((row: unknown) => {
    if (!isDraftRow(row) || !isVisibleTo(row.ownerKey, accountId)) return;
    readable.push({ id: row.id, serviceId: row.draft.definition.id, state: 'draft', atMs: row.updatedAtMs });
  });
  return {
    device,
    accountId,
    held: await heldNumbers(db),
    voids: await readVoids(db),
    counts: {
      ...counts,
      drafts: await db.drafts.count(),
      keptPapers: await db.wallet.count(),
      folders: await db.residents.count(),
      sharedFiles: await db.sharedFiles.count(),
    },
    readable: readable
      .sort((a, b) => b.atMs - a.atMs)
      .slice(0, mostReadable)
      .map(({ atMs: _at, ...item }) => item),
  };
}
