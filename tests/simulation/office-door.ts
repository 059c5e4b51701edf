/** The office's process: up or down, with a session for whoever is signed in, and with bad days. */
import type { HttpAnswer, HttpRequest } from '#api/http-client.ts';
import type { Actor } from './actor.ts';
import type { CrashPoint } from './crash-points.ts';
import type { FaultKind } from './faults.ts';
import type { Dies } from './model-office.ts';
import { isAnnouncement, problem } from './office-answers.ts';
import type { OfficeDisk } from './office-records.ts';
import type { World } from './world.ts';

export interface Session {
  readonly accountId: string;
  hasEnded: boolean;
}

/** One application that is always answered so. */
export interface Poison {
  readonly applicationId: string;
  readonly status: number;
}

export interface OfficeDoor {
  /** @param cookie the session that the request was sent with */
  serve(request: HttpRequest, cookie: Session | null, actor: Actor): HttpAnswer | null;
  /** The phone's cookie, which all its pages share; null when it has ended. */
  session(): Session | null;
  signIn(accountId: string | null): void;
  /** From now on, and also when all else is well, this application is always answered so. */
  poison(applicationId: string): void;
  poisoned(): Poison | null;
  /** From now on, and also when all else is well, papers are refused as long as their application is not here. */
  wantApplicationsFirst(): void;
  /** Papers that were last refused for no other reason than that. */
  readonly refusedAsTooEarly: ReadonlySet<string>;
  backUp(): void;
  /** Yesterday's backup takes the place of today, or later what that had replaced. False when there is none. */
  restore(): boolean;
  start(): void;
}

type Place = 'creating' | 'uploading' | 'elsewhere';
type Refusal = readonly [kind: FaultKind, answer: () => HttpAnswer, where: Place | 'anywhere'];

const refusals: readonly Refusal[] = [
  ['office-500', () => problem(500), 'anywhere'],
  ['office-429', () => problem(429, { 'retry-after': '20' }), 'anywhere'],
  ['office-403', () => problem(403), 'creating'],
  ['office-404', () => problem(404), 'creating'],
  ['office-409', () => problem(409), 'creating'],
  ['office-410', () => problem(410), 'uploading'],
  ['office-413', () => problem(413), 'creating'],
  ['office-422', () => problem(422), 'creating'],
  ['office-423', () => problem(423), 'uploading'],
  ['office-426', () => problem(426), 'anywhere'],
];

/** What an office may say of one application for ever, although it takes all others. */
const poisons = [401, 409, 422, 426, 429, 500, 503];

/** Against the contract, but what an office may say of a paper whose application it does not know. */
const tooEarlies = [403, 404, 409, 410, 422, 423, 500];

/** Seconds, dates and nonsense, as servers have been seen to say them. */
const absurdWaits = ['1000000000', '-5', '0', 'soon', 'Thu, 01 Jan 1970 00:00:00 GMT', 'Fri, 31 Dec 9999 23:59:59 GMT'];

const moments: Readonly<Record<Parameters<Dies>[0], readonly [FaultKind, CrashPoint]>> = {
  'app.commit': ['crash-before-commit', 'office.app.commit'],
  'chunk.append': ['crash-before-commit', 'office.chunk.append'],
  'chunk.offset': ['crash-between-append-and-offset', 'office.chunk.offset'],
  'object.verify': ['crash-before-verdict', 'office.object.verify'],
  'resp.sent': ['crash-after-commit', 'office.resp.sent'],
};

function placeOf(target: string): Place {
  if (target.startsWith('/v1/uploads/')) return 'uploading';
  return target.startsWith('/v1/applications/') || target.startsWith('/v1/documents/') ? 'creating' : 'elsewhere';
}

export function createOfficeDoor(getWorld: () => World): OfficeDoor {
  let isUp = true;
  let session: Session | null = null;
  let backup: OfficeDisk | null = null;
  /** What the office had before it was last restored. */
  let before: OfficeDisk | null = null;
  let poison: Poison | null = null;
  let tooEarly: number | null = null;
  const refusedAsTooEarly = new Set<string>();

  function dies(moment: Parameters<Dies>[0]): boolean {
    const world = getWorld();
    const [fault, point] = moments[moment];
    if (!world.swarm.strikes(fault)) return false;
    world.diedAt(point);
    isUp = false;
    world.timeline.quietly(1_000 + world.dice.roll(10) * 20_000, 10, () => {
      isUp = true;
    });
    return true;
  }

  function refusalFor(world: World, request: HttpRequest): HttpAnswer | null {
    const place = placeOf(request.target);
    for (const [kind, answer, where] of refusals) {
      if ((where === place || where === 'anywhere') && world.swarm.strikes(kind)) return answer();
    }
    if (world.swarm.strikes('office-503-absurd')) {
      return problem(503, { 'retry-after': absurdWaits[world.dice.pick(11, absurdWaits.length)] ?? '' });
    }
    return null;
  }

  function poisonOf({ target, method }: HttpRequest): HttpAnswer | null {
    if (poison === null || method !== 'PUT' || placeOf(target) !== 'creating') return null;
    const id = target.slice(target.lastIndexOf('/') + 1);
    const isIts = id === poison.applicationId || id.startsWith(`${poison.applicationId}-`);
    return isIts ? problem(poison.status, { 'retry-after': '3600' }) : null;
  }

  /** Null also for a paper of an application that is here. */
  function tooEarlyFor(world: World, { target, body }: HttpRequest): HttpAnswer | null {
    if (tooEarly === null || !target.startsWith('/v1/documents/') || typeof body !== 'string') return null;
    const said: unknown = JSON.parse(body);
    if (!isAnnouncement(said) || world.office.disk.applications.has(said.applicationId)) return null;
    refusedAsTooEarly.add(target.slice(target.lastIndexOf('/') + 1));
    return problem(tooEarly);
  }

  /** A ticket speaks for itself, whoever is signed in on the phone, and opens nothing that is to be read. */
  function callerOf({ ticket, target }: HttpRequest, cookie: Session | null): string | null {
    if (ticket !== undefined) return placeOf(target) === 'elsewhere' ? null : ticket;
    return cookie === null || cookie.hasEnded ? null : cookie.accountId;
  }

  function noteDenial(
    { invariants }: World,
    { method, target }: HttpRequest,
    answer: HttpAnswer | null,
    accountId: string | null,
  ): void {
    if (answer?.status === 404 && method === 'GET')
      invariants.denied(target.slice(target.lastIndexOf('/') + 1), accountId);
  }

  function end(ended: Session): void {
    Object.assign(ended, { hasEnded: true });
    if (session === ended) session = null;
  }

  return {
    serve(request, cookie, actor) {
      const world = getWorld();
      if (!isUp) return null;
      if (cookie !== null && world.swarm.strikes('office-401')) end(cookie);
      if (world.swarm.strikes('feed-reset')) world.office.forgetCursors();
      if (world.swarm.strikes('object-lost')) world.office.loseObject();
      const accountId = callerOf(request, cookie);
      const refusal = accountId === null ? null : (poisonOf(request) ?? refusalFor(world, request));
      if (refusal !== null) refusedAsTooEarly.delete(request.target.slice(request.target.lastIndexOf('/') + 1));
      noteDenial(world, request, refusal, accountId);
      if (refusal !== null) return refusal;
      const early = accountId === null ? null : tooEarlyFor(world, request);
      if (early !== null) return early;
      const answer = world.office.answer(request, accountId, world.timeline.nowMs(), dies);
      noteDenial(world, request, answer, accountId);
      world.timeline.note(answer?.status ?? -1);
      world.timeline.note(actor.name.length);
      if (answer !== null && world.swarm.strikes('office-502-after-commit')) return problem(502);
      return answer;
    },
    session: () => session,
    signIn(accountId) {
      if (session !== null) end(session);
      session = accountId === null ? null : { accountId, hasEnded: false };
    },
    poison(applicationId) {
      const status = poisons[getWorld().dice.pick(12, poisons.length)] ?? 500;
      poison = { applicationId, status };
    },
    poisoned: () => poison,
    wantApplicationsFirst() {
      tooEarly = tooEarlies[getWorld().dice.pick(56, tooEarlies.length)] ?? 404;
    },
    refusedAsTooEarly,
    backUp() {
      backup = getWorld().office.backUp();
    },
    restore() {
      if (backup === null) return false;
      const { office, dice, invariants } = getWorld();
      // Now and then what seemed to be gone is found after all.
      const found = before !== null && dice.roll(59) < 0.4 ? before : null;
      before = found === null ? office.backUp() : null;
      office.restore(found ?? backup);
      invariants.restored();
      return true;
    },
    start() {
      isUp = true;
    },
  };
}
