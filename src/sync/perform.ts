import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { assertNever } from '#lib/assert-never.ts';
import { withResolvers } from '#lib/with-resolvers.ts';
import type { Answer, Request } from './answer.ts';
import type { Effect, EngineEvent } from './decide.ts';
import { afterNotFound } from './not-found.ts';
import type { Chance, Clock, Logger, Office, OutboxStore, PayloadRead } from './ports.ts';

interface PerformPorts {
  readonly store: OutboxStore;
  readonly office: Office;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Logger;
}

type SubmitOutcome = Extract<Answer, { to: 'submit' }>['outcome'];

/** The photos of one application, which take turns; or one large file. */
const maxHeldBytes = 10 * 1024 * 1024;

/** Does one effect and says what came of it as the next event. Holds the files that are being sent in memory. */
export function performer(ports: PerformPorts, fence: number, signal: AbortSignal) {
  const noted = new Set<string>();
  /** Applications whose request is being made ready: whether it could be sent. */
  const leaving = new Map<string, Promise<boolean>>();
  const files = new Map<string, ArrayBuffer>();

  async function readFile(entry: OutboxEntry, documentId: string): Promise<PayloadRead> {
    const held = files.get(documentId);
    if (held !== undefined) return { kind: 'ok', bytes: held };
    const document = entry.documents.find(({ id }) => id === documentId);
    if (document === undefined) return { kind: 'damaged' };
    const read = await ports.store.readPayload(documentId, document);
    if (read.kind === 'ok') hold(documentId, read.bytes);
    return read;
  }

  function hold(documentId: string, bytes: ArrayBuffer): void {
    let leftBytes = maxHeldBytes - bytes.byteLength;
    const newestFirst = [...files].toReversed();
    for (const [id, held] of newestFirst) {
      leftBytes -= held.byteLength;
      if (leftBytes < 0) files.delete(id);
    }
    files.set(documentId, bytes);
  }

  /** What can't be noted is not sent: "never sent" has to be true of what a person may still take back. */
  async function note(applicationId: string): Promise<'noted' | 'seal-needed' | 'unreadable'> {
    if (noted.has(applicationId)) return 'noted';
    const { kind } = await ports.store.noteTried(applicationId, fence);
    if (kind === 'stored') noted.add(applicationId);
    if (kind === 'unsealed') return 'seal-needed';
    return kind === 'stored' ? 'noted' : 'unreadable';
  }

  async function submit(entry: OutboxEntry, leaves: () => void): Promise<SubmitOutcome> {
    const kind = entry.untried === true ? await note(entry.applicationId) : 'noted';
    if (kind !== 'noted') return { kind };
    const envelope = await ports.store.readPayload(entry.applicationId, entry.envelope);
    if (envelope.kind !== 'ok') return envelope;
    const body = { mediaType: entry.envelope.mediaType, bytes: envelope.bytes };
    const { applicationId, about } = entry;
    const asked =
      about === undefined
        ? ports.office.putApplication(applicationId, body, signal)
        : ports.office.putChange(applicationId, about, body, signal);
    leaves();
    const outcome = await asked;
    const isNotFound = about !== undefined && outcome.kind === 'refused' && outcome.status === 404;
    return isNotFound ? await afterNotFound(ports, { entry, about, outcome }, fence, signal) : outcome;
  }

  /** Nothing of an application goes before the application itself, or when that can't. */
  async function hasLeft({ applicationId, untried }: OutboxEntry): Promise<boolean> {
    return (await leaving.get(applicationId)) ?? (untried !== true || noted.has(applicationId));
  }

  async function ask(request: Request, entry: OutboxEntry): Promise<Answer> {
    switch (request.type) {
      case 'submit': {
        const leave = withResolvers<boolean>();
        leaving.set(entry.applicationId, leave.promise);
        try {
          return { to: 'submit', outcome: await submit(entry, () => leave.resolve(true)) };
        } finally {
          leave.resolve(false);
          leaving.delete(entry.applicationId);
        }
      }
      case 'announce': {
        if (!(await hasLeft(entry))) return unsent(request);
        const { documentId } = request;
        const document = entry.documents.find(({ id }) => id === documentId);
        if (document === undefined) throw new Error('announce of a document that the entry does not have');
        return {
          to: 'announce',
          documentId,
          outcome: await ports.office.putDocument(entry.about?.applicationId ?? entry.applicationId, document, signal),
        };
      }
      case 'ask-offset': {
        const { documentId, uploadUrl } = request;
        return { to: 'ask-offset', documentId, outcome: await ports.office.readOffset(uploadUrl, signal) };
      }
      case 'send-piece': {
        const { documentId, uploadUrl, offsetBytes, lengthBytes } = request;
        const file = await readFile(entry, documentId);
        const startedMs = ports.clock.nowMs();
        const outcome =
          file.kind === 'ok'
            ? await ports.office.appendPiece(
                uploadUrl,
                offsetBytes,
                file.bytes.slice(offsetBytes, offsetBytes + lengthBytes),
                signal,
              )
            : file;
        // A file that is whole, or has to wait, is not kept in memory meanwhile.
        const isLast = file.kind === 'ok' && offsetBytes + lengthBytes >= file.bytes.byteLength;
        if (outcome.kind !== 'ok' || isLast) files.delete(documentId);
        return { to: 'send-piece', documentId, outcome, tookMs: ports.clock.nowMs() - startedMs };
      }
      default:
        return assertNever(request);
    }
  }

  /** What goes wrong on this side (no memory for a piece, a row of another making) is this entry's trouble only (F48). */
  async function askOrSay(request: Request, entry: OutboxEntry): Promise<Answer> {
    try {
      return await ask(request, entry);
    } catch (error) {
      if (signal.aborted) throw error;
      ports.log.warn('request-failed', { name: error instanceof Error ? error.name : 'unknown' });
      return unsent(request);
    }
  }

  /** Every piece that went well would fill the log. */
  function logAnswer(id: string, { to, outcome }: Answer): void {
    if (to === 'send-piece' && outcome.kind === 'ok') return;
    const status = 'status' in outcome ? outcome.status : null;
    const reason = 'reason' in outcome ? outcome.reason : null;
    ports.log.debug('answer', { id, to, outcome: outcome.kind, reason, status });
  }

  return async function perform(effect: Effect, entry: OutboxEntry | undefined): Promise<EngineEvent> {
    switch (effect.type) {
      case 'identify': {
        const outcome = await ports.office.whoAmI(signal);
        if (outcome.kind !== 'ok') ports.log.debug('identity', { outcome: outcome.kind });
        return { type: 'identified', outcome, nowMs: ports.clock.nowMs(), chance: ports.chance() };
      }
      case 'request': {
        if (entry === undefined) throw new Error('request for an entry that is not in the run');
        const { applicationId } = effect.request;
        const answer = await askOrSay(effect.request, entry);
        logAnswer(applicationId, answer);
        return { type: 'answered', applicationId, answer, nowMs: ports.clock.nowMs(), chance: ports.chance() };
      }
      case 'commit': {
        const { applicationId, change, durability } = effect;
        const result = await ports.store.commit(applicationId, change, fence, durability);
        const { state } = change.delivery;
        if (state !== 'waiting' || result.kind !== 'stored')
          ports.log.debug('kept', { id: applicationId, state, result: result.kind });
        return { type: 'committed', applicationId, result, nowMs: ports.clock.nowMs() };
      }
      default:
        return assertNever(effect);
    }
  };
}

function unsent(request: Request): Answer {
  const outcome = { kind: 'unreachable', reason: 'server-error', status: null } as const;
  switch (request.type) {
    case 'submit':
      return { to: 'submit', outcome };
    case 'announce':
    case 'ask-offset':
      return { to: request.type, documentId: request.documentId, outcome };
    case 'send-piece':
      return { to: 'send-piece', documentId: request.documentId, tookMs: 0, outcome };
    default:
      return assertNever(request);
  }
}
