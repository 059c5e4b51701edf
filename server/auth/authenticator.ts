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
  /** E.164, as a gateway has told it; absent where accounts are kept here. */
  readonly phone?: string;
  /** A cookie travels by itself, also from other sites: such a request has to show where it comes from. */
  readonly via: 'bearer' | 'cookie' | 'ticket';
  /** Of who comes by an upload ticket, whose id then stands for the session. */
  readonly ticket?: TicketScope;
  /** The next cookie, when it is time for one. */
  readonly renewal?: CarriedToken | null;
}

/** What an upload ticket is good for: handing in what was made on one phone, and no reading. */
export interface TicketScope {
  readonly deviceId: string;
  /** One application with this body, whoever carries it; null: all of this phone and owner. */
  readonly only: { readonly applicationId: string; readonly envelopeSha256: string } | null;
}

/** Somebody, wherever they are signed in. */
export type KnownAccount = Omit<Principal, 'sessionId' | 'phone' | 'via' | 'renewal' | 'ticket'>;

/** A cookie that goes back with the answer. */
export interface CarriedToken {
  readonly token: string;
  readonly lifetimeMs: number;
}

/** Who a request comes from. Whatever issues the tokens, the routes know only this. */
export interface Authenticator {
  /** Null for nobody, for an unknown token and for an ended session. */
  authenticate(request: { readonly headers: Headers }): Promise<Principal | null>;
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
