/**
 * Tells eviction, corruption and cleared data from a first start (F8, F9, F10, F21): a tiny mark is kept in other
 * places than the store. A start that finds the mark but not the store says so on screen, and goes on counting
 * where the lost store had stopped, so that the office sees the gap too.
 */
import type { Logger } from '#sync/ports.ts';
import type { Connection } from './connection.ts';
import type { AjukanDatabase } from './database.ts';
import { readMark, type Mark, type MarkKeeper } from './marks.ts';
import { meta, type DeviceRow, type LossRow } from './meta.ts';

export interface Tripwire {
  /** After a strict commit: writes the marks anew, in the background and one after the other. */
  note(): void;
  /** Resolves when every mark asked for so far is written or has failed. */
  settled(): Promise<void>;
  /** At the start, when the store is open: the loss that was found now or earlier and not acknowledged yet. */
  inspect(): Promise<LossRow | null>;
  acknowledgeLoss(): Promise<void>;
  readDevice(): Promise<DeviceRow | undefined>;
}

export function createTripwire(
  connection: Connection,
  keepers: readonly MarkKeeper[],
  newId: () => string,
  log: Logger,
): Tripwire {
  let queue: Promise<void> = Promise.resolve();

  async function writeMarks(): Promise<void> {
    const mark = await connection.read(currentMark);
    if (mark === undefined) return;
    await Promise.all(
      keepers.map(async (keeper) => {
        try {
          await keeper.write(JSON.stringify(mark));
        } catch {
          log.warn('tripwire.mark-failed', { keeper: keeper.name });
        }
      }),
    );
  }

  function note(): void {
    queue = queue.then(writeMarks).catch(() => {
      log.warn('tripwire.note-failed');
    });
  }

  async function newestMark(): Promise<Mark | undefined> {
    const found = await Promise.all(keepers.map(readMark));
    return found.filter((mark) => mark !== undefined).sort((a, b) => b.epoch - a.epoch)[0];
  }

  return {
    note,
    settled: () => queue,

    async inspect() {
      const mark = await newestMark();
      const written = await connection.write('strict', ['meta', 'outbox'], async (db) => {
        const known = await meta.device(db);
        const verdict = compare(known, mark, await waitingCount(db), newId);
        if (verdict.device !== known) await meta.putDevice(db, verdict.device);
        if (verdict.loss !== null) await meta.putLoss(db, verdict.loss);
        return (await meta.loss(db)) ?? null;
      });
      if (!written.done) return null;
      if (mark !== undefined) note();
      return written.value;
    },

    async acknowledgeLoss() {
      await connection.write('strict', ['meta'], async (db) => {
        await meta.removeLoss(db);
        await meta.raiseEpoch(db);
      });
      note();
    },

    async readDevice() {
      const known = await connection.read(meta.device);
      if (known !== undefined) return known;
      const written = await connection.write('strict', ['meta'], async (db) => {
        const device = (await meta.device(db)) ?? { deviceId: newId(), lastSequence: 0, epoch: 0 };
        await meta.putDevice(db, device);
        return device;
      });
      return written.done ? written.value : undefined;
    },
  };
}

/** Pure but for the new id of a first start. */
function compare(
  known: DeviceRow | undefined,
  mark: Mark | undefined,
  waitingNow: number,
  newId: () => string,
): { readonly device: DeviceRow; readonly loss: LossRow | null } {
  if (mark === undefined) return { device: known ?? { deviceId: newId(), lastSequence: 0, epoch: 0 }, loss: null };
  const adopted: DeviceRow = { deviceId: mark.deviceId, lastSequence: mark.lastSequence, epoch: mark.epoch };
  const whole: LossRow = { lastSequence: mark.lastSequence, waitingCount: mark.waitingCount };
  if (known === undefined) return { device: adopted, loss: whole };
  if (known.deviceId !== mark.deviceId) {
    // A store that the worker made before the page could look has nothing in it yet; any other has its own history.
    return known.epoch === 0 ? { device: adopted, loss: whole } : { device: known, loss: null };
  }
  if (mark.lastSequence <= known.lastSequence) return { device: known, loss: null };
  // The store came back from an older moment.
  const lost = Math.max(0, mark.waitingCount - waitingNow);
  return { device: adopted, loss: { lastSequence: mark.lastSequence, waitingCount: lost } };
}

async function currentMark(db: AjukanDatabase): Promise<Mark | undefined> {
  const device = await meta.device(db);
  return device === undefined ? undefined : { ...device, waitingCount: await waitingCount(db) };
}

async function waitingCount(db: AjukanDatabase): Promise<number> {
  return db.outbox.where('state').anyOf('waiting', 'needs-person').count();
}
