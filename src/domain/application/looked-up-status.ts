import type { ToldStatus } from './status.ts';

/** All that the office tells who holds a receipt. */
export interface FoundStatus {
  readonly kind: 'found';
  readonly status: ToldStatus;
  /** WIB day. */
  readonly dueOn: string | null;
  readonly changedAtMs: number;
}

export type LookupResult =
  | FoundStatus
  /** There is none with this number and this secret; which of them is wrong, the office does not say. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'no-connection' };
