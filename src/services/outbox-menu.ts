import { mapLive } from '#lib/map-live.ts';
import type { ConnectionKind, EngineStatus, OutboxMenu, SaveResult } from './menu.ts';
import { outboxItem } from './outbox-item.ts';
import type { AccountStore, CatalogueStore, Device, Digest, DraftStore, OutboxShelf } from './ports.ts';
import type { Sealing } from './sealing.ts';
import type { Observable } from '#lib/live-query.ts';

/** A sum over more would be read anew with every answer of the office. */
const mostAddedUp = 100;
/** What is rare has its code in chunks of its own, which a first visit without signal may not have yet. */
const notLoaded = { kind: 'failed', reason: 'unknown' } as const;

export interface OutboxMenuPorts {
  readonly shelf: OutboxShelf;
  readonly drafts: DraftStore;
  readonly account: AccountStore;
  readonly catalogue: CatalogueStore;
  readonly device: Device;
  readonly status: Observable<EngineStatus>;
  readonly sendsInBackground: boolean;
  readonly poke: () => void;
  readonly connection: Observable<ConnectionKind>;
  readonly syncLog: () => Promise<string>;
  readonly digest: Digest;
  readonly isKnownArea: () => Promise<(code: string) => boolean>;
  readonly sealing: () => Promise<Pick<Sealing, 'readPaper'> | null>;
}

export function createOutboxMenu(ports: OutboxMenuPorts): OutboxMenu {
  const { shelf, drafts, device } = ports;

  async function choose(applicationId: string, choice: 'pause' | 'resume' | 'now'): Promise<SaveResult> {
    const result = await shelf.choose(applicationId, choice, device.nowMs());
    if (result.kind !== 'stored') return result;
    ports.poke();
    return { kind: 'saved' };
  }

  /**
   * A copy may be sent from elsewhere, so what was never tried counts as tried first. A store that is only read can't
   * note that, and can't take back or change either: there the copy is worth more than the note (F18).
   */
  async function mayLeave(applicationId: string): Promise<boolean> {
    const noted = await shelf.choose(applicationId, 'copied', device.nowMs());
    return noted.kind === 'stored' || (noted.kind === 'failed' && noted.reason === 'newer-data');
  }

  return {
    list: (limit, which) => mapLive(shelf.liveEntries(limit, which), (all) => all.map(outboxItem)),
    counts: () => mapLive(shelf.liveCounts(), (of) => ({ ...of, unsent: of.waiting + of.needsPerson })),
    waiting: () =>
      mapLive(shelf.liveWaiting(mostAddedUp + 1), (first) => ({
        items: first.slice(0, mostAddedUp).map(outboxItem),
        isAll: first.length <= mostAddedUp,
      })),
    item: (applicationId) =>
      mapLive(shelf.liveEntry(applicationId), (found) => (found === null ? null : outboxItem(found))),
    unread: () => shelf.liveUnread(),
    documents: (applicationId) => drafts.liveDocuments(applicationId),
    status: () => ports.status,
    sendsInBackground: ports.sendsInBackground,
    sendNow() {
      void shelf.makeAllDue(device.nowMs()).then(ports.poke);
    },
    sendOneNow: (applicationId) => choose(applicationId, 'now'),
    pause: (applicationId) => choose(applicationId, 'pause'),
    resume: (applicationId) => choose(applicationId, 'resume'),
    wifiOnly: () => shelf.liveWifiOnly(),
    async setWifiOnly(wifiOnly) {
      const result = await shelf.setWifiOnly(wifiOnly);
      if (result.kind !== 'stored') return result;
      ports.poke();
      return { kind: 'saved' };
    },
    connection: () => ports.connection,
    syncLog: ports.syncLog,
    async takeIn(file) {
      const loaded = await import('./taken-in.ts').catch(() => undefined);
      if (loaded === undefined) return notLoaded;
      const result = await loaded.takenIn(ports, file);
      if (result.kind === 'taken-in' || result.kind === 'carried') ports.poke();
      return result;
    },
    async tryAgain(applicationId) {
      const result = await shelf.requeue(applicationId, device.nowMs());
      if (result.kind !== 'stored') return result;
      ports.poke();
      return { kind: 'saved' };
    },
    async reopen(applicationId) {
      const loaded = await import('./reopen-entry.ts').catch(() => undefined);
      return loaded === undefined ? notLoaded : loaded.reopenEntry(ports, applicationId);
    },
    async hasAnswers(applicationId) {
      const loaded = await import('./apply-again.ts').catch(() => undefined);
      return loaded?.hasAnswers(ports, applicationId) ?? 'unknown';
    },
    async applyAgain(applicationId) {
      const loaded = await import('./apply-again.ts').catch(() => undefined);
      // The list of villages is a part that may not be here either.
      return loaded === undefined ? notLoaded : loaded.applyAgain(ports, applicationId).catch(() => notLoaded);
    },
    async exportEntry(applicationId, carry) {
      const entry = await shelf.readEntry(applicationId);
      // Another phone would hand a change in as an application.
      if (entry === undefined || entry.about !== undefined) return null;
      if (entry.untried === true && !(await mayLeave(applicationId))) return null;
      const loaded = await import('./exported-entry.ts').catch(() => undefined);
      if (loaded === undefined) return null;
      const envelope = await shelf.readEnvelope(applicationId);
      // Not damaged, only out of reach just now: a copy without it would be none.
      if (envelope === 'unreadable') return null;
      if (entry.sealed !== undefined && (await ports.sealing()) === null) return null;
      return loaded.exportedEntry(entry, envelope, (id) => drafts.readDocument(id), ports.sealing, carry);
    },
    othersWaiting: () => shelf.liveOthersWaiting(),
  };
}
