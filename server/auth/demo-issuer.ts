import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Post } from '#domain/office/office.ts';
import type { SessionStore } from '../stores/session-store.ts';
import type { Authenticator, Issuer, Role } from './authenticator.ts';
import type { SessionCookie } from './session-cookie.ts';
import type { SignInLimit } from './sign-in-limit.ts';

export interface DemoAccount {
  readonly accountId: string;
  /** Looks like a mobile number. */
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Of an official. */
  readonly posts?: readonly Post[] | undefined;
  /** Six digits, made at the first start. */
  readonly code: string;
}

export interface DemoIssuerParts {
  readonly accounts: readonly DemoAccount[];
  readonly sessions: SessionStore;
  readonly cookie: SessionCookie;
  readonly limit: SignInLimit;
  nowMs(): number;
}

const dayMs = 24 * 60 * 60 * 1000;
const citizenLifetimeMs = 30 * dayMs;
const officerLifetimeMs = dayMs / 2;
/** 256 bits. */
const tokenBytes = 32;

/** The simplest honest sign-in: known accounts, a code each, opaque tokens of which only the hash is kept. */
export function demoIssuer({ accounts, sessions, cookie, limit, nowMs }: DemoIssuerParts): Authenticator & Issuer {
  const byLogin = new Map(accounts.map((account) => [plainLogin(account.login), account]));
  const byId = new Map(accounts.map((account) => [account.accountId, account]));

  return {
    authenticate: async ({ headers }) => {
      const bearer = bearerToken(headers);
      const token = bearer ?? cookie.read(headers);
      if (token === undefined || token === '') return null;
      const session = await sessions.findByTokenHash(hashOf(token), nowMs());
      const account = session === undefined ? undefined : byId.get(session.accountId);
      if (session === undefined || account === undefined) return null;
      const { accountId, name, roles, posts = [] } = account;
      return { accountId, name, roles, posts, sessionId: session.id, via: bearer === undefined ? 'cookie' : 'bearer' };
    },
    signIn: async (login, code, clientAddress) => {
      const plain = plainLogin(login);
      const refused = limit.take(plain, clientAddress, nowMs());
      if (refused !== null) return { kind: 'too-many', retryAfterMs: refused.retryAfterMs };
      const account = byLogin.get(plain);
      // Compared in any case, so that an unknown login takes as long as a wrong code.
      const fits = sameText(code.trim(), account?.code ?? '------');
      if (!fits || account === undefined) return { kind: 'wrong' };
      limit.giveBack(plain, clientAddress);
      const token = randomBytes(tokenBytes).toString('base64url');
      const lifetimeMs = account.roles.some((role) => role !== 'pemohon') ? officerLifetimeMs : citizenLifetimeMs;
      const { accountId } = account;
      const sessionId = randomUUID();
      await sessions.add(
        { id: sessionId, tokenHash: hashOf(token), accountId, expiresAtMs: nowMs() + lifetimeMs },
        nowMs(),
      );
      return { kind: 'signed-in', token, lifetimeMs, accountId, sessionId };
    },
    revoke: async (token) => {
      const session = await sessions.findByTokenHash(hashOf(token), nowMs());
      if (session !== undefined) await sessions.remove(session.id, session.accountId);
    },
    endSession: (sessionId, accountId) => sessions.remove(sessionId, accountId),
  };
}

/** "0812-0000-0001", "+62 812 0000 0001" and "081200000001" are one login. */
function plainLogin(login: string): string {
  return login
    .slice(0, 100)
    .replaceAll(/[\s.()-]/g, '')
    .replace(/^\+?62(?=8)/, '0');
}

function bearerToken(headers: Headers): string | undefined {
  const header = headers.get('authorization');
  // A header that is no bearer token is an attempt that failed, not an invitation to look at the cookie.
  return header === null ? undefined : (/^bearer ([\w.~+/-]+=*)$/i.exec(header.trim())?.[1] ?? '');
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function sameText(left: string, right: string): boolean {
  return timingSafeEqual(createHash('sha256').update(left).digest(), createHash('sha256').update(right).digest());
}
