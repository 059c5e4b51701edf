import type { Answers } from '#domain/form/answers.ts';
import type { MediaType } from '#domain/service/definition.ts';

/** What an outbox entry asks for, where it is no application of its own: the change of one that the office has. */
export interface AboutApplication {
  /** 'revision': the repaired form, whole. 'withdrawal': the person takes it back. */
  readonly kind: 'revision' | 'withdrawal';
  readonly applicationId: string;
  /** The office's version that the person had before them. One that was changed since is never written over. */
  readonly seenVersion: number;
}

/** A paper that lies at the office; its bytes are not on this phone. */
export interface OfficePaper {
  readonly id: string;
  readonly slot: string;
  readonly mediaType: MediaType;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** What the office gave back: enough to begin the repair with no signal. */
export interface ToRepair {
  /** JSON Pointers that the official marked: "/name", "/documents/<slot>". */
  readonly fields: readonly string[];
  readonly papers: readonly OfficePaper[];
  /** Missing where they may not lie readable on this phone, and nobody can open what lies there instead. */
  readonly answers?: Answers;
  /** In place of the answers: sealed under the lock of whose application it is. */
  readonly locked?: ArrayBuffer;
}

/** Whether the repair can begin with no signal. */
export function hasAnswers(repair: ToRepair | undefined): boolean {
  return repair?.answers !== undefined || repair?.locked !== undefined;
}

/** Of a draft that repairs an application under its number, instead of beginning one. */
export interface DraftRepair {
  readonly applicationId: string;
  readonly registrationNumber: string;
  readonly seenVersion: number;
  /** The official's words. */
  readonly reason: string | null;
  readonly fields: readonly string[];
  /** At the office, and not marked: they stay. */
  readonly kept: readonly OfficePaper[];
}

const papersPrefix = '/documents/';

/** The slot of a marked paper; undefined for an answer. A second part names one paper of the slot: all are asked anew. */
export function markedSlot(pointer: string): string | undefined {
  return pointer.startsWith(papersPrefix) ? pointer.slice(papersPrefix.length).split('/')[0] : undefined;
}

/** The papers that need not be sent again. */
export function keptPapers({ fields, papers }: Pick<ToRepair, 'fields' | 'papers'>): readonly OfficePaper[] {
  const marked = new Set(fields.map(markedSlot));
  return papers.filter(({ slot }) => !marked.has(slot));
}
