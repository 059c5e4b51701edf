/** What an office has given for an application. */
interface Named {
  readonly id: string;
  readonly title: string;
  /** That the document bears; null where it has none. */
  readonly number: string | null;
  readonly givenAtMs: number;
}

export interface GivenFile extends Named {
  readonly kind: 'file';
  readonly sizeBytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

export interface GivenPickup extends Named {
  readonly kind: 'pickup';
  readonly place: string;
  /** WIB day, "2026-12-01". */
  readonly from: string;
  readonly until: string | null;
  /** What to bring. */
  readonly bring: string | null;
}

export type GivenResult = GivenFile | GivenPickup;

/** What anybody may know of a document by its number. */
export interface IssuedDocument {
  readonly kind: 'found';
  readonly number: string;
  readonly serviceId: string;
  /** WIB day. */
  readonly issuedOn: string;
  readonly office: { readonly level: 'desa' | 'kecamatan' | 'dinas'; readonly area: string } | null;
}
export type IssuedAnswer = IssuedDocument | { readonly kind: 'unknown' | 'busy' | 'no-connection' };
