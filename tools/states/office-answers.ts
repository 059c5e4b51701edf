/** Every kind of answer that a waiting application can get, in words, put to the engine's own judge. */
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { afterAnswer } from '#sync/after-answer.ts';
import type { Answer } from '#sync/answer.ts';
import type { Outcome, PayloadRead } from '#sync/ports.ts';
import { aDocument, anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import type { Edge } from './edge.ts';

type Bad = Exclude<Outcome<never>, { kind: 'ok' }> | Exclude<PayloadRead, { kind: 'ok' }>;

const uploading = { state: 'uploading', uploadUrl: '/u', offsetBytes: 0 } as const;
const document = aDocument({ progress: uploading });
const delivery = { state: 'waiting', attempts: 0, nextTryAtMs: 0, lastProblem: null, receipt: aReceipt() } as const;
const entry: OutboxEntry = anEntry({ documents: [document], delivery });
const documentId = document.id;

const bad: Readonly<Record<Bad['kind'], readonly [outcome: Bad, words: string]>> = {
  unreachable: [{ kind: 'unreachable', reason: 'network', status: null }, 'silence, server trouble, captive portal'],
  busy: [{ kind: 'busy', retryAfterMs: 1_000 }, 'busy (429, 503)'],
  'sign-in-needed': [{ kind: 'sign-in-needed' }, 'sign-in needed (401)'],
  'update-needed': [{ kind: 'update-needed' }, 'app too old (426)'],
  'seal-needed': [{ kind: 'seal-needed' }, 'seal needed (426)'],
  'offset-conflict': [{ kind: 'offset-conflict' }, 'another offset (409, 423)'],
  'upload-gone': [{ kind: 'upload-gone' }, 'upload forgotten (404, 410)'],
  'digest-mismatch': [{ kind: 'digest-mismatch' }, 'bytes spoilt on the way (460)'],
  refused: [{ kind: 'refused', status: 422, detail: null, fieldProblems: [] }, 'refused for good (other 4xx)'],
  damaged: [{ kind: 'damaged' }, 'file damaged on the phone'],
  unreadable: [{ kind: 'unreadable' }, 'file not readable just now'],
};

/** The same answer may mean something else after it has been given too often. */
const spoiltTooOften: OutboxEntry = { ...entry, documents: [{ ...document, corruptions: 2 }] };

export function officeEdges(): readonly Edge[] {
  const piece = { to: 'send-piece', documentId, tookMs: 1 } as const;
  const unfinished = aReceipt({ status: 'incomplete', missingDocumentIds: [documentId] });
  return [
    edgeOf(entry, { to: 'submit', outcome: { kind: 'ok', value: unfinished } }, 'taken, papers still to come'),
    edgeOf(entry, { ...piece, outcome: { kind: 'ok', value: { offsetBytes: 10 } } }, 'a piece acknowledged'),
    ...Object.values(bad).map(([outcome, words]) => edgeOf(entry, badAnswer(outcome), words)),
    edgeOf(spoiltTooOften, badAnswer({ kind: 'digest-mismatch' }), 'spoilt on the way three times'),
    edgeOf(entry, { to: 'submit', outcome: { kind: 'ok', value: aReceipt() } }, 'a receipt that names every file'),
  ];
}

function badAnswer(outcome: Bad): Answer {
  return { to: 'send-piece', documentId, tookMs: 1, outcome };
}

function edgeOf(before: OutboxEntry, answer: Answer, words: string): Edge {
  const verdict = afterAnswer(before, delivery, answer, { nowMs: 1, chance: 0 });
  return { from: 'waiting', to: verdict.delivery.state, group: answer.outcome.kind === 'ok' ? 'good' : 'bad', words };
}
