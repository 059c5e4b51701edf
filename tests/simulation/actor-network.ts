import type { HttpAnswer, HttpClient, HttpRequest, Silence } from '#api/http-client.ts';
import type { Actor } from './actor.ts';
import type { CrashPoint } from './crash-points.ts';
import { json, problem } from './office-answers.ts';
import { PhantomBytes } from './phantom-bytes.ts';
import type { World } from './world.ts';

/** As long as api/http-client.ts waits without any progress. */
const patienceMs = 30_000;
const silence: Silence = { kind: 'silence' };
const quickFailureMs = 40;
const bytesPerMs = 60;

type Reply = HttpAnswer | Silence;
type Arrive = (reply: Reply, delayMs: number) => void;

/** HTTP between one actor and the office, with everything that can happen in between. */
export function createActorNetwork(world: World, actor: Actor): HttpClient {
  const { swarm, dice } = world;
  const latencyMs = (): number => 20 + dice.roll(5) * 200;

  function exchange(request: HttpRequest, arrive: Arrive): void {
    const isUpload = request.target.startsWith('/v1/uploads/');
    const cookie = world.door.session();
    if (actor.diesAt(isUpload ? 'upload.sent' : 'request.sent')) return;
    if (!world.isNetworkUp()) return arrive(silence, quickFailureMs);
    if (swarm.strikes('request-lost')) return arrive(silence, quickFailureMs);
    if (swarm.strikes('half-open')) return arrive(silence, patienceMs);
    const fake = fromBetween(request);
    if (fake !== null) return arrive(fake, latencyMs());
    const body = request.body instanceof PhantomBytes ? request.body : null;
    const wayMs = latencyMs() + (body === null ? 0 : body.byteLength / bytesPerMs);
    if (request.method === 'PATCH' && body !== null && swarm.strikes('piece-cut')) {
      const part = body.slice(0, Math.floor(body.byteLength * dice.roll(6)));
      world.timeline.quietly(wayMs, 5, () => {
        world.door.serve({ ...request, body: part }, cookie, actor);
      });
      return arrive(silence, wayMs + quickFailureMs);
    }
    const sent = body !== null && swarm.strikes('piece-spoilt') ? { ...request, body: body.spoilt() } : request;
    if (swarm.strikes('request-doubled')) {
      world.timeline.quietly(wayMs + dice.roll(7) * 4_000, 6, () => {
        world.door.serve(sent, cookie, actor);
      });
    }
    world.timeline.quietly(wayMs, 7, () => {
      comeBack(request, world.door.serve(sent, cookie, actor), arrive);
    });
  }

  function comeBack(request: HttpRequest, answer: HttpAnswer | null, arrive: Arrive): void {
    if (answer === null || !world.isNetworkUp()) return arrive(silence, quickFailureMs);
    if (swarm.strikes('answer-lost')) return arrive(silence, quickFailureMs + dice.roll(8) * patienceMs);
    if (swarm.strikes('answer-garbled')) return arrive({ ...answer, body: undefined, header: () => null }, latencyMs());
    if (swarm.strikes('foreign-receipt')) return arrive(foreign(request, answer), latencyMs());
    arrive(answer, swarm.strikes('answer-late') ? dice.roll(9) * 25_000 : latencyMs());
  }

  /** What somebody on the way says in the office's place. */
  function fromBetween(request: HttpRequest): HttpAnswer | null {
    if (swarm.strikes('captive-portal')) {
      return { kind: 'answer', status: 200, mediaType: 'text/html', body: undefined, header: () => null };
    }
    if (swarm.strikes('redirected')) {
      return { kind: 'answer', status: 0, mediaType: '', body: undefined, header: () => null };
    }
    if (swarm.strikes('upload-gone') && request.target.startsWith('/v1/uploads/')) return problem(404);
    return null;
  }

  return {
    send: (request, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(aborted(signal));
        let isOver = false;
        signal.addEventListener('abort', () => {
          if (isOver || actor.condition() === 'dead') return;
          isOver = true;
          reject(aborted(signal));
        });
        world.invariants.sends(request, actor);
        exchange(request, (reply, delayMs) => {
          world.timeline.after(delayMs, 8, () => {
            if (isOver || actor.condition() === 'dead') return;
            isOver = true;
            if (actor.diesAt(pointOfAnswer(request))) return;
            world.tellExchange(actor, request, reply);
            world.invariants.heard(request, reply);
            actor.hand(reply, resolve);
          });
        });
      }),
  };
}

function pointOfAnswer({ method, target }: HttpRequest): CrashPoint {
  if (target.startsWith('/v1/uploads/')) return 'upload.resp';
  return method === 'PUT' && target.startsWith('/v1/applications/') ? 'receipt.verify' : 'answer.received';
}

/** A well-formed receipt, but for somebody else's application, or for nothing at all. */
function foreign(request: HttpRequest, answer: HttpAnswer): HttpAnswer {
  if (request.method !== 'PUT' || !request.target.startsWith('/v1/applications/')) return answer;
  return json(200, {
    id: '00000000-0000-7000-8000-000000000000',
    registrationNumber: 'FOREIGN',
    status: 'submitted',
    version: 9,
    receivedAt: '2026-01-01T00:00:00Z',
    missingDocuments: [],
  });
}

function aborted(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error('aborted');
}
