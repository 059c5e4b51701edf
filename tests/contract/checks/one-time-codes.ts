import { randomInt } from 'node:crypto';
import { CodeTicket, SessionList, TokenResponse } from '#contract/identity-schemas.ts';
import { Me } from '#contract/schemas.ts';
import type { Answer, ApiClient } from '../api-client.ts';
import type { Check, CheckContext } from '../check.ts';
import { expectStatus, expectThat, fail } from '../expect.ts';
import { read } from '../read.ts';

const codeGrant = 'urn:ajukan:params:oauth:grant-type:one-time-code';

const post = (client: ApiClient, path: string, content: unknown): Promise<Answer> =>
  client.send({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(content),
  });

/** Nobody's: no operator gives out 0812-00…, and no two runs meet. */
const newNumber = () => `+62812000${String(randomInt(0, 1_000_000)).padStart(6, '0')}`;

async function askCode({ nobody, codeSentTo }: CheckContext) {
  const phone = newNumber();
  const answer = await post(nobody, '/v1/auth/otp', { phone });
  expectStatus(answer, 202);
  const { requestId } = read(CodeTicket, answer);
  const code = (await codeSentTo?.(phone)) ?? fail(`no code arrived at ${phone}`);
  const enter = (typed: string) =>
    post(nobody, '/v1/auth/token', { grant_type: codeGrant, request_id: requestId, phone, code: typed });
  return { phone, code, enter };
}

/** Somebody whom nobody has seen before, with a session of their own. */
export async function signIn(context: CheckContext) {
  const { phone, code, enter } = await askCode(context);
  const answer = await enter(code);
  expectStatus(answer, 200);
  const tokens = read(TokenResponse, answer);
  const who = context.as('somebody new', tokens.access_token);
  const me = await who.get('/v1/me');
  expectStatus(me, 200);
  expectThat(read(Me, me).phone === phone, `${me.exchange}: phone is not the number that signed in`);
  return { who, accountId: read(Me, me).accountId, tokens, code, enter };
}

const refresh = ({ nobody }: CheckContext, refresh_token: string) =>
  post(nobody, '/v1/auth/token', { grant_type: 'refresh_token', refresh_token });

const other = (code: string, turn: number) => String((Number(code) + turn) % 1_000_000).padStart(6, '0');

/** For backends that sign citizens in by code (`signIn` is "otp"), when the suite can read the messages. */
export const oneTimeCodeChecks: readonly Check[] = [
  {
    id: 'code-makes-account',
    level: 'core',
    needs: 'codes',
    title: 'a number and its code are an account of its own, a code opens once, and no number is none',
    async run(context) {
      const first = await signIn(context);
      const second = await signIn(context);
      expectThat(first.accountId !== second.accountId, 'two numbers have one account');
      expectStatus(await first.enter(first.code), 400);
      expectStatus(await post(context.nobody, '/v1/auth/otp', { phone: 'bukan nomor' }), 422);
    },
  },
  {
    id: 'code-five-tries',
    level: 'core',
    needs: 'codes',
    title: 'a code is over after five wrong tries, also when they come at once',
    async run(context) {
      const { code, enter } = await askCode(context);
      const answers = await Promise.all(Array.from({ length: 12 }, (_, turn) => enter(other(code, turn + 1))));
      for (const answer of answers) expectStatus(answer, 400, 429);
      expectStatus(await enter(code), 400, 429);
    },
  },
  {
    id: 'refresh-lost-answer',
    level: 'core',
    needs: 'codes',
    title:
      'a refresh token holds until its successor is used, so that a lost answer signs nobody out, and not after that',
    async run(context) {
      const { tokens } = await signIn(context);
      const first = tokens.refresh_token ?? fail('POST /v1/auth/token gives no refresh token');
      expectStatus(await refresh(context, first), 200);
      const again = await refresh(context, first);
      expectStatus(again, 200);
      const next = read(TokenResponse, again).refresh_token ?? fail(`${again.exchange}: no refresh token`);
      expectStatus(await refresh(context, next), 200);
      expectStatus(await refresh(context, first), 400);
      expectStatus(await refresh(context, next), 400);
    },
  },
  {
    id: 'session-ended',
    level: 'core',
    needs: 'codes',
    title: 'sessions are listed, and one that was ended or revoked opens nothing any more',
    async run(context) {
      for (const end of ['delete', 'revoke'] as const) {
        const { who, tokens } = await signIn(context);
        const listed = await who.get('/v1/me/sessions');
        expectStatus(listed, 200);
        const current = read(SessionList, listed).items.find((session) => session.current);
        const id = current?.id ?? fail(`${listed.exchange}: the session of the request is not listed`);
        const ended =
          end === 'delete'
            ? await who.send({ method: 'DELETE', path: `/v1/me/sessions/${encodeURIComponent(id)}` })
            : await post(context.nobody, '/v1/auth/revoke', { token: tokens.refresh_token });
        expectStatus(ended, 200, 204);
        expectStatus(await who.get('/v1/me'), 401);
        expectStatus(await refresh(context, tokens.refresh_token ?? ''), 400, 422);
      }
    },
  },
];
