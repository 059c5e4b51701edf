import type { Outcome } from '#sync/ports.ts';
import { classify } from './classify.ts';
import type { HttpClient } from './http-client.ts';
import { readMe } from './wire.ts';

type SignInEnd =
  | { readonly kind: 'signed-in'; readonly account: { readonly accountId: string; readonly name: string } }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'no-connection' }
  | { readonly kind: 'busy'; readonly retryAfterMs: number };

const demoGrant = 'urn:ajukan:params:oauth:grant-type:demo';

/** Sign-in at the reference issuer. The token answer sets the session cookie; the token itself is not kept. */
export function createSignInGate(http: HttpClient, nowMs: () => number) {
  const never = new AbortController().signal;

  return {
    async signIn(login: string, code: string): Promise<SignInEnd> {
      const token = await http.send(
        {
          method: 'POST',
          target: '/v1/auth/token',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ grant_type: demoGrant, login, code }),
        },
        never,
      );
      const granted = classify(token, 'resource', nowMs(), ({ mediaType }) =>
        mediaType === 'application/json' ? true : undefined,
      );
      // RFC 6749 section 5.2: a wrong code is 400 invalid_grant, a wrong client 401.
      if (granted.kind !== 'ok') return failedEnd(granted);
      const me = classify(await http.send({ method: 'GET', target: '/v1/me' }, never), 'resource', nowMs(), (answer) =>
        answer.mediaType === 'application/json' ? readMe(answer.body) : undefined,
      );
      if (me.kind === 'ok') return { kind: 'signed-in', account: me.value };
      return me.kind === 'busy' ? me : { kind: 'no-connection' };
    },

    async signOut(): Promise<void> {
      await http.send({ method: 'DELETE', target: '/v1/me/sessions/current' }, never);
    },
  };
}

function failedEnd(outcome: Exclude<Outcome<never>, { kind: 'ok' }>): SignInEnd {
  switch (outcome.kind) {
    case 'busy':
      return outcome;
    case 'sign-in-needed':
      return { kind: 'wrong' };
    case 'refused':
      return { kind: [400, 401, 403, 422].includes(outcome.status) ? 'wrong' : 'no-connection' };
    case 'unreachable':
    case 'update-needed':
    case 'offset-conflict':
    case 'upload-gone':
    case 'digest-mismatch':
      return { kind: 'no-connection' };
  }
}
