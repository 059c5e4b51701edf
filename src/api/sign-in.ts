import { showPhone } from '#domain/identity/phone.ts';
import { isRecord } from '#lib/is-record.ts';
import type { Outcome } from '#sync/ports.ts';
import { classify, retryAfterMs } from './classify.ts';
import type { HttpAnswer, HttpClient, HttpRequest } from './http-client.ts';
import { readCodeTicket, readNextPath, readOfficialSignIn, readSessions } from './identity-wire.ts';
import { problemKind } from './problem.ts';
import { readMe } from './wire.ts';

type Unanswered =
  | { readonly kind: 'no-connection' }
  | { readonly kind: 'busy' | 'too-often'; readonly retryAfterMs: number };
type CodeRefusal = { readonly kind: 'wrong' | 'spent' | 'expired' };
interface AskedCode {
  readonly requestId: string;
  readonly phone: string;
  readonly expiresAtMs: number;
  readonly resendAtMs: number;
}
interface CodeProof {
  readonly asked: AskedCode;
  readonly code: string;
}
interface KnownAccount {
  readonly accountId: string;
  readonly name: string;
  readonly roles: readonly string[];
}

const dayMs = 24 * 3_600_000;
const codeGrant = 'urn:ajukan:params:oauth:grant-type:one-time-code';

/** Whether a sign-out is still to be told to the office. */
interface UnheardSignOut {
  read(): boolean;
  keep(isUnheard: boolean): void;
}

/**
 * Signing in at the reference issuer by number and code. The session is a cookie that this code never sees: one that
 * somebody left while the office could not hear it lets nobody in.
 */
export function createSignInGate(http: HttpClient, nowMs: () => number, unheard: UnheardSignOut) {
  const never = new AbortController().signal;

  async function ask<T>(request: HttpRequest, accept: (answer: HttpAnswer) => T | undefined): Promise<Asked<T>> {
    const answer = await http.send(request, never);
    const outcome = classify(answer, 'resource', nowMs(), accept);
    const problem = answer.kind === 'answer' ? problemKind(answer) : null;
    if (answer.kind === 'silence' || answer.status !== 429) return { outcome, problem };
    // Codes are counted by the day, so that this is longer than anything that the queue would wait for.
    return {
      outcome: { kind: 'too-often', retryAfterMs: retryAfterMs(answer.header('retry-after'), nowMs(), dayMs) },
      problem,
    };
  }
  const send = <T>(
    method: 'POST' | 'PUT',
    target: string,
    body: object,
    accept: (answer: HttpAnswer) => T | undefined,
  ) => ask({ method, target, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }, accept);
  const me = () => ask({ method: 'GET', target: '/v1/me' }, (answer) => readAccount(answer));

  async function leave() {
    unheard.keep(true);
    const answer = await http.send({ method: 'DELETE', target: '/v1/me/sessions/current' }, never);
    // 401 and 404: there is no session any more.
    if (answer.kind === 'answer' && [204, 401, 404].includes(answer.status)) unheard.keep(false);
    return answer;
  }

  async function end(target: string) {
    const { outcome } = await ask({ method: 'DELETE', target }, ({ status }) => (status === 204 ? true : undefined));
    // Who is not there any more has been ended.
    const isGone = outcome.kind === 'refused' && outcome.status === 404;
    return outcome.kind === 'ok' || isGone ? ({ kind: 'ended' } as const) : withoutAnswer(outcome);
  }

  return {
    async askCode(phone: string, purpose: 'sign-in' | 'change-number', deviceId: string | null) {
      const body = { phone, purpose, ...(deviceId === null ? {} : { device: deviceId }) };
      const { outcome, problem } = await send('POST', '/v1/auth/otp', body, ({ body: ticket }) =>
        readCodeTicket(ticket, nowMs()),
      );
      if (outcome.kind === 'ok') return { kind: 'sent' as const, asked: { ...outcome.value, phone } };
      if (problem === 'code-not-sent') return { kind: 'not-sent' as const };
      if (outcome.kind === 'refused' && outcome.status === 422) return { kind: 'not-a-number' as const };
      return unanswered(outcome);
    },

    async enter({ requestId, phone }: AskedCode, code: string) {
      const body = { grant_type: codeGrant, request_id: requestId, phone, code };
      const { outcome, problem } = await send('POST', '/v1/auth/token', body, ({ mediaType }) =>
        mediaType === 'application/json' ? true : undefined,
      );
      const refusal = outcome.kind === 'ok' ? null : (codeRefusal(problem) ?? unanswered(outcome));
      // A used code may be our own: it was let in, and the answer to what comes next was lost.
      if (refusal !== null && (refusal.kind !== 'expired' || unheard.read())) return refusal;
      // The office has put the new session in the old one's place.
      if (refusal === null) unheard.keep(false);
      const known = await me();
      if (known.outcome.kind !== 'ok') return refusal ?? unanswered(known.outcome);
      const { account, phone: own } = known.outcome.value;
      return refusal !== null && own !== phone ? refusal : { kind: 'signed-in' as const, account };
    },

    async officialSignIn(): Promise<string | null> {
      if (unheard.read()) await leave();
      const answer = await http.send({ method: 'GET', target: '/.well-known/public-service-sync' }, never);
      return answer.kind === 'answer' && answer.status === 200 ? readOfficialSignIn(answer.body) : null;
    },

    async whoAmI() {
      if (unheard.read()) await leave();
      if (unheard.read()) return { kind: 'no-connection' as const };
      const { outcome } = await me();
      if (outcome.kind !== 'ok') return withoutAnswer(outcome);
      return { kind: 'signed-in' as const, account: outcome.value.account };
    },

    async signOut(): Promise<string | null> {
      const answer = await leave();
      return answer.kind === 'answer' ? readNextPath(answer.header('link')) : null;
    },

    async profile() {
      const [known, listed] = await Promise.all([
        me(),
        ask({ method: 'GET', target: '/v1/me/sessions' }, ({ body }) => readSessions(body)),
      ]);
      if (known.outcome.kind !== 'ok') return withoutAnswer(known.outcome);
      if (listed.outcome.kind !== 'ok') return withoutAnswer(listed.outcome);
      const { account, phone } = known.outcome.value;
      return { kind: 'read' as const, accountId: account.accountId, phone, ...listed.outcome.value };
    },

    endSession: (id: string) => end(`/v1/me/sessions/${encodeURIComponent(id)}`),
    endOtherSessions: () => end('/v1/me/sessions'),

    async orderWipe(deviceId: string, orderId: string, unsent: 'keep-sealed' | 'delete') {
      const target = `/v1/me/devices/${encodeURIComponent(deviceId)}/orders/${orderId}`;
      const { outcome } = await send('PUT', target, { action: 'wipe', unsent }, ({ mediaType }) =>
        mediaType === 'application/json' ? true : undefined,
      );
      return outcome.kind === 'ok' ? ({ kind: 'ended' } as const) : withoutAnswer(outcome);
    },

    async changeNumber(newNumber: CodeProof, oldNumber: CodeProof | null) {
      const body = {
        phone: newNumber.asked.phone,
        proof: proofOf(newNumber),
        ...(oldNumber === null ? {} : { oldProof: proofOf(oldNumber) }),
      };
      const { outcome, problem } = await send('PUT', '/v1/me/phone', body, (answer) => readAccount(answer));
      if (outcome.kind === 'ok') return { kind: 'changed' as const, account: outcome.value.account };
      if (problem === 'proof-needed') return { kind: 'proof-needed' as const };
      if (problem === 'number-in-use') return { kind: 'number-in-use' as const };
      return codeRefusal(problem) ?? withoutAnswer(outcome);
    },
  };
}

interface Asked<T> {
  readonly outcome: Outcome<T> | TooOften;
  /** The last part of a problem's `type`: "wrong-code". */
  readonly problem: string | null;
}
interface TooOften {
  readonly kind: 'too-often';
  readonly retryAfterMs: number;
}
type Failed = Exclude<Outcome<never>, { kind: 'ok' }> | TooOften;

function codeRefusal(problem: string | null): CodeRefusal | null {
  if (problem === 'wrong-code' || problem === 'invalid-request') return { kind: 'wrong' };
  if (problem === 'code-spent') return { kind: 'spent' };
  return problem === 'code-expired' || problem === 'invalid-grant' ? { kind: 'expired' } : null;
}

function unanswered(outcome: Failed): Unanswered {
  return outcome.kind === 'busy' || outcome.kind === 'too-often' ? outcome : { kind: 'no-connection' };
}

function withoutAnswer(outcome: Failed): Unanswered | { readonly kind: 'sign-in-needed' } {
  return outcome.kind === 'sign-in-needed' ? outcome : unanswered(outcome);
}

function proofOf({ asked, code }: CodeProof) {
  return { requestId: asked.requestId, code };
}

/** Who has not told a name yet goes by the number. */
function readAccount({ mediaType, body }: HttpAnswer): { account: KnownAccount; phone: string | null } | undefined {
  const me = mediaType === 'application/json' ? readMe(body) : undefined;
  if (me === undefined || !isRecord(body)) return undefined;
  const phone = typeof body['phone'] === 'string' ? body['phone'] : null;
  const name = me.name === '' && phone !== null ? showPhone(phone) : me.name;
  return { account: { ...me, name }, phone };
}
