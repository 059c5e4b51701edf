import { z } from 'zod';
import { etagOf, maySee, receiptAnswer } from './model-applications.ts';
import { isAnswer, type ModelAnswer, type ModelRequest, problemAnswer, readJson } from './model-answer.ts';
import { type Application, fingerprintOf, type ModelState, recordChange } from './model-state.ts';

const Decision = z.object({
  action: z.enum(['review', 'return', 'process', 'sign', 'ready', 'complete', 'reject']),
  reason: z.string().min(1).optional(),
  fields: z.array(z.string()).optional(),
});

const moves: Readonly<Record<z.infer<typeof Decision>['action'], readonly [from: readonly string[], to: string]>> = {
  review: [['submitted'], 'under_review'],
  return: [['under_review'], 'returned'],
  process: [['under_review'], 'in_process'],
  sign: [['in_process'], 'awaiting_signature'],
  ready: [['in_process', 'awaiting_signature'], 'ready'],
  complete: [['ready'], 'done'],
  reject: [['under_review'], 'rejected'],
};

export async function putDecision(
  state: ModelState,
  request: ModelRequest,
  id: string,
  decisionId: string,
): Promise<ModelAnswer> {
  if (request.account.role !== 'officer') return problemAnswer(403, 'Officers only');
  const body = await readJson(state, request);
  if (isAnswer(body)) return body;
  const parsed = Decision.safeParse(body.value);
  const needsReason = parsed.data?.action === 'return' || parsed.data?.action === 'reject';
  if (!parsed.success || (needsReason && parsed.data.reason === undefined)) {
    return problemAnswer(422, 'Not a decision', [{ pointer: '/reason', code: 'required' }]);
  }
  const application = state.applications.get(id);
  if (application === undefined || !maySee(state, request, application))
    return problemAnswer(404, 'No such application');
  const stale = precondition(state, request, application);
  if (stale !== null && state.has('decision-precondition-first')) return stale;
  const fingerprint = fingerprintOf(parsed.data);
  const taken = application.decisions.get(decisionId);
  if (taken !== undefined) {
    return taken === fingerprint
      ? receiptAnswer(state, application, 200)
      : problemAnswer(409, 'The id is used with other content');
  }
  if (stale !== null) return stale;
  const [from, to] = moves[parsed.data.action];
  const isFree = state.has('decision-stale-accepted') || state.has('decision-any-order');
  if (!from.includes(application.status) && !isFree) return problemAnswer(409, 'Not now');
  application.decisions.set(decisionId, fingerprint);
  application.status = to;
  application.version += 1;
  application.updatedAt = new Date().toISOString();
  application.reason = state.has('decision-loses-reason') ? null : (parsed.data.reason ?? application.reason);
  if (!state.has('decision-not-in-feed')) recordChange(state, application);
  return receiptAnswer(state, application, 201);
}

function precondition(state: ModelState, request: ModelRequest, application: Application): ModelAnswer | null {
  const match = request.header('if-match');
  if (match === undefined)
    return state.has('decision-without-match') ? null : problemAnswer(428, 'If-Match is missing');
  if (match === etagOf(application) || state.has('decision-stale-accepted')) return null;
  return problemAnswer(412, 'The application has changed');
}
