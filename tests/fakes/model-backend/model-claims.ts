import { receiptAnswer } from './model-applications.ts';
import { jsonAnswer, type ModelAnswer, problemAnswer } from './model-answer.ts';
import type { ModelState } from './model-state.ts';

/** Nobody offers anything here. */
export function listClaims(state: ModelState): ModelAnswer {
  const all = state.has('claims-of-anybody') ? [...state.applications.values()] : [];
  const items = all.slice(0, 100).map(({ id, registrationNumber, receivedAt, submission: { serviceId } }) => ({
    id,
    registrationNumber,
    receivedAt,
    serviceId,
    office: null,
    claimed: false,
  }));
  return jsonAnswer(200, { items });
}

export function putClaim(state: ModelState, id: string): ModelAnswer {
  const application = state.applications.get(id);
  if (application === undefined || !state.has('claims-of-anybody')) return problemAnswer(404, 'No such claim');
  return receiptAnswer(state, application, 200);
}
