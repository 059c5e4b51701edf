import type { ToldStatus } from '#domain/application/status.ts';
import type { MediaType } from '#domain/service/definition.ts';
import type { Office } from '#domain/office/office.ts';
import type { ReasonCode } from '#domain/office/reason-code.ts';
import type { JsonObject } from '#lib/json.ts';
import type { Assignee } from './queue-line.ts';

/** One application as an official reads it. */
export interface DeskCase {
  readonly id: string;
  readonly registrationNumber: string;
  readonly serviceId: string;
  readonly schemaVersion: number;
  readonly status: ToldStatus;
  readonly version: number;
  readonly receivedAtMs: number;
  readonly updatedAtMs: number;
  /** NIK and KK numbers in it are masked where the office does so; none is to be shown whole as it came. */
  readonly data: JsonObject;
  readonly papers: readonly DeskPaper[];
  /** The words of the last return or refusal. */
  readonly reason: string | null;
  /** JSON pointers that the last return has marked: "/answer", "/documents/ktp". */
  readonly fields: readonly string[];
  /** Oldest first; empty where the office tells none. */
  readonly history: readonly CaseEvent[];
  readonly office: Office | null;
  readonly due: CaseDue | null;
  readonly results: readonly CaseResult[];
  readonly assignee: Assignee | null;
  readonly duplicates: readonly CaseDuplicate[];
  /** The resident and the field officer who put it in for them. */
  readonly onBehalf: { readonly name: string; readonly submittedBy: string } | null;
  /** Whether it came sealed. */
  readonly isSealed: boolean;
  /** What a decision names (If-Match): the state that was looked at. */
  readonly etag: string;
}

/** The whole numbers behind what the office masks. */
export interface RevealedNumbers {
  /** Of the case that they belong to. */
  readonly version: number;
  /** By JSON pointer into the answers. */
  readonly numbers: ReadonlyMap<string, string>;
}

export interface DeskPaper {
  readonly id: string;
  readonly slot: string;
  readonly mediaType: MediaType;
  readonly sizeBytes: number;
  /** `expected`: not at the office yet. */
  readonly state: 'clean' | 'expected' | 'rejected';
}

export interface CaseEvent {
  readonly atMs: number;
  /** "received", "return", "revise" …; one of a newer office comes as it is. */
  readonly action: string;
  readonly status: ToldStatus;
  readonly by: string;
  readonly role: string | null;
  readonly reason: string | null;
  readonly reasonCode: ReasonCode | null;
  readonly fields: readonly string[];
}

export interface CaseDue {
  readonly workingDays: number | null;
  /** WIB day; null while it is paused or over. */
  readonly dueOn: string | null;
  readonly pausedSinceMs: number | null;
}

export interface CaseResult {
  readonly id: string;
  readonly kind: 'file' | 'pickup';
  readonly title: string;
  readonly number: string | null;
  readonly atMs: number | null;
  readonly pickup: CasePickup | null;
}

export interface CasePickup {
  readonly place: string;
  /** WIB days. */
  readonly from: string;
  readonly until: string | null;
  readonly bring: string | null;
}

export interface CaseDuplicate {
  readonly id: string;
  readonly registrationNumber: string;
  readonly because: 'nik' | 'paper';
}
