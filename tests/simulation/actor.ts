/** One tab or the service worker: the real runner and driver, on ports that die and freeze with it. */
import { createOfficeClient } from '#api/office-client.ts';
import { createTicketOffice } from '#api/ticket-office.ts';
import type { HttpClient } from '#api/http-client.ts';
import { createDriver, type Driver, type Signals } from '#sync/driver.ts';
import type { Clock, RunLock } from '#sync/ports.ts';
import { createRunner, type Runner } from '#sync/runner.ts';
import { createExclusively, type Exclusively } from '../../src/main/exclusively.ts';
import type { CrashPoint } from './crash-points.ts';
import { deviceId } from './person.ts';
import { createActorStore } from './actor-store.ts';
import { createActorLock } from './actor-lock.ts';
import { createActorNetwork } from './actor-network.ts';
import type { World } from './world.ts';

export type Condition = 'alive' | 'frozen' | 'dead';

export interface Actor {
  readonly name: string;
  readonly kind: 'tab' | 'worker';
  condition(): Condition;
  /** It was told that somebody else has taken the outbox over, and has not taken it again since. */
  readonly hasLostLock: boolean;
  readonly runner: Runner;
  readonly driver: Driver;
  /** Runs `work` with no run of the outbox going on, as the app does for signing in and out. */
  readonly exclusively: Exclusively;
  /** Another tab asks it to let go of the outbox. */
  askToYield(): void;
  /** Something that the browser tells a living page: connection back, focus, another tab's call. */
  wake(): void;
  kill(): void;
  freeze(): void;
  thaw(): void;
  /** Goes on when the actor is alive, waits while it is frozen, never comes back when it is dead. */
  pass<T>(value: T): Promise<T>;
  /** The same for somebody who waits. */
  hand<T>(value: T, take: (value: T) => void): void;
  /** May kill the actor here; `true` when it did. */
  diesAt(point: CrashPoint): boolean;
  onDeath(act: () => void): void;
}

export function createActor(world: World, name: string, kind: Actor['kind']): Actor {
  let condition: Condition = 'alive';
  let parked: (() => void)[] = [];
  const wakes = new Set<() => void>();
  const yields: (() => void)[] = [];
  const deaths: (() => void)[] = [];

  const actor: Actor = {
    name,
    kind,
    condition: () => condition,
    hasLostLock: false,
    runner: undefined as never,
    driver: undefined as never,
    exclusively: undefined as never,
    askToYield() {
      if (condition === 'alive') for (const yieldNow of yields) yieldNow();
    },
    wake() {
      if (condition === 'alive') for (const wake of wakes) wake();
    },
    kill() {
      if (condition === 'dead') return;
      condition = 'dead';
      parked = [];
      wakes.clear();
      world.tell(`${name} dies`);
      for (const act of deaths) act();
    },
    freeze() {
      if (condition !== 'alive') return;
      condition = 'frozen';
      world.tell(`${name} is frozen`);
    },
    thaw() {
      if (condition !== 'frozen') return;
      condition = 'alive';
      world.tell(`${name} goes on`);
      const waiting = parked;
      parked = [];
      for (const go of waiting) go();
    },
    pass(value) {
      if (condition === 'alive') return Promise.resolve(value);
      return new Promise((resolve) => {
        actor.hand(value, resolve);
      });
    },
    hand(value, take) {
      if (condition === 'alive') take(value);
      else if (condition === 'frozen') parked.push(() => actor.hand(value, take));
    },
    diesAt(point) {
      if (condition === 'dead') return true;
      world.reached(point);
      const fault = kind === 'tab' ? 'tab-killed' : 'worker-stopped';
      if (!world.swarm.strikes(fault)) return false;
      world.diedAt(point);
      actor.kill();
      return true;
    },
    onDeath(act) {
      deaths.push(act);
    },
  };
  return Object.assign(actor, engineOf(world, actor, wakes, yields));
}

function engineOf(
  world: World,
  actor: Actor,
  wakes: Set<() => void>,
  yields: (() => void)[],
): Pick<Actor, 'runner' | 'driver' | 'exclusively'> {
  const http: HttpClient = createActorNetwork(world, actor);
  const clock: Clock = {
    nowMs: () => world.deviceNowMs(),
    sleep: (delayMs, signal) =>
      new Promise((resolve, reject) => {
        const plan = world.timeline.after(delayMs, 1, () => actor.hand(undefined, resolve));
        signal.addEventListener('abort', () => {
          plan.isOff = true;
          reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
        });
      }),
  };
  const lock: RunLock = createActorLock(world, actor);
  const runner = createRunner({
    store: createActorStore(world, actor),
    office: createOfficeClient(http, clock.nowMs),
    byTicket: {
      read: () => Promise.resolve(world.disk.read().tickets.map((ownerId) => ({ ownerId, deviceId, ticket: ownerId }))),
      office: (ticket) => createTicketOffice(http, clock.nowMs, ticket),
    },
    lock,
    clock,
    chance: () => world.dice.roll(3),
    log: { debug: () => undefined, warn: (event, facts) => world.warned(event, facts) },
  });
  const signals: Signals = {
    onWake(wake) {
      wakes.add(wake);
      return () => wakes.delete(wake);
    },
    isProbablyOnline: () => world.seemsOnline(),
    isVisible: () => world.isLookedAt(actor),
    tellOthers: () => world.tellOthers(actor),
    requestBackgroundSync: () => {
      world.requestSync();
      return Promise.resolve();
    },
  };
  const driver = createDriver({ runner, clock, signals });
  const others = { ask: () => world.askOthersToYield(actor), onAsked: (asked: () => void) => void yields.push(asked) };
  const exclusively = createExclusively({ lock, driver, clock, others });

  return { runner, driver, exclusively };
}
