import { isStopped } from '#domain/application/is-stopped.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';

/** What an officer leaves on the phone by signing out. */
export interface HandOver {
  readonly drafts: number;
  /** On their way, and only the office can open them. */
  readonly sealed: number;
  /** On their way, as they were filled in. */
  readonly unsealed: number;
  /** Can't go as they are: only who sent them can repair them. */
  readonly attention: number;
  /** Their resident has taken the yes back: they are not sent any more. */
  readonly stopped: number;
  /** Of all of these that were sent off, those that anybody can read who takes the phone apart. */
  readonly readable: number;
  /** Folders of residents. */
  readonly folders: number;
  /** Nothing stays that this officer still has to do, or that could go astray unsealed. Folders stay until they are deleted. */
  readonly isSafe: boolean;
}

/** @param unsent everything sent off that is not at the office */
export function handOver(drafts: number, unsent: readonly OutboxEntry[], folders: number): HandOver {
  const open = unsent.filter((entry) => !isStopped(entry));
  const stopped = unsent.length - open.length;
  const attention = open.filter(({ delivery }) => delivery.state === 'needs-person').length;
  const sealed = open.filter((entry) => entry.delivery.state === 'waiting' && entry.sealed !== undefined).length;
  const unsealed = open.length - attention - sealed;
  const readable = unsent.filter((entry) => entry.sealed === undefined).length;
  const isSafe = drafts === 0 && attention === 0 && readable === 0;
  return { drafts, sealed, unsealed, attention, stopped, readable, folders, isSafe };
}
