/**
 * How a resident agrees that the officer applies for them: with a finger on the screen, by a photo of the statement that
 * they signed or put their thumb on, or by word of mouth before a witness.
 */
type ConsentMethod = 'signature' | 'signed-paper' | 'spoken';

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
  /** The picture of it among the application's papers; null of 'spoken'. */
  readonly proofId: string | null;
}
