/** A resident whom a field officer helps: one folder on the officer's phone. Nothing of it is sent by itself. */
export interface Resident {
  readonly id: string;
  /** The officer's account; nobody else on this phone ever sees it. */
  readonly ownerId: string;
  /** The whole name in one; one word is a name. */
  readonly name: string;
  /** Digits as they were given; '' when not known. Odd ones are warned of, never refused. */
  readonly nik: string;
  /** E.164; '' when there is none. */
  readonly phone: string;
  /** A village code of Kepmendagri; '' when not known. */
  readonly area: string;
  /** The officer's own words, which stay on the phone. */
  readonly note: string;
  readonly addedAtMs: number;
  readonly changedAtMs: number;
  /** Under a lock (domain/lock): everything that the officer wrote down, sealed; the row has empty words then. */
  readonly locked?: ArrayBuffer | undefined;
}

/** What the officer writes down of a resident. */
export type ResidentWords = Pick<Resident, 'name' | 'nik' | 'phone' | 'area' | 'note'>;
