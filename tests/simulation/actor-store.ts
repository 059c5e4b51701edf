import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { isForgotten } from '#domain/application/is-forgotten.ts';
import type { CommitResult, OutboxStore } from '#sync/ports.ts';
import { entryPage } from '#tests/fakes/entry-page.ts';
import type { Actor } from './actor.ts';
import type { CrashPoint } from './crash-points.ts';
import type { World } from './world.ts';

const diskMs = 2;
/** So short that most runs read several, between which anything may happen. */
const shortPage = 2;

/** The outbox store as one actor sees it: slow, sometimes full, sometimes failing after it has done its work. */
export function createActorStore(world: World, actor: Actor): OutboxStore {
  const { disk, swarm } = world;

  /** The answer comes a moment later, if the actor lives to hear it. */
  function soon<T>(make: () => T): Promise<T> {
    return new Promise((resolve) => {
      world.timeline.after(diskMs, 2, () => {
        if (actor.condition() !== 'dead') actor.hand(make(), resolve);
      });
    });
  }

  function commit(
    durability: 'strict' | 'relaxed',
    before: CrashPoint,
    after: CrashPoint,
    fence: number,
    work: () => CommitResult,
  ): Promise<CommitResult> {
    // Who dies in the middle hears nothing, whatever is said.
    return soon((): CommitResult => {
      if (actor.diesAt(before)) return { kind: 'gone' };
      if (swarm.strikes('disk-full')) return { kind: 'failed', reason: 'quota' };
      if (swarm.strikes('disk-failed')) return { kind: 'failed', reason: 'unknown' };
      if (disk.read().fence > fence) return { kind: 'fenced' };
      world.invariants.wrote(fence);
      const result = work();
      if (durability === 'strict') disk.write('strict', {});
      if (actor.diesAt(after)) return { kind: 'gone' };
      return swarm.strikes('disk-failed-after-commit') ? { kind: 'failed', reason: 'unknown' } : result;
    });
  }

  return {
    readAccountId: () => soon(() => disk.read().accountId),
    readWaiting: (accountId, afterSequence, limit) =>
      soon(() => {
        if (actor.diesAt('store.read')) return { entries: [], nextAfter: null };
        const all = [...disk.read().entries.values()];
        const waiting = all.filter((entry) => entry.ownerId === accountId && entry.delivery.state === 'waiting');
        return entryPage(waiting, afterSequence, Math.min(limit, shortPage));
      }),
    readEntry: (applicationId) => soon(() => disk.read().entries.get(applicationId)),
    readHeld: (accountId, afterSequence, limit) =>
      soon(() => {
        const all = [...disk.read().entries.values()];
        const held = all.filter((entry) => entry.ownerId === accountId && entry.delivery.state === 'delivered');
        return entryPage(held, afterSequence, Math.min(limit, shortPage));
      }),
    readForgotten: (accountId) =>
      soon(() =>
        [...disk.read().entries.values()].filter((entry) => entry.ownerId === accountId && isForgotten(entry)),
      ),
    readPayload: (id, expected) =>
      soon(() => {
        if (swarm.strikes('payload-damaged')) world.damage(id);
        const bytes = disk.readPayload(id);
        return bytes?.byteLength === expected.sizeBytes ? { kind: 'ok', bytes } : { kind: 'damaged' };
      }),

    commit(applicationId, change, fence, durability) {
      const isReceipt = durability === 'strict';
      return commit(
        durability,
        isReceipt ? 'receipt.tx.before' : 'offset.tx.before',
        isReceipt ? 'receipt.tx.after' : 'offset.tx.after',
        fence,
        () => {
          const entry = disk.read().entries.get(applicationId);
          if (entry === undefined) return { kind: 'gone' };
          const next: OutboxEntry = { ...entry, documents: change.documents, delivery: change.delivery };
          world.invariants.stored(entry, next);
          disk.write('relaxed', { entries: new Map(disk.read().entries).set(applicationId, next) });
          return { kind: 'stored' };
        },
      );
    },

    noteTried: (applicationId, fence) =>
      commit('strict', 'tried.tx.before', 'tried.tx.after', fence, () => {
        const found = disk.read().entries.get(applicationId);
        if (found === undefined) return { kind: 'gone' };
        const { untried: _untried, ...entry } = found;
        disk.write('relaxed', { entries: new Map(disk.read().entries).set(applicationId, entry) });
        return { kind: 'stored' };
      }),

    readCursor: (accountId) => soon(() => disk.read().cursors.get(accountId) ?? null),

    commitChanges: (accountId, changes, cursor, fence, truth) =>
      commit('strict', 'changes.tx.before', 'changes.tx.after', fence, () => {
        const tracked = new Map(disk.read().tracked);
        for (const item of changes) {
          const known = tracked.get(item.applicationId)?.version ?? 0;
          if (truth === 'as-told' || known <= item.version) tracked.set(item.applicationId, item);
        }
        const cursors = new Map(disk.read().cursors);
        if (cursor === null) cursors.delete(accountId);
        else cursors.set(accountId, cursor);
        disk.write('relaxed', { tracked, cursors });
        return { kind: 'stored' };
      }),
  };
}
