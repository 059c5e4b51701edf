/**
 * What must hold after every step, by the numbers of the design. A violation is a thrown story: the seed fails.
 */
import type { HttpAnswer, HttpRequest, Silence } from '#api/http-client.ts';
import { isForgotten } from '#domain/application/is-forgotten.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import type { Actor } from './actor.ts';
import { isAnnouncement } from './office-answers.ts';
import { hasAllDocuments } from './office-records.ts';
import type { TakenRevision } from './office-revisions.ts';
import type { PhoneState } from './phone-disk.ts';
import { PhantomBytes } from './phantom-bytes.ts';
import type { World } from './world.ts';

/**
 * Far more than any honest minute has, far less than a request that is repeated as fast as it is answered. What brought
 * a file further is not counted: a line that is cut often is best served by many small pieces.
 */
const mostRequestsPerMinute = 400;
/** They go away by themselves: nobody is asked to do anything about them. */
const notForPersons: ReadonlySet<string> = new Set([
  'no-connection',
  'captive-portal',
  'office-busy',
  'office-trouble',
]);

export type Verdict = 'lost' | 'duplicated' | 'wedged' | 'broken';

export class Violation extends Error {
  readonly verdict: Verdict;

  constructor(verdict: Verdict, message: string) {
    super(message);
    this.verdict = verdict;
  }
}

export interface Invariants {
  /** "Tersimpan di HP ini" was shown for it. */
  saved(applicationId: string): void;
  /** The person took it back or deleted it: nobody promises anything about it any more. */
  released(applicationId: string): void;
  wrote(fence: number): void;
  stored(before: OutboxEntry, after: OutboxEntry): void;
  sends(request: HttpRequest, by: Actor): void;
  heard(request: HttpRequest, reply: HttpAnswer | Silence): void;
  /** The office is back at an older state. */
  restored(): void;
  /** The office, asked for an application, has answered 404. */
  denied(applicationId: string, accountId: string | null): void;
  /** After each step; looks only when something has been written since. */
  check(): void;
}

export function createInvariants(world: World): Invariants {
  const saved = new Set<string>();
  const released = new Set<string>();
  const acknowledged = new Map<string, number>();
  const envelopes = new Map<string, string>();
  const numbers = new Map<string, string>();
  const sequences = new Map<number, string>();
  /** What was last told of each application. */
  const told = new Map<string, TrackedApplication>();
  /** The oldest version that the office was set back to since then. */
  const lowest = new Map<string, number>();
  /** Applications that have set off, and those whose receipt has come back. */
  const departed = new Set<string>();
  const receipted = new Set<string>();
  /** Application and account. */
  const denied = new Set<string>();
  let highestFence = 0;
  let minuteBeganMs = 0;
  let requestsThisMinute = 0;
  let checkedEntries: PhoneState['entries'] | null = null;
  let checkedTracked: PhoneState['tracked'] | null = null;
  let checkedWrites = -1;
  let checkedTaken = 0;

  const fail = (verdict: Verdict, message: string): never => {
    const violation = new Violation(verdict, message);
    world.failed(violation);
    throw violation;
  };

  function countRequest(): void {
    if (world.timeline.nowMs() - minuteBeganMs >= 60_000) {
      minuteBeganMs = world.timeline.nowMs();
      requestsThisMinute = 0;
    }
    requestsThisMinute += 1;
    if (requestsThisMinute > mostRequestsPerMinute) fail('wedged', 'L2: the office is asked again without a pause');
  }

  /** The application goes first: what is announced with it tells of no other, and bytes wait for its receipt. */
  function checkOrder({ method, target, body }: HttpRequest): void {
    const id = target.slice(target.lastIndexOf('/') + 1);
    if (method === 'PUT' && target.startsWith('/v1/applications/')) departed.add(id);
    if (method === 'PATCH') {
      const owner = world.office.uploadOf(target)?.applicationId;
      if (owner !== undefined && !receipted.has(owner))
        fail('broken', `bytes of ${owner} are sent although the office has not said that it takes it`);
    }
    if (!target.startsWith('/v1/documents/') || typeof body !== 'string') return;
    const said: unknown = JSON.parse(body);
    if (!isAnnouncement(said)) return;
    const { applicationId } = said;
    if (world.disk.read().entries.get(applicationId)?.untried === true)
      fail('broken', `I2: a paper of ${applicationId} is announced while the phone says that it was never sent`);
    if (!departed.has(applicationId)) fail('broken', `a paper of ${applicationId} goes before its application`);
  }

  /** A repair is one of the phone's own, and takes the place of what its person saw and of nothing newer. */
  function checkTaken(taken: TakenRevision | undefined): void {
    if (taken === undefined) return;
    const { id, applicationId, over } = taken;
    const about = world.disk.read().entries.get(id)?.about;
    if (about?.applicationId !== applicationId)
      fail('duplicated', `${id} was taken, and is no repair of ${applicationId}`);
    if (about?.seenVersion !== over)
      fail(
        'broken',
        `${id} was written over version ${String(over)}, and its person saw ${String(about?.seenVersion)}`,
      );
  }

  function checkOffice(): void {
    const { applications, documents } = world.office.disk;
    for (const application of applications.values()) {
      const { id, submission, status, ownerId, registrationNumber } = application;
      const { sequence } = submission.device;
      const twin = sequences.get(sequence);
      if (twin !== undefined && twin !== id && applications.has(twin))
        fail('duplicated', `I2: ${twin} and ${id} have the same number of the device, ${String(sequence)}`);
      sequences.set(sequence, id);
      const other = numbers.get(registrationNumber);
      if (other !== undefined && other !== id) fail('duplicated', `I2: ${registrationNumber} was given twice`);
      numbers.set(registrationNumber, id);
      if (status !== 'incomplete' && !hasAllDocuments(world.office.disk, application)) {
        fail('broken', `I8: officers see ${id} without all of its papers`);
      }
      if (released.has(id)) fail('duplicated', `I2: ${id} was taken back as never sent, and the office has it`);
      const entry = world.disk.read().entries.get(id);
      if (entry !== undefined && entry.ownerId !== ownerId) fail('broken', `I15: ${id} went out under another name`);
    }
    for (; checkedTaken < world.office.taken.length; checkedTaken += 1) checkTaken(world.office.taken[checkedTaken]);
    for (const document of documents.values()) {
      if (released.has(document.applicationId))
        fail(
          'broken',
          `I2: ${document.applicationId} was taken back as never sent, and the office knows a paper of it`,
        );
      if (document.isVerified && (document.isSpoilt || document.storedBytes !== document.size)) {
        fail('broken', `I7: ${document.id} is called complete and is not`);
      }
    }
  }

  /** Only the office can say that it has it no more, to its owner, and only what nobody has any more is given up. */
  function checkForgotten({ applicationId, about, ownerId }: OutboxEntry): void {
    const id = about?.applicationId ?? applicationId;
    if (!denied.has(`${id} ${String(ownerId)}`)) fail('broken', `${id} is called forgotten, and nobody asked for it`);
    const held = world.disk.read().entries.get(id);
    if (held?.delivery.state !== 'delivered') return;
    const isWhole = [id, ...held.documents.map((document) => document.id)].every((one) => world.disk.readPayload(one));
    if (isWhole) fail('broken', `${id} is called forgotten, and the phone has all of it`);
  }

  function checkPhone(): void {
    const { entries, tracked } = world.disk.read();
    for (const id of saved) {
      if (!entries.has(id) && !world.office.disk.applications.has(id)) fail('lost', `I1: ${id} was saved and is gone`);
    }
    for (const [id, row] of tracked) {
      const before = told.get(id);
      if (before === row) continue;
      const setBackTo = lowest.get(id) ?? Infinity;
      lowest.delete(id);
      told.set(id, row);
      if (before === undefined || row.version >= before.version) continue;
      // Only an office that has forgotten a version itself may take it back.
      const known = world.office.disk.applications.get(id)?.version ?? 0;
      if (before.version <= Math.min(known, setBackTo)) fail('broken', `I16: the status of ${id} went back`);
    }
  }

  return {
    saved: (id) => saved.add(id),
    released(id) {
      saved.delete(id);
      released.add(id);
    },
    wrote(fence) {
      if (fence < highestFence) fail('broken', `I13: a holder of ${String(fence)} wrote after ${String(highestFence)}`);
      highestFence = fence;
    },
    stored(before, after) {
      const { delivery } = after;
      if (delivery.state === 'needs-person' && notForPersons.has(delivery.problem.kind)) {
        fail('broken', `${before.applicationId} asks for a person because of ${delivery.problem.kind}`);
      }
      if (delivery.state === 'needs-person' && delivery.problem.kind === 'file-refused') {
        const { documentId } = delivery.problem;
        if (world.door.refusedAsTooEarly.has(documentId))
          fail('broken', `${documentId}, which was only announced too early, waits for a person`);
      }
      if (isForgotten(after) && !isForgotten(before)) checkForgotten(after);
      if (delivery.state !== 'delivered') return;
      if (after.about !== undefined) {
        if (!world.office.taken.some(({ id }) => id === after.applicationId))
          fail('broken', `I3: the repair ${after.applicationId} is called received and is not`);
        return;
      }
      const number = world.office.everComplete.get(after.applicationId);
      if (number === undefined) fail('broken', `I3: ${before.applicationId} is called received and is not`);
    },
    sends(request, by) {
      countRequest();
      if (by.hasLostLock) fail('broken', `I13: ${by.name} asks the office after it was told to stop`);
      checkOrder(request);
      const { body, target } = request;
      if (!(body instanceof PhantomBytes)) return;
      if (request.method === 'PUT') {
        const id = target.slice(target.lastIndexOf('/') + 1);
        if (world.disk.read().entries.get(id)?.untried === true)
          fail('broken', `I2: ${id} is sent while the phone says that it never was`);
        const first = envelopes.get(target) ?? body.source;
        envelopes.set(target, first);
        if (first !== body.source || body.from !== 0) fail('broken', `I6: the body of ${target} changed between tries`);
        return;
      }
      const offset = Number(request.headers?.['Upload-Offset']);
      const owner = world.office.uploadOf(target)?.id ?? body.source;
      if (owner !== body.source)
        fail('broken', `I6: ${target}, which is of ${owner}, gets the bytes of ${body.source}`);
      if (body.from !== offset)
        fail('broken', `I6: ${target} gets the bytes of ${String(body.from)} at ${String(offset)}`);
      // What the office has lost again since then may be sent again.
      if (offset < Math.min(acknowledged.get(target) ?? 0, world.office.uploadOf(target)?.storedBytes ?? 0)) {
        fail('duplicated', `I5: ${target} is sent from ${String(offset)}, which was acknowledged already`);
      }
    },
    restored() {
      for (const id of told.keys()) {
        const version = world.office.disk.applications.get(id)?.version ?? 0;
        lowest.set(id, Math.min(lowest.get(id) ?? Infinity, version));
      }
    },
    denied: (applicationId, accountId) => denied.add(`${applicationId} ${String(accountId)}`),
    heard({ target, method }, reply) {
      if (reply.kind !== 'answer' || reply.status >= 300) return;
      if (method === 'PUT' && target.startsWith('/v1/applications/'))
        receipted.add(target.slice(target.lastIndexOf('/') + 1));
      // The office's newest word counts, also when it says less.
      const ticket = ticketIn(target, reply.body);
      if (ticket !== null) acknowledged.set(ticket.uploadUrl, ticket.offset);
      if (!target.startsWith('/v1/uploads/')) return;
      const offset = reply.header('upload-offset');
      if (offset === null) return;
      const known = acknowledged.get(target) ?? 0;
      // What a HEAD finds had come with a piece whose answer was lost.
      if (Number(offset) > known) requestsThisMinute -= method === 'HEAD' ? 2 : 1;
      acknowledged.set(target, method === 'HEAD' ? Number(offset) : Math.max(known, Number(offset)));
    },
    check() {
      const { entries, tracked } = world.disk.read();
      const { writes } = world.office;
      if (entries === checkedEntries && tracked === checkedTracked && writes === checkedWrites) return;
      checkedEntries = entries;
      checkedTracked = tracked;
      checkedWrites = writes;
      checkPhone();
      checkOffice();
    },
  };
}

/** What the office says of a file that is announced, again or anew: where its bytes go, and from which on. */
function ticketIn(target: string, body: unknown): { readonly uploadUrl: string; readonly offset: number } | null {
  if (typeof body !== 'object' || body === null) return null;
  if (!('id' in body && 'uploadUrl' in body && 'offset' in body)) return null;
  const { id, uploadUrl, offset } = body;
  if (target !== `/v1/documents/${String(id)}`) return null;
  return typeof uploadUrl === 'string' && typeof offset === 'number' ? { uploadUrl, offset } : null;
}
