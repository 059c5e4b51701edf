import type { LocalizedText } from '#domain/service/definition.ts';

/** Where one application of a day's work stands, in the words that an officer sorts by; 'returned': the office has given it back. */
export const dayStates = ['draft', 'returned', 'waiting', 'attention', 'received'] as const;
export type DayState = (typeof dayStates)[number];

/** One application on an officer's phone, begun or sent off. */
export interface DayRow {
  /** Of the draft, or of the application that it became. */
  readonly id: string;
  readonly state: DayState;
  /** Its resident has taken the yes back: it is not sent any more. */
  readonly isStopped?: true;
  readonly serviceId: string;
  readonly serviceName: LocalizedText;
  readonly residentId: string | null;
  /** Whom it is for, as far as this phone may still say it; '' when it may not. */
  readonly name: string;
  /** Registration number, once the office has it. */
  readonly number: string | null;
  /** When a draft was last changed, or Kirim was pressed. */
  readonly atMs: number;
  /** Plain words and digits to find it by; never shown. */
  readonly haystack: string;
}
