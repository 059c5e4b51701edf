/** The part of the list that is here, page after page. Pure, so that a refresh can be shown to lose nothing. */
import type { DeskCase } from '#domain/desk/desk-case.ts';
import type { QueueLine, QueuePage } from '#domain/desk/queue-line.ts';

export interface QueueList {
  readonly lines: readonly QueueLine[];
  readonly next: string | null;
  /** Came, or moved on, since the list was first looked at. */
  readonly fresh: ReadonlySet<string>;
}

export function firstPage({ lines, next }: QueuePage): QueueList {
  return { lines, next, fresh: new Set() };
}

/** One that has moved meanwhile may come twice: the later word counts, where it stood. */
export function withPage(list: QueueList, page: QueuePage): QueueList {
  const later = new Map(page.lines.map((line) => [line.id, line]));
  const kept = list.lines.map((line) => {
    const again = later.get(line.id);
    later.delete(line.id);
    return again ?? line;
  });
  return { lines: [...kept, ...later.values()], next: page.next, fresh: list.fresh };
}

/** The list as the office has it now; what was not in the one before, or in another version, is marked. */
export function refreshed(before: QueueList, now: QueueList): QueueList {
  const known = new Map(before.lines.map((line) => [line.id, line.version]));
  const here = new Set(now.lines.map(({ id }) => id));
  const changed = now.lines.filter(({ id, version }) => known.get(id) !== version).map(({ id }) => id);
  const still = [...before.fresh].filter((id) => here.has(id));
  return { ...now, fresh: new Set([...still, ...changed]) };
}

/** What is known of one of them by now, without asking for its page again. */
export function withCase(list: QueueList, { id, status, version, assignee, due }: DeskCase): QueueList {
  const isOther = (line: QueueLine) => line.id === id && line.version <= version;
  if (!list.lines.some(isOther)) return list;
  const dueOn = due?.dueOn ?? null;
  const lines = list.lines.map((line) => (isOther(line) ? { ...line, status, version, assignee, dueOn } : line));
  return { ...list, lines };
}

/** Looked at: no news any more. */
export function withSeen(list: QueueList, id: string): QueueList {
  if (!list.fresh.has(id)) return list;
  return { ...list, fresh: new Set([...list.fresh].filter((one) => one !== id)) };
}
