import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import {
  isAnswer,
  jsonAnswer,
  type ModelAnswer,
  type ModelRequest,
  problemAnswer,
  readJson,
  taggedAnswer,
} from './model-answer.ts';
import { signReceipt } from './model-receipts.ts';
import { findProblems, findModelService } from './model-services.ts';
import {
  type Application,
  fingerprintOf,
  type ModelState,
  recordChange,
  type StoredDocument,
  type Submission,
} from './model-state.ts';

const Body = z.object({
  serviceId: z.string(),
  schemaVersion: z.int(),
  data: z.record(z.string(), z.unknown()),
  documents: z.array(
    z.object({ id: z.uuid(), slot: z.string(), mediaType: z.string(), size: z.int().positive(), sha256: z.string() }),
  ),
  capturedAt: z.iso.datetime(),
  device: z.object({ id: z.string(), sequence: z.int() }).optional(),
});
const ForAnother = z.object({ onBehalfOf: z.unknown() }).refine(({ onBehalfOf }) => onBehalfOf !== undefined);

export async function putApplication(state: ModelState, request: ModelRequest, id: string): Promise<ModelAnswer> {
  if (!z.uuid().safeParse(id).success) return problemAnswer(404, 'No such application');
  if (request.account.role !== 'citizen') return problemAnswer(403, 'Only citizens apply');
  const body = await readJson(state, request);
  if (isAnswer(body)) return body;
  if (state.has('nul-is-500') && body.text.includes('\\u0000')) throw new Error('invalid byte sequence');
  if (state.has('large-is-500') && body.text.length > 1_000_000) throw new Error('buffer overflow');
  const parsed = Body.safeParse(body.value);
  if (!parsed.success) {
    if (state.has('malformed-is-500')) throw parsed.error;
    return problemAnswer(422, 'Not an application', [{ pointer: '', code: 'wrongShape' }]);
  }
  const submission = state.has('text-mangled') ? mangled(parsed.data) : parsed.data;
  const fingerprint = state.has('compares-raw-bodies') ? body.text : fingerprintOf(parsed.data);
  const held = state.applications.get(id);
  if (held !== undefined) return repeated(state, request, held, submission, fingerprint);
  if (state.erased.has(id)) return problemAnswer(404, 'No such application');
  // There are no field officers here.
  if (ForAnother.safeParse(body.value).success && !state.has('speaks-for-anybody')) {
    return problemAnswer(422, 'Only a field officer applies for others', [
      { pointer: '/onBehalfOf', code: 'notAllowed' },
    ]);
  }
  const refusal = judge(state, submission);
  if (refusal !== null) return refusal;
  const application = make(state, id, request.account.id, submission, fingerprint);
  // Whatever runs between looking and storing is a race; without the fault nothing does.
  if (state.has('race-creates-twice')) await pause(5);
  state.applications.set(id, application);
  recordChange(state, application);
  return receiptAnswer(state, application, 201);
}

function judge(state: ModelState, submission: Submission): ModelAnswer | null {
  const service = findModelService(submission.serviceId);
  if (service === undefined || submission.schemaVersion !== service.definition.schemaVersion) {
    return problemAnswer(422, 'No such service, or no such version of it');
  }
  const errors = findProblems(state, service, submission.data, submission.documents);
  if (errors.length === 0) return null;
  return problemAnswer(422, 'Answers need repair', state.has('problems-without-pointer') ? undefined : errors);
}

function repeated(
  state: ModelState,
  request: ModelRequest,
  held: Application,
  submission: Submission,
  fingerprint: string,
): ModelAnswer {
  if (held.ownerId !== request.account.id && !state.has('other-owner-accepted')) {
    return problemAnswer(404, 'No such application');
  }
  if (state.has('last-write-wins')) Object.assign(held, { submission, fingerprint });
  if (held.fingerprint !== fingerprint) return problemAnswer(409, 'The id is used with other content');
  if (state.has('received-at-changes')) held.receivedAt = new Date().toISOString();
  if (state.has('number-changes')) held.registrationNumber = nextNumber(state, held.ownerId);
  return receiptAnswer(state, held, state.has('replay-answers-201') ? 201 : 200);
}

function make(
  state: ModelState,
  id: string,
  ownerId: string,
  submission: Submission,
  fingerprint: string,
): Application {
  const now = new Date().toISOString();
  const application: Application = {
    id,
    ownerId,
    submission,
    fingerprint,
    registrationNumber: nextNumber(state, ownerId),
    receivedAt: now,
    updatedAt: now,
    status: 'incomplete',
    version: 1,
    reason: null,
    decisions: new Map(),
    assignee: null,
    assignments: 0,
  };
  if (missingDocuments(state, application).length === 0 && !state.has('early-papers-forgotten')) {
    application.status = 'submitted';
  }
  return application;
}

export function getApplication(state: ModelState, request: ModelRequest, id: string): ModelAnswer {
  const application = state.applications.get(id);
  if (application === undefined || !maySee(state, request, application))
    return problemAnswer(404, 'No such application');
  const { updatedAt, reason } = application;
  const submission = state.has('answers-become-text') ? flattened(application.submission) : application.submission;
  const documents = submission.documents.map((ref) => ({
    ...ref,
    state: isHeld(state, application, ref.id) ? 'clean' : 'expected',
  }));
  const view = {
    ...receiptOf(state, application),
    ...submission,
    documents,
    updatedAt,
    reason,
    ...assigneeTold(state, request, application),
  };
  const etag = state.has('application-without-etag') ? null : etagOf(application);
  if (request.header('prefer') !== 'return=minimal' || application.status === 'returned')
    return taggedAnswer(request, etag, jsonAnswer(200, view));
  const { data: _data, documents: _documents, ...short } = view;
  const told = state.has('short-tells-all') ? view : short;
  return jsonAnswer(200, told, { 'preference-applied': 'return=minimal' });
}

/** Part of what an officer reads; nobody else's. */
function assigneeTold(state: ModelState, { account }: ModelRequest, { assignee }: Application): object {
  if (assignee === null || (account.role !== 'officer' && !state.has('assignee-told-to-citizens'))) return {};
  return { assignee: { accountId: assignee, name: 'Officer' } };
}

export function maySee(state: ModelState, request: ModelRequest, application: Application): boolean {
  if (request.account.role === 'officer') {
    return application.status !== 'incomplete' || state.has('officers-see-incomplete');
  }
  return application.ownerId === request.account.id || state.has('other-owner-accepted');
}

export function receiptAnswer(state: ModelState, application: Application, status: number): ModelAnswer {
  const headers = state.has('application-without-etag') ? {} : { etag: etagOf(application) };
  return jsonAnswer(status, receiptOf(state, application), headers);
}

export function etagOf({ id, version, assignments }: Application): string {
  return `"${id.slice(-6)}-${version}.${assignments}"`;
}

/** The paper is verified; the last one makes the application complete. */
export async function finishDocument(state: ModelState, document: StoredDocument): Promise<void> {
  const application = state.applications.get(document.applicationId);
  const missingBefore = application === undefined ? [] : missingDocuments(state, application);
  if (state.has('completion-from-old-view')) await pause(5);
  document.isVerified = true;
  if (application === undefined) return;
  if (state.has('completes-twice')) await pause(5);
  const missing = state.has('completion-from-old-view')
    ? missingBefore.filter((id) => id !== document.id)
    : missingDocuments(state, application);
  const isWaiting = application.status === 'incomplete' || state.has('completes-twice');
  if (isWaiting && missing.length === 0) complete(state, application);
}

export function complete(state: ModelState, application: Application): void {
  application.status = 'submitted';
  if (!state.has('version-not-raised')) application.version += 1;
  application.updatedAt = new Date().toISOString();
  if (!state.has('feed-forgets-completion')) recordChange(state, application);
}

function receiptOf(state: ModelState, application: Application) {
  const { id, registrationNumber, status, version, receivedAt } = application;
  const missing = state.has('papers-listed-missing-never') ? [] : missingDocuments(state, application);
  const receipt = { id, registrationNumber, status, version, receivedAt, missingDocuments: missing };
  return missing.length > 0 ? receipt : { ...receipt, signed: signReceipt(state, application) };
}

function missingDocuments(state: ModelState, application: Application): readonly string[] {
  return application.submission.documents.map(({ id }) => id).filter((id) => !isHeld(state, application, id));
}

function isHeld(state: ModelState, application: Application, documentId: string): boolean {
  const document = state.documents.get(documentId);
  const ref = application.submission.documents.find(({ id }) => id === documentId);
  if (document === undefined || ref === undefined || document.ownerId !== application.ownerId) return false;
  const isSame = fingerprintOf(document.ref) === fingerprintOf(ref) || state.has('substitute-accepted');
  return isSame && (document.isVerified || (state.has('counts-begun-papers') && document.bytes.length > 0));
}

function nextNumber(state: ModelState, ownerId: string): string {
  const own = [...state.applications.values()].filter((application) => application.ownerId === ownerId).length;
  state.registered += 1;
  return `MODEL-${state.has('number-shared') ? own + 1 : state.registered}`;
}

function mangled(submission: Submission): Submission {
  const data: unknown = JSON.parse(Buffer.from(JSON.stringify(submission.data), 'latin1').toString('latin1'));
  return { ...submission, data: z.record(z.string(), z.unknown()).parse(data) };
}

function flattened(submission: Submission): Submission {
  const data = Object.entries(submission.data).map(([id, value]) => [
    id,
    typeof value === 'boolean' ? `${value}` : value,
  ]);
  return { ...submission, data: z.record(z.string(), z.unknown()).parse(Object.fromEntries(data)) };
}
