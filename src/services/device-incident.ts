/** What the office and this phone have found out about the phone, until the person says that they know. */
export type DeviceIncident =
  | {
      /** By order of the person from another phone, or of the office. */
      readonly kind: 'wiped' | 'signed-out';
      readonly by: 'person' | 'office';
      readonly orderedAtMs: number;
      readonly drafts: number;
      readonly applications: number;
      /** Of the applications, those that the office never had. */
      readonly neverSent: number;
      readonly keptSealed: number;
    }
  /** Numbers that neither the phone nor the office has: "3, 7-9". */
  | { readonly kind: 'numbers-lost'; readonly numbers: string };
