import { z } from 'zod';
import { isAnswer, jsonAnswer, type ModelAnswer, type ModelRequest, problemAnswer, readJson } from './model-answer.ts';
import { etagOf, maySee } from './model-applications.ts';
import type { Application, ModelState } from './model-state.ts';

const statuses = new Set([
  'incomplete',
  'submitted',
  'under_review',
  'returned',
  'in_process',
  'awaiting_signature',
  'ready',
  'done',
  'rejected',
  'withdrawn',
]);
const Search = z.object({ q: z.string().min(2) });
const Assignment = z.object({ to: z.literal('me').nullable(), force: z.boolean().optional() });

export function getQueue(state: ModelState, request: ModelRequest): ModelAnswer {
  if (request.account.role !== 'officer' && !state.has('citizens-read-queue'))
    return problemAnswer(403, 'Officers only');
  const asked = request.query.get('status')?.split(',') ?? [];
  const sort = request.query.get('sort') ?? 'received';
  if (asked.some((status) => !statuses.has(status)) || !['received', 'due'].includes(sort))
    return problemAnswer(400, 'A parameter is not valid');
  const wanted = state.has('queue-first-status') ? asked.slice(0, 1) : asked;
  const service = request.query.get('service');
  const limit = Number(request.query.get('limit') ?? 100);
  const after = Number(request.query.get('after') ?? 0);
  const all = complete(state).filter(
    ({ status, submission }) =>
      (wanted.length === 0 || wanted.includes(status) || state.has('queue-ignores-status')) &&
      (service === null || submission.serviceId === service),
  );
  const items = all.slice(after, after + limit).map(itemOf);
  // Nothing here has a due day.
  const next = after + items.length - (state.has('queue-pages-overlap') && items.length > 1 ? 1 : 0);
  return jsonAnswer(200, { items, next: after + items.length < all.length ? String(next) : null });
}

function complete(state: ModelState): readonly Application[] {
  return [...state.applications.values()].filter(
    ({ status }) => status !== 'incomplete' || state.has('officers-see-incomplete'),
  );
}

function itemOf({ id, registrationNumber, submission, status, version, receivedAt }: Application) {
  return { id, registrationNumber, serviceId: submission.serviceId, status, version, receivedAt };
}

/** By number: it keeps no names. */
export async function searchQueue(state: ModelState, request: ModelRequest): Promise<ModelAnswer> {
  if (request.account.role !== 'officer') return problemAnswer(403, 'Officers only');
  const body = await readJson(state, request);
  if (isAnswer(body)) return body;
  const parsed = Search.safeParse(body.value);
  if (!parsed.success) return problemAnswer(422, 'Not a search', [{ pointer: '/q', code: 'too_small' }]);
  const found = complete(state).filter(
    ({ registrationNumber }) => registrationNumber === parsed.data.q || state.has('search-finds-all'),
  );
  return jsonAnswer(200, { items: found.slice(0, 100).map(itemOf), next: null });
}

export function getCounts(state: ModelState, request: ModelRequest): ModelAnswer {
  if (request.account.role !== 'officer') return problemAnswer(403, 'Officers only');
  const byStatus: Record<string, number> = {};
  const counted = state.has('counts-all-that-came') ? [...state.applications.values()] : complete(state);
  for (const { status } of counted) {
    const shown = state.has('counts-all-that-came') ? 'submitted' : status;
    byStatus[shown] = (byStatus[shown] ?? 0) + 1;
  }
  const mine = counted.filter(({ assignee }) => assignee === request.account.id).length;
  return jsonAnswer(200, { byStatus, late: 0, dueToday: 0, mine });
}

export async function putAssignment(state: ModelState, request: ModelRequest, id: string): Promise<ModelAnswer> {
  if (request.account.role !== 'officer') return problemAnswer(403, 'Officers only');
  const body = await readJson(state, request);
  if (isAnswer(body)) return body;
  const parsed = Assignment.safeParse(body.value);
  if (!parsed.success) return problemAnswer(422, 'Not an assignment', [{ pointer: '/to', code: 'invalid_value' }]);
  const application = state.applications.get(id);
  if (application === undefined || !maySee(state, request, application))
    return problemAnswer(404, 'No such application');
  const wanted = parsed.data.to === 'me' ? request.account.id : null;
  if (application.assignee !== wanted) {
    const { assignee } = application;
    const isSomebodyElses = assignee !== null && assignee !== request.account.id;
    if (isSomebodyElses && parsed.data.force !== true) return problemAnswer(409, 'Somebody else has it');
    const match = request.header('if-match');
    if (match === undefined) return problemAnswer(428, 'If-Match is missing');
    if (match !== etagOf(application)) return problemAnswer(412, 'The application has changed');
    application.assignee = wanted;
    application.assignments += 1;
  }
  const told = wanted === null ? {} : { assignee: { accountId: wanted, name: 'Officer' } };
  return jsonAnswer(200, { id, ...told }, { etag: etagOf(application) });
}
