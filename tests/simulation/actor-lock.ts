import type { RunLock } from '#sync/ports.ts';
import type { Actor } from './actor.ts';
import { never } from './never.ts';
import type { World } from './world.ts';

const beatEveryMs = 5_000;
const staleAfterMs = 15_000;

export interface LockHolder {
  readonly actor: Actor;
  readonly lose: () => void;
}

/**
 * A Web Lock with a lease beside it, as storage/run-lock.ts makes one: given back by the browser when its holder dies,
 * taken over from a holder whose heart has stopped.
 */
export function createActorLock(world: World, actor: Actor): RunLock {
  const { disk } = world;
  let holds = 0;
  let withoutLease: { readonly fence: number; readonly sinceMs: number } | null = null;

  actor.onDeath(() => {
    if (world.lockHolder?.actor === actor) world.lockHolder = null;
  });

  /** Of a lock without a lease: the moment at which it was first seen so. */
  function beatAtMs(): number {
    const { lease, fence } = disk.read();
    if (lease.holder !== null) {
      withoutLease = null;
      return lease.beatAtMs;
    }
    if (withoutLease?.fence !== fence) withoutLease = { fence, sinceMs: world.deviceNowMs() };
    return withoutLease.sinceMs;
  }

  const isFresh = (atMs: number): boolean => Math.abs(world.deviceNowMs() - atMs) < staleAfterMs;

  return {
    async withLock(work) {
      if (actor.condition() === 'dead') return never();
      const held = world.lockHolder;
      if (held !== null) {
        if (isFresh(beatAtMs())) return actor.pass('held-elsewhere' as const);
        withoutLease = null;
        world.tell(`${actor.name} takes the outbox over from ${held.actor.name}`);
        held.lose();
      }
      holds += 1;
      const holder = `${actor.name}/${String(holds)}`;
      const lost = new AbortController();
      const mine: LockHolder = {
        actor,
        // A frozen page hears of it when it goes on, after whatever else has come for it in the meantime.
        lose: () => {
          void actor.pass(undefined).then(() => {
            lost.abort(new Error('lost'));
            if (world.lockHolder?.actor !== actor) Object.assign(actor, { hasLostLock: true });
          });
        },
      };
      world.lockHolder = mine;
      Object.assign(actor, { hasLostLock: false });
      const fence = disk.read().fence + 1;
      disk.write('strict', { fence, lease: { holder, beatAtMs: world.deviceNowMs() } });
      if (actor.diesAt('lock.taken')) return never();
      let isOver = false;
      const beat = (): void => {
        if (isOver || actor.condition() === 'dead') return;
        if (actor.condition() === 'alive' && disk.read().fence === fence) {
          disk.write('relaxed', { lease: { holder, beatAtMs: world.deviceNowMs() } });
        }
        world.timeline.quietly(beatEveryMs, 4, beat);
      };
      world.timeline.quietly(beatEveryMs, 4, beat);
      try {
        return await work({ fence, lost: lost.signal });
      } finally {
        isOver = true;
        // The store takes its time to note it, and who is called meanwhile must not be forgotten.
        await actor.pass(undefined);
        if (world.lockHolder === mine) {
          world.lockHolder = null;
          disk.write('relaxed', { lease: { holder: null, beatAtMs: world.deviceNowMs() } });
        }
      }
    },
  };
}
