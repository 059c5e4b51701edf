import type { SessionStore, StoredSession } from '../stores/session-store.ts';
import type { AuthKeys } from './auth-keys.ts';
import type { CarriedToken, KnownAccount } from './authenticator.ts';
import type { Grant } from './issuer.ts';
import { accessLifetimeMs, judgePresented, type Lifetime, lifetimeOf, settlesNow } from './session-rules.ts';
import { openToken, sealToken, type SessionToken } from './session-token.ts';

export interface SessionsParts {
  readonly store: SessionStore;
  readonly keys: AuthKeys;
  /** Null for one that may not sign in any more. */
  readonly accountOf: (accountId: string) => Promise<KnownAccount | null>;
  /** A token turned up that had been replaced: its session has been ended. */
  readonly onReuse: () => void;
  nowMs(): number;
}

export interface KnownSession {
  readonly session: StoredSession;
  readonly account: KnownAccount;
  /** The next cookie, when it is time for one. */
  readonly renewal: CarriedToken | null;
}

export interface Sessions {
  /** Makes it, unless it is there already. Null when it has been in use since. */
  open(sessionId: string, accountId: string, device: string): Promise<Grant | null>;
  /** The session of an access token. */
  byAccess(token: string): Promise<KnownSession | null>;
  byCookie(token: string): Promise<KnownSession | null>;
  refresh(token: string): Promise<Grant | null>;
  /** Ends the session of a token of any kind. */
  revoke(token: string): Promise<void>;
}

export function sessions(parts: SessionsParts): Sessions {
  const { store, keys, nowMs } = parts;

  function grant(session: StoredSession, generation: number): Grant {
    const { id, accountId, expiresAtMs } = session;
    const accessEndsAtMs = Math.min(nowMs() + accessLifetimeMs, expiresAtMs);
    return {
      kind: 'granted',
      accountId,
      sessionId: id,
      accessToken: sealToken(keys, { kind: 'access', sessionId: id, number: accessEndsAtMs }),
      accessLifetimeMs: accessEndsAtMs - nowMs(),
      carried: carried(session, generation),
    };
  }

  function carried({ id, expiresAtMs }: StoredSession, generation: number): CarriedToken {
    return {
      token: sealToken(keys, { kind: 'chain', sessionId: id, number: generation }),
      lifetimeMs: expiresAtMs - nowMs(),
    };
  }

  /** As it is after this use of it. */
  async function used(session: StoredSession, lifetime: Lifetime): Promise<StoredSession> {
    // From now on the code that opened it opens nothing.
    if (session.generation === 0 && session.settledAtMs === null) await store.settle(session.id, 0, nowMs());
    if (nowMs() - session.lastSeenAtMs < lifetime.touchMs) return session;
    const expiresAtMs = Math.min(nowMs() + lifetime.idleMs, session.createdAtMs + lifetime.absoluteMs);
    await store.touch(session.id, nowMs(), expiresAtMs);
    return { ...session, lastSeenAtMs: nowMs(), expiresAtMs };
  }

  async function found(token: SessionToken | null, kind: SessionToken['kind']) {
    if (token?.kind !== kind) return null;
    const session = await store.find(token.sessionId, nowMs());
    const account = session === undefined ? null : await parts.accountOf(session.accountId);
    return session === undefined || account === null ? null : { session, account, lifetime: lifetimeOf(account.roles) };
  }

  /** A chain's token that may still be used, and what it means. A reused one ends its session. */
  async function presented(text: string) {
    const token = openToken(keys, text);
    const known = await found(token, 'chain');
    if (token === null || known === null) return null;
    const meaning = judgePresented(known.session, token.number, nowMs()).kind;
    if (meaning === 'reused') {
      await store.remove(known.session.id, known.session.accountId);
      parts.onReuse();
      return null;
    }
    return { ...known, session: await used(known.session, known.lifetime), meaning };
  }

  return {
    open: async (sessionId, accountId, device) => {
      const account = await parts.accountOf(accountId);
      if (account === null) return null;
      // What has ended is not kept: it tells where somebody was.
      await store.removeExpired(nowMs());
      const expiresAtMs = nowMs() + lifetimeOf(account.roles).idleMs;
      await store.add({ id: sessionId, accountId, device, expiresAtMs }, nowMs());
      const session = await store.find(sessionId, nowMs());
      if (session?.accountId !== accountId || session.generation > 0 || session.settledAtMs !== null) return null;
      return grant(session, 0);
    },
    byAccess: async (text) => {
      const token = openToken(keys, text);
      const known = await found(token, 'access');
      if (token === null || known === null || token.number <= nowMs()) return null;
      return { session: await used(known.session, known.lifetime), account: known.account, renewal: null };
    },
    byCookie: async (text) => {
      const known = await presented(text);
      if (known === null) return null;
      const { session, account, lifetime, meaning } = known;
      if (meaning === 'answer-lost') return { session, account, renewal: carried(session, session.generation) };
      if (meaning === 'overtaken') return { session, account, renewal: null };
      if (settlesNow(session, nowMs())) await store.settle(session.id, session.generation, nowMs());
      if (nowMs() - session.generationAtMs < lifetime.rollMs) return { session, account, renewal: null };
      await store.advance(session.id, session.generation, nowMs());
      return { session, account, renewal: carried(session, session.generation + 1) };
    },
    refresh: async (text) => {
      const known = await presented(text);
      if (known === null) return null;
      const { session, meaning } = known;
      // Who asks again, having heard no answer, gets the same successor.
      if (meaning !== 'current') return grant(session, session.generation);
      await store.advance(session.id, session.generation, nowMs());
      return grant(session, session.generation + 1);
    },
    revoke: async (text) => {
      const token = openToken(keys, text);
      const session = token === null ? undefined : await store.find(token.sessionId, nowMs());
      if (session !== undefined) await store.remove(session.id, session.accountId);
    },
  };
}
