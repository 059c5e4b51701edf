/** What the account door needs from the office and from the phone. api/ and storage/ supply it by shape. */
import type {
  AskedCode,
  CodeAsked,
  CodeProof,
  CodePurpose,
  CodeRefusal,
  Profile,
  SessionsEnded,
  Unanswered,
  UnsentOfLost,
} from './menu-account.ts';
import type { StoredAccount } from './ports.ts';

type ReadProfile = Extract<Profile, { readonly kind: 'read' }>;

/** Every part resolves, whatever the office says or does not say. */
export interface DoorGate {
  askCode(phone: string, purpose: CodePurpose, deviceId: string | null): Promise<CodeAsked>;
  /** On success the browser holds the session's cookie. */
  enter(
    asked: AskedCode,
    code: string,
  ): Promise<{ readonly kind: 'signed-in'; readonly account: StoredAccount } | CodeRefusal | Unanswered>;
  /** Null: not offered, or no answer. */
  officialSignIn(): Promise<string | null>;
  whoAmI(): Promise<
    { readonly kind: 'signed-in'; readonly account: StoredAccount } | { readonly kind: 'sign-in-needed' } | Unanswered
  >;
  /** Resolves also when the office can't be reached; where to go on, or null. */
  signOut(): Promise<string | null>;
  /** With the account that the session belongs to. */
  profile(): Promise<Exclude<Profile, ReadProfile> | (ReadProfile & { readonly accountId: string })>;
  endSession(id: string): Promise<SessionsEnded>;
  endOtherSessions(): Promise<SessionsEnded>;
  /** @param orderId minted here, so that it is one order however often it is asked */
  orderWipe(deviceId: string, orderId: string, unsent: UnsentOfLost): Promise<SessionsEnded>;
  changeNumber(
    newNumber: CodeProof,
    oldNumber: CodeProof | null,
  ): Promise<
    | { readonly kind: 'changed'; readonly account: StoredAccount }
    | { readonly kind: 'proof-needed' | 'number-in-use' | 'sign-in-needed' }
    | CodeRefusal
    | Unanswered
  >;
}

/** One asked code, outlasting the page; null when there is none, or none that can be read. */
export interface AskedCodeKeeper {
  read(): AskedCode | null;
  keep(asked: AskedCode | null): void;
}
