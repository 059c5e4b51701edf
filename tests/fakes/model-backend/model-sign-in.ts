import { randomInt, randomUUID } from 'node:crypto';
import { isAnswer, jsonAnswer, type ModelAnswer, type ModelRequest, problemAnswer, readJson } from './model-answer.ts';
import { isRecord, type ModelState } from './model-state.ts';

interface Code {
  readonly phone: string;
  readonly code: string;
  tries: number;
  isUsed: boolean;
}
interface Session {
  readonly id: string;
  readonly accountId: string;
  readonly phone: string;
  access: string;
  refresh: string;
  previous: string | null;
}

/** Signing in by number and code, in memory. */
export interface ModelSignIn {
  readonly codes: Map<string, Code>;
  readonly sessions: Map<string, Session>;
  readonly messages: Map<string, string>;
  /** Refresh tokens that had a successor, and of which session. */
  readonly replaced: Map<string, string>;
}

export function createModelSignIn(): ModelSignIn {
  return { codes: new Map(), sessions: new Map(), messages: new Map(), replaced: new Map() };
}

export function sessionOf({ sessions }: ModelSignIn, token: string): Session | undefined {
  return [...sessions.values()].find(({ access }) => access === token);
}

export async function answerAuth(
  state: ModelState,
  signIn: ModelSignIn,
  request: ModelRequest,
  what: string,
): Promise<ModelAnswer> {
  const json = await readJson(state, request);
  if (isAnswer(json)) return json;
  const asked: Readonly<Record<string, unknown>> = isRecord(json.value) ? json.value : {};
  if (request.method !== 'POST') return problemAnswer(404, 'No such address');
  if (what === 'otp') return sendCode(signIn, String(asked['phone']));
  if (what === 'revoke') {
    if (!state.has('revoke-ignored'))
      endBy(signIn, ({ refresh, access }) => [refresh, access].includes(String(asked['token'])));
    return { status: 200 };
  }
  if (what !== 'token') return problemAnswer(404, 'No such address');
  return asked['grant_type'] === 'refresh_token'
    ? refresh(state, signIn, String(asked['refresh_token']))
    : enter(state, signIn, asked);
}

export function listSessions(signIn: ModelSignIn, token: string): ModelAnswer {
  const current = sessionOf(signIn, token);
  const at = new Date().toISOString();
  const items = [...signIn.sessions.values()]
    .filter(({ accountId }) => accountId === current?.accountId)
    .map(({ id }) => ({ id, device: '', current: id === current?.id, isNew: false, createdAt: at, lastSeenAt: at }));
  return jsonAnswer(200, { items });
}

export function endSession(state: ModelState, signIn: ModelSignIn, token: string, id: string): ModelAnswer {
  const accountId = sessionOf(signIn, token)?.accountId;
  if (signIn.sessions.get(id)?.accountId !== accountId) return problemAnswer(404, 'No such session');
  if (!state.has('sessions-outlive-their-end')) signIn.sessions.delete(id);
  return { status: 204 };
}

function sendCode(signIn: ModelSignIn, phone: string): ModelAnswer {
  if (!/^\+628\d{7,11}$/.test(phone))
    return problemAnswer(422, 'Not a number', [{ pointer: '/phone', code: 'notPhone' }]);
  const requestId = randomUUID();
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
  signIn.codes.set(requestId, { phone, code, tries: 0, isUsed: false });
  signIn.messages.set(phone, code);
  return jsonAnswer(202, { requestId, expiresIn: 300, resendIn: 60 });
}

function enter(state: ModelState, signIn: ModelSignIn, asked: Readonly<Record<string, unknown>>): ModelAnswer {
  const known = signIn.codes.get(String(asked['request_id']));
  const isOver = known === undefined || (known.isUsed && !state.has('codes-open-twice'));
  if (isOver || (known.tries >= 5 && !state.has('codes-tried-for-ever'))) return problemAnswer(400, 'The code is over');
  if (known.phone !== asked['phone'] || known.code !== asked['code']) {
    known.tries += 1;
    return problemAnswer(400, 'The code does not fit');
  }
  known.isUsed = true;
  const id = randomUUID();
  const accountId = `model-${known.phone}`;
  signIn.sessions.set(id, {
    id,
    accountId,
    phone: known.phone,
    access: newToken(),
    refresh: newToken(),
    previous: null,
  });
  return tokensOf(signIn.sessions.get(id));
}

function refresh(state: ModelState, signIn: ModelSignIn, token: string): ModelAnswer {
  const session = [...signIn.sessions.values()].find((one) => one.refresh === token || one.previous === token);
  if (session !== undefined && session.previous === token) {
    if (!state.has('refresh-strict')) return tokensOf(session);
    endBy(signIn, ({ id }) => id === session.id);
    return problemAnswer(400, 'Used before');
  }
  if (session === undefined) {
    // Of a session that went on without it: two hold it.
    if (!state.has('refresh-reuse-ignored')) endBy(signIn, ({ id }) => signIn.replaced.get(token) === id);
    return problemAnswer(400, 'Not a token');
  }
  signIn.replaced.set(token, session.id);
  session.previous = token;
  session.refresh = newToken();
  return tokensOf(session);
}

const newToken = () => randomUUID();

function endBy({ sessions }: ModelSignIn, isMeant: (session: Session) => boolean): void {
  for (const session of sessions.values()) if (isMeant(session)) sessions.delete(session.id);
}

function tokensOf(session: Session | undefined): ModelAnswer {
  if (session === undefined) return problemAnswer(400, 'No session');
  const { access, refresh: next } = session;
  return jsonAnswer(200, { access_token: access, token_type: 'Bearer', expires_in: 600, refresh_token: next });
}
