/** What screens may ask for about who uses this phone. Loaded when somebody asks: filling in and Kirim need none of it. */

/** Nothing has changed, and nothing is lost. */
export type AccountTrouble =
  /** Another tab or the worker is sending and has not let go. */
  | { readonly kind: 'in-use' }
  /** The phone can't write at the moment. */
  | { readonly kind: 'not-stored' };

/** The office has not said yes or no. */
export type Unanswered =
  | { readonly kind: 'no-connection' }
  /** It can't keep up with everybody (503). */
  | { readonly kind: 'busy'; readonly retryAfterMs: number }
  /** This person, number or network has asked too often (429): up to a day. */
  | { readonly kind: 'too-often'; readonly retryAfterMs: number };

export type CodePurpose = 'sign-in' | 'change-number';

/** A code that is on its way to a phone. */
export interface AskedCode {
  readonly requestId: string;
  /** E.164 */
  readonly phone: string;
  readonly expiresAtMs: number;
  /** From then on another may be asked for. */
  readonly resendAtMs: number;
}
export type CodeAsked =
  | { readonly kind: 'sent'; readonly asked: AskedCode }
  /** Nobody took the message over. */
  | { readonly kind: 'not-sent' }
  | { readonly kind: 'not-a-number' }
  | Unanswered;

/** wrong: look again. spent: too many tries. expired: too old, or used. The last two need a new code. */
export type CodeRefusal = { readonly kind: 'wrong' | 'spent' | 'expired' };
export type SignInResult = { readonly kind: 'signed-in' } | CodeRefusal | Unanswered | AccountTrouble;

export type CameIn = { readonly kind: 'signed-in' } | { readonly kind: 'sign-in-needed' } | Unanswered | AccountTrouble;
/** `goTo` is where the browser goes to leave the place of sign-in, too; null where there is no more to leave. */
export interface SignedOut {
  readonly kind: 'signed-out';
  readonly goTo: string | null;
}

export interface CodeProof {
  readonly asked: AskedCode;
  readonly code: string;
}

export type NumberChanged =
  | { readonly kind: 'changed' }
  /** A code of the old number is needed as well. */
  | { readonly kind: 'proof-needed' }
  | { readonly kind: 'number-in-use' }
  | { readonly kind: 'sign-in-needed' }
  | CodeRefusal
  | Unanswered
  | AccountTrouble;

/** Where this account is signed in. */
export interface SessionLine {
  readonly id: string;
  /** "Chrome, Android"; empty when unknown. */
  readonly device: string;
  /** Null for what has never reported as a phone with an Ajukan of its own: it can be signed out only. */
  readonly deviceId: string | null;
  readonly current: boolean;
  /** Came later than this phone, and not long ago. */
  readonly isNew: boolean;
  /** Nobody is signed in there any more; it only sends what still waits on it. */
  readonly sendsOnly: boolean;
  readonly lastSeenAtMs: number;
}
/** A phone that was to be emptied. */
export interface LostLine {
  readonly deviceId: string;
  /** "Chrome, Android"; empty when unknown. */
  readonly device: string;
  readonly orderedAtMs: number;
  /** When it was emptied, as it says itself; null until then. */
  readonly doneAtMs: number | null;
}
export type Profile =
  | {
      readonly kind: 'read';
      readonly phone: string | null;
      readonly sessions: readonly SessionLine[];
      /** The latest first. */
      readonly lost: readonly LostLine[];
    }
  | { readonly kind: 'sign-in-needed' }
  | Unanswered;
export type SessionsEnded = { readonly kind: 'ended' } | { readonly kind: 'sign-in-needed' } | Unanswered;

/** What becomes of what was sent off on a lost phone and has not arrived: it stays where it is sealed, or it goes. */
export type UnsentOfLost = 'keep-sealed' | 'delete';

export interface AccountDoor {
  /** The code that this phone waits for, also when the app was closed in between; null when there is none that holds. */
  waitingFor(): AskedCode | null;
  /** Another number, please. */
  forgetCode(): void;
  askCode(phone: string, purpose: CodePurpose): Promise<CodeAsked>;
  /** With the code that is waited for. What was waiting to be sent goes at once. */
  enter(code: string): Promise<SignInResult>;
  /** Where officers sign in, as an address that the browser has to go to; null where nothing is offered or heard. */
  officialSignIn(): Promise<string | null>;
  /** Back from there: as whoever the office says that came in. What was waiting to be sent goes at once. */
  comeIn(): Promise<CameIn>;
  /** Whether what waits here can go in its owner's name after a sign-out. */
  sendsOn(): Promise<boolean>;
  /**
   * Locks; nothing unsent is removed. `still-goes`: it is sent under its owner's name all the same, by the ticket that
   * stays here. `stays`: it waits until they sign in again.
   */
  signOut(waiting: 'still-goes' | 'stays'): Promise<SignedOut | AccountTrouble>;
  profile(): Promise<Profile>;
  endSession(id: string): Promise<SessionsEnded>;
  endOtherSessions(): Promise<SessionsEnded>;
  /** "HP itu hilang": it is signed out at once, and emptied when it is next in contact. */
  orderWipe(deviceId: string, unsent: UnsentOfLost): Promise<SessionsEnded>;
  changeNumber(newNumber: CodeProof, oldNumber: CodeProof | null): Promise<NumberChanged>;
}
