import type { MediaType } from '#domain/service/definition.ts';

/** A paper that a person keeps on the phone for applications to come, without its bytes. Nothing of it is ever sent. */
export interface WalletPaper {
  readonly id: string;
  /** Account that it belongs to; null until the first sign-in on this phone claims it. */
  readonly ownerId: string | null;
  /** The resident whose paper it is, in the folder that an officer keeps; missing: the person's own. */
  readonly residentId?: string;
  /** What paper it is ('ktp'), as the service that asked for it called it; a later release may know more kinds. */
  readonly kind: string;
  /** Whose paper it is, in the person's words; '' when they have not said. */
  readonly whose: string;
  /** As the person's phone called it. */
  readonly fileName: string;
  readonly mediaType: MediaType;
  readonly sizeBytes: number;
  /** Lower-case hex of the bytes. */
  readonly sha256: string;
  /** When it was photographed or picked. */
  readonly takenAtMs: number;
  /** The last calendar day on which it holds good (YYYY-MM-DD), as the person says; null: no end is known. */
  readonly validUntil: string | null;
  /** Under a lock (domain/lock): its words, length and digest, sealed; those of the row are of the sealed bytes. */
  readonly locked?: ArrayBuffer | undefined;
}
