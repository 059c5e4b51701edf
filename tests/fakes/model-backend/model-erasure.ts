import { isAnswer, jsonAnswer, type ModelAnswer, type ModelRequest, problemAnswer, readJson } from './model-answer.ts';
import type { ModelSignIn } from './model-sign-in.ts';
import { isRecord, type ModelState } from './model-state.ts';

const dueAfterMs = 72 * 60 * 60 * 1000;

/** Takes away what is not complete, remembers the ids, and ends every session of the account. */
export async function putErasure(state: ModelState, signIn: ModelSignIn, request: ModelRequest): Promise<ModelAnswer> {
  const body = await readJson(state, request);
  if (isAnswer(body)) return body;
  const wish = isRecord(body.value) ? body.value['erase'] : undefined;
  if (wish !== 'everything-not-kept-by-law')
    return problemAnswer(422, 'Not said what is asked for', [{ pointer: '/erase', code: 'wrongShape' }]);
  const mine = [...state.applications.values()].filter(({ ownerId }) => ownerId === request.account.id);
  const incomplete = mine.filter(({ status }) => status === 'incomplete');
  for (const { id } of incomplete) {
    state.applications.delete(id);
    if (!state.has('erased-comes-back')) state.erased.add(id);
  }
  for (const [id, { accountId }] of signIn.sessions)
    if (accountId === request.account.id && !state.has('erasure-keeps-sessions')) signIn.sessions.delete(id);
  const now = Date.now();
  return jsonAnswer(200, {
    requestedAt: new Date(now).toISOString(),
    dueAt: new Date(now + dueAfterMs).toISOString(),
    erasedApplications: incomplete.length,
    keptApplications: mine.length - incomplete.length,
  });
}
