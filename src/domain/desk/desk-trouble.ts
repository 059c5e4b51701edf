/** Why nothing came of what an official asked for. Nothing has changed at the office, as far as it is known. */
export type DeskTrouble =
  /** The session has ended, or is another person's by now. */
  | { readonly kind: 'signed-out' }
  /** Not an official, or not this role's to do. */
  | { readonly kind: 'not-allowed' }
  /** Not there, not of this official's offices, or not complete yet. */
  | { readonly kind: 'gone' }
  /** No answer, or nobody's. */
  | { readonly kind: 'offline' }
  | { readonly kind: 'busy'; readonly retryAfterMs: number }
  /** The app is older than the office, or the other way round. */
  | { readonly kind: 'other-version' };

/** Every way in which the office can answer the desk. */
export type DeskAnswer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  /** `problem`: the last part of its type, "changed-since"; null when it names none. */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly problem: string | null;
      readonly detail: string | null;
    }
  | DeskTrouble;
