import { z } from 'zod';
import { CodeTicket } from '#contract/identity-schemas.ts';
import { Problem } from '#contract/schemas.ts';
import type { TestApp } from './test-app.ts';

export type Headers = Readonly<Record<string, string>>;
/** A request of the app, as a browser sends it. */
export const fromApp: Headers = { 'Sec-Fetch-Site': 'same-origin' };
export const codeGrant = 'urn:ajukan:params:oauth:grant-type:one-time-code';

/** "wrong-code" of a refusal, null of anything else. */
export async function problemOf(answer: Response): Promise<string | null> {
  const parsed = Problem.safeParse(await answer.clone().json());
  return parsed.success ? (parsed.data.type.split(':').at(-1) ?? null) : null;
}

export function cookieOf(answer: Response): string {
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

/** Somebody with a phone number, at an app in this process. */
export function codeSignIn(app: TestApp) {
  const ask = (phone: string, headers: Headers = {}, more: object = {}) =>
    app.send(null, 'POST', '/v1/auth/otp', { json: { phone, ...more }, headers });
  const ticketOf = async (answer: Response) => CodeTicket.parse(await answer.json()).requestId;
  const enter = (phone: string, requestId: string, code: string, headers: Headers = fromApp) =>
    app.send(null, 'POST', '/v1/auth/token', {
      json: { grant_type: codeGrant, request_id: requestId, phone, code },
      headers,
    });
  return {
    ask,
    enter,
    ticketOf,
    /** A number that was sent a code, and what it was. */
    asked: async (phone: string, headers: Headers = {}, more: object = {}) => {
      const requestId = await ticketOf(await ask(phone, headers, more));
      return { requestId, code: app.gateway.codeOf(phone) };
    },
    /** @returns the cookie of a new session */
    signedIn: async (phone: string, headers: Headers = fromApp) => {
      const requestId = await ticketOf(await ask(phone));
      return cookieOf(await enter(phone, requestId, app.gateway.codeOf(phone), headers));
    },
    me: async (cookie: string) => {
      const answer = await app.send(null, 'GET', '/v1/me', { headers: { Cookie: cookie } });
      return { status: answer.status, cookie: cookieOf(answer), body: z.unknown().parse(await answer.json()) };
    },
  };
}

/** Six digits that are not the code. */
export function wrongCode(code: string, turn = 1): string {
  return String((Number(code) + turn) % 1_000_000).padStart(6, '0');
}
