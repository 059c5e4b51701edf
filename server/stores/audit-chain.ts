import { createHash } from 'node:crypto';

/** What is noted. New kinds go at the end; one that was ever written keeps its name. */
export const auditEvents = [
  'sign-in',
  'sign-in-refused',
  'session-end',
  'access-refused',
  'application-read',
  'document-read',
  'decision',
  'key-use',
  'export',
  'number-change',
  'erasure',
  'claim',
  'device-order',
  'device-receipt',
  'device-loss',
  'retention',
  'code-asked',
  'lock-share',
  'lock-recovery',
  'withdrawal',
  'queue-read',
  'assignment',
  'reveal',
] as const;
export type AuditEvent = (typeof auditEvents)[number];

/** Words of our own and ids, never anything that a person has typed. */
export interface AuditNote {
  readonly event: AuditEvent;
  /** Account id; null where nobody is signed in. */
  readonly actor: string | null;
  /** Id of an application, a document, a session or a key. */
  readonly subject: string | null;
  /** A route's pattern, the action of a decision, the kind of a refusal, the questions whose numbers were shown. */
  readonly about: string | null;
}

export interface AuditEntry extends AuditNote {
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  readonly atMs: number;
  readonly previous: string;
  readonly hash: string;
}

const id = /^[\w.-]{1,64}$/;
const words = /^[\w ./:*-]{1,100}$/;

/** Throws on anything that could be more than an id or a word of ours: what is in the log stays there. */
export function assertImpersonal({ actor, subject, about }: AuditNote): void {
  const fits = (text: string | null, shape: RegExp) => text === null || shape.test(text);
  if (!fits(actor, id) || !fits(subject, id) || !fits(about, words)) {
    throw new Error('An audit note holds more than ids and words of our own');
  }
}

/** SHA-256 over the previous hash and the entry as RFC 8785 has it: sorted keys, no white space, UTC. */
export function hashOf({ seq, atMs, previous, event, actor, subject, about }: Omit<AuditEntry, 'hash'>): string {
  const canonical = JSON.stringify({ about, actor, at: new Date(atMs).toISOString(), event, seq, subject });
  return createHash('sha256').update(`${previous}\n${canonical}`).digest('hex');
}

/** The next entry after `last`. */
export function entryAfter(
  last: { readonly seq: number; readonly hash: string },
  note: AuditNote,
  atMs: number,
): AuditEntry {
  assertImpersonal(note);
  const { event, actor, subject, about } = note;
  const entry = { seq: last.seq + 1, atMs, previous: last.hash, event, actor, subject, about };
  return { ...entry, hash: hashOf(entry) };
}
