import type { OfficeStatus } from '#domain/application/status.ts';

export interface ChangeEntry {
  readonly applicationId: string;
  readonly status: OfficeStatus;
  readonly version: number;
  readonly atMs: number;
}

export type FeedRead =
  | { readonly kind: 'page'; readonly items: readonly ChangeEntry[]; readonly next: string; readonly more: boolean }
  /** The cursor is not of this feed: the reader starts again without one. */
  | { readonly kind: 'unknown-cursor' };

/** What happened to an account's applications. No entry is ever left out between two cursors. */
export interface ChangeFeed {
  /** @param cursor opaque, from `next`; null for the beginning */
  read(audience: string, cursor: string | null, limit: number): Promise<FeedRead>;
}
