import type { ToldStatus } from '#domain/application/status.ts';
import type { Office } from '#domain/office/office.ts';

/** The official who has taken an application. */
export interface Assignee {
  readonly accountId: string;
  readonly name: string;
}

/** One line of an office's list. */
export interface QueueLine {
  readonly id: string;
  readonly registrationNumber: string;
  readonly serviceId: string;
  readonly status: ToldStatus;
  readonly version: number;
  readonly receivedAtMs: number;
  /** Null where the form asks for none. */
  readonly applicantName: string | null;
  readonly office: Office | null;
  /** WIB day, "2026-11-30"; null while none runs. */
  readonly dueOn: string | null;
  readonly assignee: Assignee | null;
  /** Another one of the same person, or with the same paper, is at an office of this official. */
  readonly hasDuplicates: boolean;
  readonly isSealed: boolean;
  /** Name of the field officer who put it in. */
  readonly submittedBy: string | null;
}

/** What is asked of the list; what is left out is not asked. */
export interface QueueFilter {
  readonly statuses?: readonly ToldStatus[];
  readonly serviceId?: string;
  /** Kepmendagri code; the code of a larger place stands for all in it. */
  readonly area?: string;
  /** A registration number, the beginning of a word of a name, or a whole NIK. */
  readonly search?: string;
  readonly assignee?: 'me' | 'none';
  /** `late`: its day is over. `week`: today and the six days after it. */
  readonly due?: 'late' | 'today' | 'week';
  readonly sort?: 'received' | 'due';
}

export interface QueuePage {
  readonly lines: readonly QueueLine[];
  /** Goes into the next question; null at the end. */
  readonly next: string | null;
}

export interface QueueCounts {
  readonly byStatus: Readonly<Record<string, number>>;
  /** Open ones whose day is over. */
  readonly late: number;
  readonly dueToday: number;
  /** Open ones that this official has taken. */
  readonly mine: number;
}
