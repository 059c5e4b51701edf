/**
 * Tells eviction, corruption and cleared data from a first start (F8, F9, F10, F21): a tiny mark is kept in other
 * places than the store. A start that finds the mark but not the store says so on screen, and goes on counting
 * where the lost store had stopped, so that the office sees the gap too.
 */
import type { Logger } from '#sync/ports.ts';
import type { Connection } from './connection.ts';
import type { AjukanDatabase } from './database.ts';
import { readMark, type Mark, type MarkKeeper } from './marks.ts';
import { ofState } from './outbox-rows.ts';
import { meta, type DeviceRow, type LossRow } from './meta.ts';

export interface Tripwire {
  /** After a strict commit: writes the marks anew, in the background and one after the other. */
  note(): void;
  /** Resolves when every mark asked for so far is written or has failed. */
  settled(): Promise<void>;
  /**
   * At the start, when the store is open: the loss that was found now or earlier and not acknowledged yet, also when
   * the disk is too full to remember it. Rejects when the store gives no answer.
   */
  inspect(): Promise<LossRow | null>;
  acknowledgeLoss(): Promise<void>;
  /** Undefined when the store can't be written. A store that was made anew meanwhile is told by `onLoss`. */
  readDevice(): Promise<DeviceRow | undefined>;
}

interface Verdict {
  readonly device: DeviceRow;
  readonly loss: LossRow | null;
}

export function createTripwire(
  connection: Connection,
  keepers: readonly MarkKeeper[],
  newId: () => string,
  log: Logger,
  onLoss: (loss: LossRow) => void,
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

  /** What the marks and the store say together; in the store only if it can be written. */
  async function judge(): Promise<{ readonly verdict: Verdict; readonly written: boolean }> {
    const mark = await newestMark();
    const look = async (db: AjukanDatabase) => {
      const known = await meta.device(db);
      const { device, loss } = compare(known, mark, await waitingCount(db), newId);
      return { known, device, found: loss, loss: loss ?? (await meta.loss(db)) ?? null };
    };
    const seen = await connection.read(look);
    if (seen.device === seen.known && seen.found === null) {
      if (mark !== undefined) note();
      return { verdict: seen, written: true };
    }
    const written = await connection.write('strict', ['meta', 'outbox'], async (db) => {
      const now = await look(db);
      if (now.device !== now.known) await meta.putDevice(db, now.device);
      if (now.found !== null) await meta.putLoss(db, now.found);
      return now;
    });
    if (written.done && mark !== undefined) note();
    return { verdict: written.done ? written.value : seen, written: written.done };
  }

  return {
    note,
    settled: () => queue,
    inspect: async () => (await judge()).verdict.loss,

    async acknowledgeLoss() {
      // A loss that the disk had no room for is to be forgotten too.
      await judge().catch(() => undefined);
      await connection.write('strict', ['meta'], async (db) => {
        await meta.removeLoss(db);
        await meta.raiseEpoch(db);
      });
      note();
    },

    async readDevice() {
      const known = await connection.read(meta.device);
      if (known !== undefined) return known;
      const { verdict, written } = await judge();
      if (verdict.loss !== null) onLoss(verdict.loss);
      return written ? verdict.device : undefined;
    },
  };
}

/** Pure but for the new id of a first start. */
function compare(
  known: DeviceRow | undefined,
  mark: Mark | undefined,
  waitingNow: number,
  newId: () => string,
): Verdict {
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
  const counts = await Promise.all([ofState(db, 'waiting').count(), ofState(db, 'needs-person').count()]);
  return counts[0] + counts[1];
}
