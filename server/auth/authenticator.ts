import type { Context } from 'hono';
import type { z } from 'zod';
import type { Role as RoleWire } from '#contract/schemas.ts';
import type { AuditNote } from '../stores/audit-chain.ts';
import type { Post } from '#domain/office/office.ts';

export type Role = z.output<typeof RoleWire>;

export interface Principal {
  readonly accountId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The offices that an official works for; empty for everybody else. */
  readonly posts: readonly Post[];
  readonly sessionId: string;
  /** A cookie travels by itself, also from other sites: such a request has to show where it comes from. */
  readonly via: 'bearer' | 'cookie';
}

/** Who a request comes from. Whatever issues the tokens, the routes know only this. */
export interface Authenticator {
  /** Null for nobody, for an unknown token and for an ended session. */
  authenticate(request: { readonly headers: Headers }): Promise<Principal | null>;
}

export type SignIn =
  | {
      readonly kind: 'signed-in';
      readonly token: string;
      readonly lifetimeMs: number;
      readonly accountId: string;
      readonly sessionId: string;
    }
  /** Unknown login or wrong code: it never says which. */
  | { readonly kind: 'wrong' }
  | { readonly kind: 'too-many'; readonly retryAfterMs: number };

/** The reference issuer. A backend with an issuer of its own (OIDC) has none. */
export interface Issuer {
  signIn(login: string, code: string, clientAddress: string): Promise<SignIn>;
  /** Ends the session of a token; says nothing about whether there was one. */
  revoke(token: string): Promise<void>;
  /** False when the account has no such session. */
  endSession(sessionId: string, accountId: string): Promise<boolean>;
}

export interface RequestVariables {
  Variables: {
    principal: Principal | null;
    /** Whoever is signed in, also where they may not go on; `principal` is who may. */
    caller: Principal | null;
    /** What the audit log is to say of this request, once it is answered. */
    audit: AuditNote | null;
    /** The body as it was sent, where it is JSON. */
    json: unknown;
  };
}

/** The caller of a route that needs a session. The access rules have let nobody else through. */
export function getPrincipal(c: Context<RequestVariables>): Principal {
  const principal = c.get('principal');
  if (principal === null) throw new Error('A route that needs a session ran without one');
  return principal;
}
