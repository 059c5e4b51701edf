import type { LockRow, Wrap } from '#domain/lock/lock-row.ts';
import { rowKey, type RowKey } from '#domain/lock/row-key.ts';
import { observableValue } from '#lib/observable-value.ts';
import type { LockPorts, RowsLeft } from './lock-ports.ts';
import { lockedStores } from './locked-stores.ts';
import { answersTurner, type AnswersTurner } from './open-inbox.ts';
import { refusingStores } from './refusing-stores.ts';
import { openingTurner, sealingTurner } from './row-turners.ts';

type Bytes = Wrap['salt'];

/** A save that was under way when the screen was covered has this long to be done. */
const graceMs = 1_000;
const nothingDone: RowsLeft = { left: 1, damaged: 0 };

/** The key while the lock is open, and the stores of the app behind it. */
export function createOpenLock(ports: LockPorts, current: () => Promise<LockRow | null>) {
  const { lock, primitives, digest, plainDrafts } = ports;
  /** Whose lock is open here. */
  let open: { readonly row: LockRow; readonly key: RowKey; readonly answers: AnswersTurner } | null = null;
  let round = 0;
  const rest = observableValue<'done' | 'working' | 'failed'>('done');

  async function hold(row: LockRow, vaultKey: Bytes): Promise<void> {
    const key = rowKey(primitives, await primitives.hold(vaultKey), row);
    vaultKey.fill(0);
    const answers = await answersTurner(primitives, row, key);
    round += 1;
    open = { row, key, answers };
    const seals = row.state === 'on';
    const isStillOn = async (): Promise<boolean> => {
      const there = await current().catch(() => null);
      return there?.lockId === row.lockId && there.state === 'on';
    };
    lock.wasRefused.set(false);
    lock.stores = lockedStores({ key, answers, digest, plainDrafts, seals, isStillOn, sealRest });
    // A lock just set up: the next start covers before it has looked.
    lock.remember(true);
    if (seals) sealRest();
  }

  function sealRest(): void {
    if (open?.row.state !== 'on') return;
    const { row, key, answers } = open;
    rest.set('working');
    void ports.turnRows(row, sealingTurner(key, answers, digest)).then(
      // What is damaged can be read by nobody.
      ({ left, damaged }) => rest.set(left > damaged ? 'failed' : 'done'),
      () => rest.set('failed'),
    );
  }

  async function finishRemoving(row: LockRow, dropsDamaged = false): Promise<RowsLeft> {
    if (open === null) return nothingDone;
    const done = await ports
      .turnRows(row, openingTurner(open.key, open.answers, digest, dropsDamaged))
      .catch(() => nothingDone);
    if (done.left > 0) return done;
    if (!(await ports.store.remove(row))) return nothingDone;
    forget();
    ports.tellTabs('changed');
    return done;
  }

  function forget(): void {
    open = null;
    lock.stores = null;
    lock.remember(false);
  }

  return {
    rest,
    hold,
    sealRest,
    finishRemoving,
    isOpen: () => open !== null,
    shut(): void {
      lock.isShut.set(true);
      const then = (round += 1);
      ports.later(() => {
        // Unlocked again meanwhile: that key is in use.
        if (round !== then) return;
        open = null;
        lock.stores = refusingStores(lock.wasRefused);
      }, graceMs);
    },
    /** Follows what lies there: another tab, or another person, may have been at work. */
    look(accountId: string | null, row: LockRow | null): void {
      if (row === null) {
        // Nobody's lock, or signed out: what is sealed of others stays unread all the same.
        forget();
        lock.isShut.set(false);
        return;
      }
      // A lock that this browser had forgotten, or that another tab has set up.
      lock.remember(true);
      if (open?.row.owner !== accountId || open.row.lockId !== row.lockId || open.row.state !== row.state) {
        open = null;
        lock.stores = refusingStores(lock.wasRefused);
        lock.isShut.set(true);
      }
    },
  };
}
