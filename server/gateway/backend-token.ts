import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Principal } from '../auth/authenticator.ts';
import type { BackendKeys } from './backend-keys.ts';
import { handInScope, tokenType } from './token-claims.ts';

/** A token lives for one request; this is what clocks may differ and a slow line may take. */
const lifetimeS = 120;

export interface TokenTerms {
  readonly issuer: string;
  /** The backend's own address. */
  readonly audience: string;
  readonly nowMs: number;
  /** Nothing may be read with it. */
  readonly handsInOnly: boolean;
}

/**
 * An access token (RFC 9068) for the backend, which says who somebody is and never leaves the two servers.
 * @param phone E.164, of who has proved one; null for everybody else
 */
export function backendToken(
  { signing }: BackendKeys,
  { accountId, name, roles, posts, sessionId }: Principal,
  phone: string | null,
  { issuer, audience, nowMs, handsInOnly }: TokenTerms,
): Promise<string> {
  const nowS = Math.floor(nowMs / 1000);
  return new SignJWT({
    client_id: issuer,
    sid: sessionId,
    name,
    roles: [...roles],
    posts: posts.map((post) => ({ ...post })),
    ...(phone === null ? {} : { phone_number: phone }),
    ...(handsInOnly ? { scope: handInScope } : {}),
  })
    .setProtectedHeader({ alg: 'EdDSA', kid: signing.kid, typ: tokenType })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(accountId)
    .setJti(randomUUID())
    .setIssuedAt(nowS)
    .setExpirationTime(nowS + lifetimeS)
    .sign(signing.key);
}
