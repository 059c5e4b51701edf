/** Everything that one seed is about, put together; what happens in it is decided by scenario.ts. */
import type { HttpAnswer, HttpRequest, Silence } from '#api/http-client.ts';
import { createActor, type Actor } from './actor.ts';
import type { LockHolder } from './actor-lock.ts';
import type { CrashCounts, CrashPoint } from './crash-points.ts';
import { createDice, type Dice } from './dice.ts';
import { createSwarm, type FaultKind, type Swarm } from './faults.ts';
import { createInvariants, type Invariants, type Violation } from './invariants.ts';
import { createModelOffice, type ModelOffice } from './model-office.ts';
import { createOfficeDoor, type OfficeDoor } from './office-door.ts';
import { createPhoneDisk, type PhoneDisk } from './phone-disk.ts';
import { createTimeline, type Timeline } from './timeline.ts';

export interface World {
  readonly timeline: Timeline;
  readonly dice: Dice;
  readonly swarm: Swarm;
  readonly disk: PhoneDisk;
  readonly office: ModelOffice;
  readonly door: OfficeDoor;
  readonly invariants: Invariants;
  readonly actors: readonly Actor[];
  readonly crashes: CrashCounts;
  lockHolder: LockHolder | null;
  /** What the phone's clock says; it may be years off. */
  deviceNowMs(): number;
  setClock(offsetMs: number): void;
  isNetworkUp(): boolean;
  setNetwork(up: boolean): void;
  /** The browser's own word, which may be a lie. */
  seemsOnline(): boolean;
  setLie(lying: boolean): void;
  /** Nobody looks at the phone: what still goes out goes out by itself. */
  isPocketed(): boolean;
  setPocketed(pocketed: boolean): void;
  openActor(name: string, kind: Actor['kind']): Actor;
  tellOthers(from: Actor): void;
  askOthersToYield(from: Actor): void;
  /** A person looks at one tab at a time, the newest, and on a bad day only half of the time. */
  isLookedAt(actor: Actor): boolean;
  requestSync(): void;
  isSyncWanted(): boolean;
  syncDone(): void;
  damage(payloadId: string): void;
  readonly damaged: ReadonlySet<string>;
  reached(point: CrashPoint): void;
  diedAt(point: CrashPoint): void;
  warned(event: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void;
  tell(line: string): void;
  tellExchange(actor: Actor, request: HttpRequest, reply: HttpAnswer | Silence): void;
  failed(violation: Violation): void;
  readonly violation: Violation | null;
}

/** A Thursday; the phone's clock starts here. */
const epochMs = Date.UTC(2026, 10, 26, 1);

export interface WorldOptions {
  readonly seed: number;
  readonly without: ReadonlySet<string>;
  readonly likely?: readonly FaultKind[] | undefined;
  readonly onLine?: ((line: string) => void) | undefined;
}

export function createWorld({ seed, without, likely, onLine }: WorldOptions): World {
  const timeline = createTimeline();
  const dice = createDice(seed);
  let offsetMs = 0;
  let networkUp = true;
  let syncWanted = false;
  let lying = false;
  let pocketed = false;
  let violation: Violation | null = null;
  const actors: Actor[] = [];
  const damaged = new Set<string>();
  const crashes: CrashCounts = new Map();
  const tell =
    onLine === undefined
      ? (): void => undefined
      : (line: string): void => {
          onLine(`${(timeline.nowMs() / 1000).toFixed(3).padStart(10)} s  ${line}`);
        };
  const swarm = createSwarm(dice, {
    without,
    likely: likely ?? [],
    onStrike(name) {
      timeline.note(name.length);
      tell(`*** ${name}`);
    },
  });
  const disk = createPhoneDisk();
  const office = createModelOffice();

  /** As a BroadcastChannel does it: a frozen page hears of it when it goes on. */
  function toOthers(from: Actor, act: (actor: Actor) => void): void {
    for (const actor of actors) {
      if (actor !== from && actor.kind === 'tab' && actor.condition() !== 'dead')
        timeline.after(1, 9, () => actor.hand(actor, act));
    }
  }

  const world: World = {
    timeline,
    dice,
    swarm,
    disk,
    office,
    door: createOfficeDoor(() => world),
    invariants: undefined as never,
    actors,
    crashes,
    lockHolder: null,
    deviceNowMs: () => epochMs + timeline.nowMs() + offsetMs,
    setClock(next) {
      offsetMs = next;
    },
    isNetworkUp: () => networkUp,
    setNetwork(up) {
      networkUp = up;
    },
    seemsOnline: () => networkUp !== lying,
    setLie(next) {
      lying = next;
    },
    isPocketed: () => pocketed,
    setPocketed(next) {
      pocketed = next;
    },
    openActor(name, kind) {
      const actor = createActor(world, name, kind);
      actors.push(actor);
      return actor;
    },
    tellOthers: (from) => toOthers(from, (actor) => actor.wake()),
    askOthersToYield: (from) => toOthers(from, (actor) => actor.askToYield()),
    isLookedAt(actor) {
      const newest = actors.findLast(({ kind, condition }) => kind === 'tab' && condition() === 'alive');
      return actor === newest && !pocketed && (swarm.isHealed() || dice.roll(2) < 0.5);
    },
    requestSync() {
      syncWanted = true;
    },
    isSyncWanted: () => syncWanted,
    syncDone() {
      syncWanted = false;
    },
    damage(payloadId) {
      damaged.add(payloadId);
      disk.damagePayload(payloadId);
    },
    damaged,
    reached: () => undefined,
    diedAt(point) {
      crashes.set(point, (crashes.get(point) ?? 0) + 1);
      tell(`dies at ${point}`);
    },
    warned(event, facts) {
      if (onLine !== undefined) tell(`log: ${event} ${JSON.stringify(facts ?? {})}`);
    },
    tell,
    tellExchange(actor, request, reply) {
      if (onLine === undefined) return;
      const offset = request.headers?.['Upload-Offset'];
      const said = reply.kind === 'silence' ? 'silence' : `${String(reply.status)} ${reply.mediaType}`;
      tell(`${actor.name}: ${request.method} ${request.target}${offset === undefined ? '' : ` @${offset}`} → ${said}`);
    },
    failed(found) {
      violation ??= found;
      tell(`!!! ${found.message}`);
    },
    get violation() {
      return violation;
    },
  };
  return Object.assign(world, { invariants: createInvariants(world) });
}
