import type { DeliveryProblem, OutboxEntry } from '#domain/application/outbox-entry.ts';
import { isComplete, type Receipt } from '#domain/application/receipt.ts';
import { assertNever } from '#lib/assert-never.ts';
import type { Answer } from './answer.ts';
import { forgotten } from './offer-again.ts';
import type { KnownOffset } from './next-request.ts';
import type { Outcome } from './ports.ts';
import {
  begunAgain,
  heard,
  later,
  needsPerson,
  postponed,
  replaced,
  unchanged,
  type Context,
  type Moment,
  type Verdict,
  type Waiting,
} from './verdict.ts';

/** 460: the bytes that arrived are not those announced. After this many new beginnings a person is told. */
const maxCorruptions = 2;
/** New beginnings without a pause; further ones back off, but never give up. */
const quickRestarts = 2;

/**
 * What an answer means for a waiting entry. Nothing is ever dropped here: an entry goes on, waits with a later
 * time, waits for a person, or is delivered by a complete receipt.
 */
export function afterAnswer(entry: OutboxEntry, delivery: Waiting, answer: Answer, moment: Moment): Verdict {
  const context: Context = { entry, delivery, moment };
  switch (answer.to) {
    case 'submit':
      if (answer.outcome.kind === 'ok') return afterReceipt(context, answer.outcome.value);
      if (answer.outcome.kind === 'unreadable') return postponed(context, entry.documents, null, 'back-off');
      if (answer.outcome.kind === 'damaged') {
        return needsPerson(context, { kind: 'file-damaged', documentId: entry.applicationId });
      }
      if (answer.outcome.kind === 'refused') {
        return needsPerson(context, refusalOf(entry, answer.outcome));
      }
      if (answer.outcome.kind === 'forgotten') return needsPerson(context, forgotten);
      if (answer.outcome.kind === 'offered-again') return postponed(context, entry.documents, null, 'back-off');
      return afterFailure(context, answer.outcome, null);
    case 'announce':
      if (answer.outcome.kind === 'ok') {
        const { state, uploadUrl, offsetBytes } = answer.outcome.value;
        return state === 'verified' || uploadUrl === null
          ? heard(context, answer.documentId, { state: 'verified' }, null)
          : heard(context, answer.documentId, { state: 'uploading', uploadUrl, offsetBytes }, offsetBytes);
      }
      return afterFileFailure(context, answer.documentId, answer.outcome);
    case 'ask-offset':
    case 'send-piece':
      if (answer.outcome.kind === 'ok')
        return afterOffset(context, answer.documentId, answer.outcome.value.offsetBytes, answer.to);
      if (answer.outcome.kind === 'unreadable') return postponed(context, entry.documents, null, 'back-off');
      if (answer.outcome.kind === 'damaged') {
        return needsPerson(context, { kind: 'file-damaged', documentId: answer.documentId });
      }
      if (answer.to === 'send-piece' && isCut(answer.outcome) && delivery.attempts === 0)
        return postponed(context, entry.documents, { kind: 'no-connection' }, 'at-once');
      return afterFileFailure(context, answer.documentId, answer.outcome);
    default:
      return assertNever(answer);
  }
}

/** Of a change also what has become of its application meanwhile, which is nobody's fault. */
function refusalOf(
  { about }: OutboxEntry,
  { status, detail, fieldProblems }: Extract<Failure, { kind: 'refused' }>,
): DeliveryProblem {
  if (about !== undefined && status === 412) return { kind: 'changed-since', detail };
  if (status === 409) return about === undefined ? { kind: 'content-conflict' } : { kind: 'not-possible-now', detail };
  return { kind: 'refused', status, detail, fieldProblems };
}

/** A connection that died after it had carried something: the way may be open again, so the first look is at once. */
function isCut(outcome: Failure): boolean {
  return outcome.kind === 'unreachable' && outcome.reason === 'network';
}

function afterReceipt({ entry, delivery, moment }: Context, receipt: Receipt): Verdict {
  // What is taken back needs no papers any more.
  if (entry.about?.kind === 'withdrawal' || isComplete(receipt)) {
    return {
      documents: entry.documents.map((document) => ({ ...document, progress: { state: 'verified' as const } })),
      delivery: { state: 'delivered', receipt, deliveredAtMs: moment.nowMs },
      durability: 'strict',
      known: null,
      closing: null,
    };
  }
  // What the office misses is missing, whatever we remember: a restored backup, a purged upload.
  const documents = entry.documents.map((document) => {
    const missing = receipt.missingDocumentIds.includes(document.id);
    if (!missing) return { ...document, progress: { state: 'verified' as const } };
    return document.progress.state === 'verified' ? begunAgain(document) : document;
  });
  const again = documents.some((document, index) => document.restarts !== entry.documents[index]?.restarts);
  const sendable = documents.some((document) => document.progress.state !== 'verified');
  const restarts = Math.max(...documents.map((document) => document.restarts), 0);
  const slow = (again && restarts > quickRestarts) || !sendable;
  // Every new beginning of a file counts, also when its bytes went through well: an office that keeps losing them is
  // asked less and less often.
  const attempts = slow ? Math.max(delivery.attempts + 1, restarts - quickRestarts) : 0;
  return {
    documents,
    delivery: {
      ...delivery,
      receipt,
      attempts,
      lastProblem: null,
      nextTryAtMs: slow ? later(attempts, moment) : moment.nowMs,
    },
    durability: 'strict',
    known: null,
    closing: null,
  };
}

function afterOffset(
  context: Context,
  documentId: string,
  offsetBytes: number,
  after: 'ask-offset' | 'send-piece',
): Verdict {
  const document = context.entry.documents.find(({ id }) => id === documentId);
  if (document?.progress.state !== 'uploading') return unchanged(context);
  // Taken, and nothing more there than before: a proxy that strips bodies (F39).
  if (after === 'send-piece' && offsetBytes < document.sizeBytes && offsetBytes <= document.progress.offsetBytes) {
    return postponed(context, context.entry.documents, { kind: 'office-trouble', status: 0 }, 'back-off');
  }
  if (offsetBytes >= document.sizeBytes) return heard(context, documentId, { state: 'verified' }, null);
  return heard(context, documentId, { ...document.progress, offsetBytes }, offsetBytes);
}

function afterFileFailure(context: Context, documentId: string, outcome: Failure): Verdict {
  const document = context.entry.documents.find(({ id }) => id === documentId);
  if (document === undefined) return unchanged(context);
  switch (outcome.kind) {
    case 'offset-conflict':
      // Ask with HEAD, the first time at once.
      return postponed(
        context,
        context.entry.documents,
        null,
        context.delivery.attempts === 0 ? 'at-once' : 'back-off',
      );
    case 'upload-gone': {
      const documents = replaced(context.entry.documents, begunAgain(document));
      return postponed(context, documents, null, document.restarts < quickRestarts ? 'at-once' : 'back-off');
    }
    case 'digest-mismatch': {
      const corruptions = (document.corruptions ?? 0) + 1;
      if (corruptions > maxCorruptions) return needsPerson(context, { kind: 'file-corrupted-on-the-way', documentId });
      const again = { ...begunAgain(document), corruptions };
      return postponed(context, replaced(context.entry.documents, again), null, 'at-once');
    }
    case 'refused':
      return needsPerson(context, { kind: 'file-refused', documentId, status: outcome.status, detail: outcome.detail });
    default:
      return afterFailure(context, outcome, null);
  }
}

type Failure = Exclude<Outcome<never>, { kind: 'ok' }>;

function afterFailure(context: Context, outcome: Failure, known: KnownOffset | null): Verdict {
  const { entry, delivery, moment } = context;
  switch (outcome.kind) {
    case 'unreachable': {
      const problem = problemOf(outcome);
      const verdict = postponed(context, entry.documents, problem, 'back-off');
      return problem.kind === 'office-trouble' ? verdict : { ...verdict, closing: { kind: 'silence', problem } };
    }
    case 'busy': {
      const untilMs = moment.nowMs + outcome.retryAfterMs;
      return {
        documents: entry.documents,
        // One more failure of this entry: should it alone be answered so, it stands behind the others next time.
        delivery: {
          ...delivery,
          attempts: delivery.attempts + 1,
          nextTryAtMs: untilMs,
          lastProblem: { kind: 'office-busy' },
        },
        durability: 'relaxed',
        known,
        closing: { kind: 'busy', untilMs },
      };
    }
    case 'sign-in-needed':
      return { ...unchanged(context), closing: { kind: 'sign-in-needed' } };
    case 'update-needed':
      return {
        ...postponed(context, entry.documents, { kind: 'app-too-old' }, 'back-off'),
        closing: { kind: 'update-needed' },
      };
    case 'seal-needed':
      return postponed(context, entry.documents, { kind: 'seal-needed' }, 'back-off');
    case 'offset-conflict':
    case 'upload-gone':
    case 'digest-mismatch':
      // Answers that make no sense here: a server in trouble.
      return postponed(context, entry.documents, { kind: 'office-trouble', status: 0 }, 'back-off');
    case 'refused':
      return needsPerson(context, {
        kind: 'refused',
        status: outcome.status,
        detail: outcome.detail,
        fieldProblems: outcome.fieldProblems,
      });
    default:
      return assertNever(outcome);
  }
}

export function problemOf(outcome: Extract<Failure, { kind: 'unreachable' }>): DeliveryProblem {
  switch (outcome.reason) {
    case 'network':
      return { kind: 'no-connection' };
    case 'captive-portal':
      return { kind: 'captive-portal' };
    case 'server-error':
      return { kind: 'office-trouble', status: outcome.status ?? 0 };
    default:
      return assertNever(outcome.reason);
  }
}
