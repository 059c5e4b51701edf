/**
 * The rows as they lie on the phone, version 4. Index keys stand beside the value that they are made of, because
 * IndexedDB can't index null and must not have to look into the value. Some phone still holds somebody's unsent
 * application in this shape: a change here is a migration (migrations/README.md).
 */
import type { Draft } from '#domain/application/draft.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import type { Resident } from '#domain/resident/resident.ts';
import type { ServiceDefinition, ServiceSummary } from '#domain/service/definition.ts';
import type { WalletPaper } from '#domain/wallet/wallet-paper.ts';

/** The account's id, or '' while nobody on this phone has claimed the row. */
export type OwnerKey = string;
export const unclaimed: OwnerKey = '';

export function ownerKeyOf(ownerId: string | null): OwnerKey {
  return ownerId ?? unclaimed;
}

/** A person sees what is theirs and what nobody has claimed yet, never another account's. */
export function isVisibleTo(rowOwner: OwnerKey, accountId: string | null): boolean {
  return rowOwner === unclaimed || rowOwner === accountId;
}

export interface MetaRow {
  readonly key: string;
  readonly value: unknown;
}

export interface DraftRow {
  readonly id: string;
  readonly ownerKey: OwnerKey;
  readonly updatedAtMs: number;
  /** Present while the draft is discarded but can still be taken back. */
  readonly hiddenAtMs?: number;
  /** Of the resident whom it is for. */
  readonly residentId?: string;
  /** Of the application that it repairs. */
  readonly aboutId?: string;
  readonly draft: Draft;
}

/** Bytes are an ArrayBuffer, never a Blob, and are read by primary key only (Safari loses Blobs: W10, W12). */
export interface PayloadRow {
  readonly id: string;
  readonly bytes: ArrayBuffer;
  /** Of what an office has given: sealed under the lock of its owner, so that they are not the bytes the office named. */
  readonly locked?: true;
}

export interface OutboxRow {
  readonly applicationId: string;
  readonly ownerKey: OwnerKey;
  /** Of a change its own id, because it shares its number with an application. */
  readonly deviceId: string;
  readonly sequence: number;
  readonly state: OutboxEntry['delivery']['state'];
  /** Present while a delivered entry's bytes are still kept: when the grace began. */
  readonly graceFromMs?: number;
  /** The counted day on which the phone's clock first said that the grace is over. */
  readonly overSinceDay?: number;
  /** Of the resident whom it is for. */
  readonly residentId?: string;
  /** Of the application that it changes. */
  readonly aboutId?: string;
  readonly entry: OutboxEntry;
}

export type CatalogueRow =
  | {
      readonly key: 'list';
      readonly services: readonly ServiceSummary[];
      readonly etag: string | null;
      readonly confirmedAtMs: number;
    }
  | { readonly key: `service/${string}`; readonly definition: ServiceDefinition; readonly etag: string | null };

/** A row that this release can't read, kept as it was found. */
export interface QuarantineRow {
  /** "<table>/<primary key>". */
  readonly id: string;
  readonly table: string;
  readonly row: unknown;
  readonly sinceMs: number;
}

export type TrackedRow = TrackedApplication;

/** A paper that is kept for applications to come. Its bytes are a payload of their own, under the same id. */
export interface WalletRow {
  readonly id: string;
  readonly ownerKey: OwnerKey;
  readonly kind: string;
  /** Present while the paper is deleted but can still be taken back. */
  readonly hiddenAtMs?: number;
  /** Of the resident whose paper it is; missing of the person's own. */
  readonly residentId?: string;
  readonly paper: WalletPaper;
}

/** A folder of an officer's; see the domain. */
export interface ResidentRow {
  readonly id: string;
  readonly ownerKey: OwnerKey;
  /** Present while the folder is deleted but can still be taken back. */
  readonly hiddenAtMs?: number;
  readonly resident: Resident;
}

/** A file that another app has handed to this one, until the person has said where it belongs. */
export interface SharedFileRow {
  readonly id: string;
  /** Whose phone it was when the file came. */
  readonly ownerKey: OwnerKey;
  readonly sharedAtMs: number;
  readonly name: string;
  /** As the sender called it; the bytes have the last word. */
  readonly mediaType: string;
  readonly bytes: ArrayBuffer;
}

export function draftRow(draft: Draft, hiddenAtMs?: number): DraftRow {
  return {
    id: draft.id,
    ownerKey: ownerKeyOf(draft.ownerId),
    updatedAtMs: draft.updatedAtMs,
    ...(hiddenAtMs === undefined ? {} : { hiddenAtMs }),
    ...ofResident(draft),
    ...(draft.repair === undefined ? {} : { aboutId: draft.repair.applicationId }),
    draft,
  };
}

export function outboxRow(entry: OutboxEntry): OutboxRow {
  return {
    applicationId: entry.applicationId,
    ownerKey: ownerKeyOf(entry.ownerId),
    deviceId: rowDeviceId(entry),
    sequence: entry.sequence,
    state: entry.delivery.state,
    ...(entry.delivery.state === 'delivered' && entry.claimedAtMs === undefined
      ? { graceFromMs: entry.delivery.deliveredAtMs }
      : {}),
    ...ofResident(entry),
    ...(entry.about === undefined ? {} : { aboutId: entry.about.applicationId }),
    entry,
  };
}

export function rowDeviceId({ about, applicationId, deviceId }: OutboxEntry): string {
  return about === undefined ? deviceId : applicationId;
}

/** Its index key; none where it is for the person themselves. */
export function ofResident({ residentId }: { readonly residentId?: string }): { readonly residentId?: string } {
  return residentId === undefined ? {} : { residentId };
}
