import type { ToldStatus } from '#domain/application/status.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import { forgotten, goOn, offer, tellPerson } from './offer-again.ts';
import type { Clock, EntryPage, Office, OfficeChange, OutboxStore } from './ports.ts';
import { beforeFirst } from './waiting-line.ts';

/** Statuses that come with words of the office, which the feed does not carry. */
const statusesWithReason: readonly ToldStatus[] = ['returned', 'rejected'];
/** A feed that never ends is a broken one. */
const maxPages = 200;
const heldPageSize = 100;
const askedTogether = 3;

/** `offered-again`: the office has forgotten something that this phone still holds, and it waits to be sent again. */
export type PullResult = 'up-to-date' | 'sign-in-needed' | 'offered-again' | 'later';

interface PullPorts {
  readonly store: OutboxStore;
  readonly office: Office;
  readonly clock: Clock;
}

/** What waits again because of this look at the feed, however the look ends. */
interface Again {
  offered: number;
}

/** Follows the office's change feed from where this phone left it; page by page, each stored before the next. */
export async function pullChanges(
  ports: PullPorts,
  accountId: string,
  fence: number,
  signal: AbortSignal,
): Promise<PullResult> {
  const again: Again = { offered: 0 };
  try {
    const result = await follow(ports, accountId, fence, signal, again);
    return again.offered > 0 && result !== 'sign-in-needed' ? 'offered-again' : result;
  } catch (error) {
    if (again.offered === 0 || signal.aborted) throw error;
    return 'offered-again';
  }
}

async function follow(
  ports: PullPorts,
  accountId: string,
  fence: number,
  signal: AbortSignal,
  again: Again,
): Promise<PullResult> {
  let cursor = await ports.store.readCursor(accountId);
  let isFromStart = cursor === null;
  let truth: 'newer' | 'as-told' = 'newer';
  for (let page = 0; page < maxPages; page += 1) {
    const outcome = await ports.office.readChanges(cursor, signal);
    if (outcome.kind === 'sign-in-needed') return 'sign-in-needed';
    if (outcome.kind !== 'ok') return 'later';
    if (outcome.value === 'reset') {
      if (cursor === null) return 'later';
      cursor = null;
      isFromStart = true;
      truth = 'as-told';
      continue;
    }
    const { changes, nextCursor, more } = outcome.value;
    const tracked = await withReasons(ports.office, latestOfEach(changes), signal);
    if (tracked === null) return 'later';
    if (isFromStart) {
      if ((await offerAgain(ports, accountId, fence, signal, again)) === 'later') return 'later';
      isFromStart = false;
    }
    if ((await goOn(ports.store, accountId, tracked, fence, again)) === 'later') return 'later';
    const result = await ports.store.commitChanges(accountId, tracked, nextCursor, fence, truth);
    if (result.kind !== 'stored') return 'later';
    if (!more) return 'up-to-date';
    cursor = nextCursor;
  }
  return 'later';
}

/**
 * An office that does not know our cursor may have come back from a backup, and so may one that we have no cursor of
 * yet (F49). What it once acknowledged and this
 * phone still holds is asked for, one by one, and waits to be sent again where the office does not have it whole. Until
 * all have been asked for, the old cursor stays, so that the next pull begins here again; and the new one was read
 * before the first of them was asked for, so that an office which goes back later does not know that one either.
 * Of what this phone can't give again its person is told.
 */
async function offerAgain(
  ports: PullPorts,
  accountId: string,
  fence: number,
  signal: AbortSignal,
  again: Again,
): Promise<'done' | 'later'> {
  for await (const entry of held(ports.store, accountId)) {
    const { applicationId, about } = entry;
    const outcome = await ports.office.readApplication(about?.applicationId ?? applicationId, signal);
    if (outcome.kind === 'ok' && isThere(entry, outcome.value)) continue;
    const isForgotten = outcome.kind === 'ok' || (outcome.kind === 'refused' && outcome.status === 404);
    if (!isForgotten) return 'later';
    const given = await offer(ports.store, entry, fence);
    if (given === 'later') return 'later';
    if (given === 'offered') {
      again.offered += 1;
      continue;
    }
    const me = await ports.office.whoAmI(signal);
    if (me.kind !== 'ok' || me.value.accountId !== accountId) return 'later';
    const problem = outcome.kind === 'ok' ? ({ kind: 'file-damaged', documentId: applicationId } as const) : forgotten;
    if ((await tellPerson(ports, entry, problem, fence)).kind !== 'stored') return 'later';
  }
  return 'done';
}

/** Of a change: that the office is as far as it was when it took it. */
function isThere({ about, delivery }: OutboxEntry, { status, version }: TrackedApplication): boolean {
  if (about === undefined) return status !== 'incomplete';
  return delivery.state === 'delivered' && version >= delivery.receipt.version;
}

/** A page at a time: a phone may hold thousands (F23). */
async function* held(store: OutboxStore, accountId: string): AsyncGenerator<OutboxEntry> {
  let after: number | null = beforeFirst;
  while (after !== null) {
    const { entries, nextAfter }: EntryPage = await store.readHeld(accountId, after, heldPageSize);
    yield* entries;
    after = nextAfter;
  }
}

function latestOfEach(changes: readonly OfficeChange[]): readonly OfficeChange[] {
  const latest = new Map<string, OfficeChange>();
  for (const change of changes) {
    const seen = latest.get(change.applicationId);
    if (seen === undefined || seen.version < change.version) latest.set(change.applicationId, change);
  }
  return [...latest.values()];
}

/** In their order, a few asked for at a time; null when one of them brought silence. */
async function withReasons(
  office: Office,
  changes: readonly OfficeChange[],
  signal: AbortSignal,
): Promise<readonly TrackedApplication[] | null> {
  const tracked: TrackedApplication[] = [];
  for (let at = 0; at < changes.length; at += askedTogether) {
    const few = changes.slice(at, at + askedTogether);
    for (const current of await Promise.all(few.map((change) => withReason(office, change, signal)))) {
      if (current === null) return null;
      tracked.push(current);
    }
  }
  return tracked;
}

async function withReason(
  office: Office,
  change: OfficeChange,
  signal: AbortSignal,
): Promise<TrackedApplication | null> {
  if (!statusesWithReason.includes(change.status)) return { ...change, reason: null };
  const outcome = await office.readApplication(change.applicationId, signal);
  if (outcome.kind === 'ok') return outcome.value;
  // A refusal to show it must not hold up the feed; silence may.
  return outcome.kind === 'refused' ? { ...change, reason: null } : null;
}
