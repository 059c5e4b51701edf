import { randomBytes } from 'node:crypto';
import { parse, serialize } from 'hono/utils/cookie';
import type { AuthKeys } from '../auth/auth-keys.ts';
import { readClaims, type Reading } from './claims.ts';
import { type Flow, flowLifetimeMs, openFlow, sealFlow, secretsOf } from './flow.ts';
import { ownPath } from './own-path.ts';
import type { ProviderSettings } from './provider-settings.ts';
import { ProviderAway, ProviderRefusal, relyingParty } from './relying-party.ts';

export const callbackPath = '/v1/auth/oidc/callback';

export type Beginning =
  | { readonly kind: 'begun'; readonly url: string /** Value of Set-Cookie. */; readonly cookie: string }
  | { readonly kind: 'away' };

export type Ending =
  | { readonly kind: 'back'; readonly reading: Reading; readonly flow: Flow }
  /** Not begun in this browser, or too long ago. */
  | { readonly kind: 'not-begun' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'away' };

/** Signing in at the office's own provider: by authorization code, with PKCE, state and nonce. No token leaves it. */
export interface ProviderDoor {
  readonly issuer: string;
  readonly clientId: string;
  begin(returnTo: string | undefined, replaces: Flow['replaces']): Promise<Beginning>;
  /** @param answer the parameters that the provider has sent the browser back with */
  end(headers: Headers, answer: URLSearchParams): Promise<Ending>;
  /** Value of Set-Cookie: nothing is on its way any more. */
  clearCookie(): string;
  /** Where to leave the provider as well; null where that is not offered. */
  endSessionUrl(): Promise<string | null>;
}

export interface ProviderSurroundings {
  readonly keys: AuthKeys;
  readonly publicOrigin: string;
  readonly regency: string;
  /** For the operator: what went wrong, as a code. */
  readonly alarm: (event: string, facts: Readonly<Record<string, string>>) => void;
  nowMs(): number;
}

export function providerDoor(settings: ProviderSettings, surroundings: ProviderSurroundings): ProviderDoor {
  const { keys, publicOrigin, regency, nowMs } = surroundings;
  const provider = relyingParty(settings, `${publicOrigin}${callbackPath}`, nowMs);
  const cookie = flowCookie(publicOrigin.startsWith('https:'));

  function trouble(error: unknown): 'away' | 'refused' {
    if (!(error instanceof ProviderAway || error instanceof ProviderRefusal)) throw error;
    const kind = error instanceof ProviderAway ? 'away' : 'refused';
    surroundings.alarm(`sign-in provider: ${kind}`, { because: error.message });
    return kind;
  }

  return {
    issuer: settings.issuer,
    clientId: settings.clientId,
    begin: async (returnTo, replaces) => {
      const id = randomBytes(24).toString('base64url');
      const flow = { id, startedAtMs: nowMs(), returnTo: ownPath(returnTo, publicOrigin), replaces };
      try {
        const url = await provider.authorizationUrl(secretsOf(keys, flow));
        return { kind: 'begun', url, cookie: cookie.set(sealFlow(keys, flow)) };
      } catch (error) {
        trouble(error);
        return { kind: 'away' };
      }
    },
    end: async (headers, answer) => {
      const flow = openFlow(keys, cookie.read(headers), nowMs());
      if (flow === null) return { kind: 'not-begun' };
      try {
        const claims = await provider.redeem(answer, secretsOf(keys, flow));
        return { kind: 'back', reading: readClaims(claims, settings, regency), flow };
      } catch (error) {
        return { kind: trouble(error) };
      }
    },
    clearCookie: () => cookie.set(''),
    endSessionUrl: async () => {
      try {
        return await provider.endSessionUrl(`${publicOrigin}/`);
      } catch (error) {
        trouble(error);
        return null;
      }
    },
  };
}

/** Lax, because it has to come along when the provider sends the browser back: the only cookie that may. */
function flowCookie(secure: boolean) {
  const name = secure ? '__Host-oidc' : 'oidc';
  return {
    read: (headers: Headers) => parse(headers.get('cookie') ?? '', name)[name] ?? '',
    set: (value: string) =>
      serialize(name, value, {
        httpOnly: true,
        sameSite: 'Lax',
        path: '/',
        secure,
        maxAge: value === '' ? 0 : flowLifetimeMs / 1000,
      }),
  };
}
