import type { StoredAccount } from '../stores/account-store.ts';
import type { StoredSession } from '../stores/session-store.ts';
import type { CarriedToken, KnownAccount } from './authenticator.ts';

/** A request as the limits and the list of devices see it. */
export interface Caller {
  readonly address: string;
  /** "Chrome, Android"; empty when unknown. */
  readonly device: string;
}

export type CodePurpose = 'sign-in' | 'change-number';

export interface CodeRequest {
  /** E.164 */
  readonly phone: string;
  readonly purpose: CodePurpose;
  /** The phone's own id; empty when it does not say. */
  readonly deviceId: string;
}

export type TooMany = { readonly kind: 'too-many'; readonly retryAfterMs: number };

export type CodeIssue =
  /** The same whether or not the number has an account. */
  | { readonly kind: 'sent'; readonly requestId: string; readonly lifetimeMs: number; readonly resendAfterMs: number }
  | { readonly kind: 'not-sent'; readonly retryAfterMs: number }
  | TooMany;

export interface CodeProof {
  readonly requestId: string;
  /** E.164 */
  readonly phone: string;
  readonly code: string;
}

/** wrong: try again. spent: five tries are over. expired: too old, used, or never asked for. */
export type CodeRefusal = 'wrong' | 'spent' | 'expired';

/** What a client holds of a session. A browser gets `carried` as a cookie and nothing else. */
export interface Grant {
  readonly kind: 'granted';
  readonly accountId: string;
  readonly sessionId: string;
  readonly accessToken: string;
  readonly accessLifetimeMs: number;
  readonly carried: CarriedToken;
}

export type SignIn = Grant | { readonly kind: CodeRefusal } | TooMany;

export type NumberChange =
  | { readonly kind: 'changed'; readonly account: StoredAccount }
  | { readonly kind: CodeRefusal }
  /** Neither a young sign-in nor a right code of the old number. */
  | { readonly kind: 'proof-needed' }
  | { readonly kind: 'in-use' };

/** The reference issuer. A backend with an issuer of its own (OIDC) has none. */
export interface Issuer {
  /** Null where no code can be sent: then there is the demo sign-in only. */
  readonly requestCode: ((request: CodeRequest, caller: Caller) => Promise<CodeIssue>) | null;
  signInByCode(proof: CodeProof, caller: Caller): Promise<SignIn>;
  signInByDemo(login: string, code: string, caller: Caller): Promise<SignIn>;
  /** Somebody whom the office's own provider has named, with the roles and offices that they have from now on. */
  signInByProvider(account: KnownAccount, caller: Caller): Promise<Grant | null>;
  /** The provider names no task of theirs any more: no session of theirs opens anything from now on. */
  forgetProvided(accountId: string): Promise<void>;
  /** Null: not a refresh token of a living session. */
  refresh(token: string): Promise<Grant | null>;
  /** Ends the session of a token; says nothing about whether there was one. */
  revoke(token: string): Promise<void>;
  accountOf(accountId: string): Promise<StoredAccount | undefined>;
  sessionsOf(accountId: string): Promise<readonly StoredSession[]>;
  /** False when the account has no such session. */
  endSession(sessionId: string, accountId: string): Promise<boolean>;
  endOtherSessions(accountId: string, keptId: string): Promise<void>;
  /** @param oldNumber proof of the number that the account has now; needed unless the session is young */
  changeNumber(
    who: { readonly accountId: string; readonly sessionId: string },
    newNumber: CodeProof,
    oldNumber: Omit<CodeProof, 'phone'> | null,
  ): Promise<NumberChange>;
}
