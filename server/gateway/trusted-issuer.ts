import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { Authenticator, Principal } from '../auth/authenticator.ts';
import type { AccountStore } from '../stores/account-store.ts';
import { StoreUnavailableError } from '../stores/sql-database.ts';
import { handInScope, keySetPath, TokenClaims, tokenType } from './token-claims.ts';

export interface TrustedIssuerParts {
  /** Origin of the gateway, as its tokens name it. */
  readonly issuer: string;
  /** Of this backend, as the gateway calls it. */
  readonly audience: string;
  readonly accounts: Pick<AccountStore, 'putProvided'>;
  nowMs(): number;
}

const algorithms = ['EdDSA', 'ES256', 'RS256', 'PS256'];
const clockToleranceS = 30;

/**
 * People come by a gateway's tokens (RFC 9068) and by nothing else: no cookie, no code, no session of our own.
 * Rejects with StoreUnavailableError while the gateway's keys can't be had: that is no reason to sign anybody out.
 */
export function trustedIssuer({ issuer, audience, accounts, nowMs }: TrustedIssuerParts): Authenticator {
  const keySet = createRemoteJWKSet(new URL(keySetPath, issuer));
  /** As they were last kept, by account: the table follows what the gateway says. */
  const kept = new Map<string, string>();

  async function principalOf(token: string): Promise<Principal | null> {
    const { payload } = await jwtVerify(token, keySet, {
      issuer,
      audience,
      algorithms,
      typ: tokenType,
      clockTolerance: clockToleranceS,
      currentDate: new Date(nowMs()),
    });
    const claims = TokenClaims.safeParse(payload);
    if (!claims.success) return null;
    const { sub, sid, name, roles, posts, phone_number: phone, scope } = claims.data;
    const account = { accountId: sub, name, roles, posts };
    const text = JSON.stringify(account);
    if (kept.get(sub) !== text) {
      await accounts.putProvided(account, nowMs());
      if (kept.size > 10_000) kept.clear();
      kept.set(sub, text);
    }
    const via = scope === handInScope ? 'ticket' : 'bearer';
    return { ...account, sessionId: sid, via, ...(phone === undefined ? {} : { phone }) };
  }

  return {
    authenticate: async ({ headers }) => {
      const token = /^bearer ([\w.-]+)$/i.exec(headers.get('authorization')?.trim() ?? '')?.[1];
      if (token === undefined) return null;
      try {
        return await principalOf(token);
      } catch (error) {
        if (error instanceof StoreUnavailableError) throw error;
        if (saysNo(error)) return null;
        throw new StoreUnavailableError("the issuer's keys", { cause: error });
      }
    },
  };
}

/** About the token, and not about how its keys were asked for. */
function saysNo(error: unknown): boolean {
  return (
    error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout) && error.code !== 'ERR_JOSE_GENERIC'
  );
}
