import type { Draft } from '#domain/application/draft.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { LiveQuery } from '#lib/live-query.ts';
import type { Connection } from './connection.ts';
import { quietly } from './quietly.ts';
import { liveFrom } from './live.ts';
import { meta } from './meta.ts';
import {
  countOthersWaiting,
  countVisible,
  findVisible,
  listVisible,
  listWaiting,
  ofState,
  type ShelfItem,
  type VisibleCounts,
  type Which,
} from './outbox-rows.ts';
import { readVerified, type Digest } from './payloads.ts';
import { isOutboxRow } from './row-guards.ts';
import type { EntryChoice } from './choose.ts';
import type { ReopenEnd } from './reopen.ts';
import { requeued } from './requeued.ts';
import { outboxRow } from './rows.ts';
import { storedFrom, type Stored } from './stored.ts';
import {
  commitSubmission,
  readBack,
  takeBack,
  type OpenedPaper,
  type SeenDraft,
  type SubmitEnd,
} from './submission.ts';
import type { CarryTicket, Paper, TakeInEnd } from './take-in.ts';
import type { Tripwire } from './tripwire.ts';
import { readUnread } from './unread.ts';
import { countForIcon } from './unsent-count.ts';

const notLoaded = { kind: 'failed', reason: 'unknown' } as const;

/** The outbox as the person sees it and acts on it; sending is outbox-store.ts. */
export function createOutboxShelf(connection: Connection, digest: Digest, tripwire: Tripwire, newId: () => string) {
  const readEntry = async (applicationId: string): Promise<OutboxEntry | undefined> =>
    (await quietly(connection, null, (db) => findVisible(db, applicationId)))?.entry;

  return {
    liveEntries: (limit: number, which: Which): LiveQuery<readonly ShelfItem[]> =>
      liveFrom(connection, (db) => listVisible(db, limit, which)),
    liveWaiting: (limit: number): LiveQuery<readonly ShelfItem[]> =>
      liveFrom(connection, (db) => listWaiting(db, limit)),
    liveCounts: (): LiveQuery<VisibleCounts> => liveFrom(connection, countVisible),
    liveEntry: (applicationId: string): LiveQuery<ShelfItem | null> =>
      liveFrom(connection, (db) => findVisible(db, applicationId)),
    liveOthersWaiting: (): LiveQuery<number> => liveFrom(connection, countOthersWaiting),
    liveForIcon: (): LiveQuery<number> => liveFrom(connection, countForIcon),
    liveUnread: (): LiveQuery<readonly string[]> => liveFrom(connection, readUnread),
    liveWifiOnly: (): LiveQuery<boolean> => liveFrom(connection, async (db) => (await meta.wifiOnly(db)) ?? false),
    readEntry,
    readTracked: async (applicationId: string) =>
      (await quietly(connection, null, (db) => findVisible(db, applicationId)))?.tracked ?? null,

    async readEnvelope(applicationId: string): Promise<ArrayBuffer | 'unreadable' | undefined> {
      const entry = await readEntry(applicationId);
      if (entry === undefined) return undefined;
      const read = await readVerified(connection, digest, applicationId, entry.envelope);
      if (read.kind === 'ok') return read.bytes;
      return read.kind === 'unreadable' ? read.kind : undefined;
    },

    async readDevice(): Promise<{ readonly deviceId: string; readonly nextSequence: number }> {
      const device = await quietly(connection, undefined, () => tripwire.readDevice());
      // A store that can't be read can't be written either: what is built on this number is refused by `submit`.
      if (device === undefined) return { deviceId: newId(), nextSequence: 1 };
      return { deviceId: device.deviceId, nextSequence: device.lastSequence + 1 };
    },

    async submit(
      entry: OutboxEntry,
      envelope: ArrayBuffer,
      seen: SeenDraft,
      opened?: readonly OpenedPaper[],
    ): Promise<SubmitEnd> {
      const committed = await commitSubmission(connection, entry, envelope, seen, opened);
      if (committed.kind !== 'stored') return committed;
      const read = await readBack(connection, digest, entry);
      // Only what was read and is wrong is taken back; what could not be read may be on its way to the office already.
      if (read === 'damaged') await takeBack(connection, entry, committed.draft);
      tripwire.note();
      return read === 'whole' ? { kind: 'stored' } : { kind: 'failed', reason: 'unknown' };
    },

    async requeue(applicationId: string, nowMs: number): Promise<Stored> {
      return storedFrom(
        await connection.write('strict', ['outbox'], async (db) => {
          const row: unknown = await db.outbox.get(applicationId);
          if (!isOutboxRow(row)) return 'gone';
          await db.outbox.put(outboxRow(requeued(row.entry, nowMs)));
          return 'stored';
        }),
      );
    },

    async makeAllDue(nowMs: number): Promise<void> {
      await connection.write('relaxed', ['outbox', 'meta'], async (db) => {
        const accountId = await meta.accountId(db);
        if (accountId === null) return;
        // Who says "now" means the connection that they have.
        const released = (await meta.wifiOnly(db)) === true ? ({ anyConnection: true } as const) : {};
        await ofState(db, 'waiting', accountId).modify((row: unknown, ref) => {
          // What is as it should be is not written: of ten thousand most are.
          if (!isOutboxRow(row)) return false;
          const due = madeDue(row.entry, released, nowMs);
          if (due === null) return false;
          ref.value = outboxRow(due);
          return true;
        });
      });
    },

    async reopenAsDraft(applicationId: string, draft: Draft): Promise<ReopenEnd> {
      // Rare, so its code comes when it is asked for.
      const loaded = await import('./reopen.ts').catch(() => undefined);
      if (loaded === undefined) return notLoaded;
      const end = await loaded.reopen(connection, digest, applicationId, draft, newId);
      if (end.kind === 'stored') tripwire.note();
      return end;
    },

    async choose(applicationId: string, choice: EntryChoice, nowMs: number): Promise<Stored> {
      const loaded = await import('./choose.ts').catch(() => undefined);
      return loaded === undefined ? notLoaded : await loaded.choose(connection, applicationId, choice, nowMs);
    },

    async setWifiOnly(wifiOnly: boolean): Promise<Stored> {
      return storedFrom(
        await connection.write<'stored'>('relaxed', ['meta'], async (db) => {
          await meta.putWifiOnly(db, wifiOnly);
          return 'stored';
        }),
      );
    },

    async takeIn(
      entry: OutboxEntry,
      envelope: ArrayBuffer,
      papers: readonly Paper[],
      ticket?: CarryTicket,
    ): Promise<TakeInEnd> {
      const loaded = await import('./take-in.ts').catch(() => undefined);
      if (loaded === undefined) return notLoaded;
      const end = await loaded.takeIn(connection, digest, { entry, envelope, papers, ticket });
      if (end.kind === 'stored') tripwire.note();
      return end;
    },
  };
}

/** Null when nothing has to change. */
function madeDue(entry: OutboxEntry, released: { readonly anyConnection?: true }, nowMs: number): OutboxEntry | null {
  const { delivery } = entry;
  if (delivery.state !== 'waiting' || entry.pausedAtMs !== undefined) return null;
  const isReleased = released.anyConnection === undefined || entry.anyConnection === true;
  if (delivery.nextTryAtMs <= nowMs && isReleased) return null;
  return { ...entry, ...released, delivery: { ...delivery, nextTryAtMs: Math.min(delivery.nextTryAtMs, nowMs) } };
}
