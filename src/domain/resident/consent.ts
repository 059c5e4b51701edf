/**
 * How a resident agrees that the officer applies for them: with a finger on the screen, by a photo of the statement that
 * they signed or put their thumb on, or by word of mouth before a witness.
 */
export type ConsentMethod = 'signature' | 'signed-paper' | 'spoken';

/** What may be said of a consent without naming anybody: it stays with an entry that is sealed, too. */
export interface ConsentMark {
  /** Of the text that the resident read or heard. */
  readonly textVersion: string;
  readonly givenAtMs: number;
  readonly method: ConsentMethod;
  /** The resident has taken it back: what is not at the office is not sent any more. */
  readonly withdrawnAtMs?: number;
}

/** One resident's yes to one application. */
export interface Consent extends ConsentMark {
  /** In which the text was read. */
  readonly language: 'id' | 'en';
  /** Who was there when it was said; only of 'spoken'. */
  readonly witness: string | null;
  /** SHA-256 of the picture of it, which lies among the application's papers in `consentSlot`; null of 'spoken'. */
  readonly proof: string | null;
  /** Under a lock (domain/lock): witness and proof, sealed. On the phone's disk both are null then. */
  readonly locked?: ArrayBuffer | undefined;
}

/** Changes with every word of the text that a resident is asked to agree to (i18n: residents). */
export const consentTextVersion = '2026-11-26';

/** The slot of the picture. No service has a paper of that name: theirs have no full stop in them. */
export const consentSlot = 'consent.proof';
