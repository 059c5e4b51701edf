/**
 * The menu over plain memory: the screens can be drawn, pressed and looked at without a store or an office. Changes
 * show at once; nothing survives a reload. Not a double of the real rules: it validates and sends nothing.
 */
import type { AttachedDocument, Draft } from '#domain/application/draft.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { SharedFile } from '#domain/document/shared-file.ts';
import { changeShortcuts } from '#domain/service/change-shortcuts.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { noShortcuts, type Shortcuts } from '#domain/service/shortcuts.ts';
import type { LiveQuery, Loadable, Observable } from '#lib/live-query.ts';
import { mapLive } from '#lib/map-live.ts';
import { type ObservableValue, observableValue } from '#lib/observable-value.ts';
import { newDraft } from './fake-draft.ts';
import { fakeCode, fakeDoor, fakeSessions } from './fake-door.ts';
import type { Keeping } from '#services/keeping.ts';
import type {
  Account,
  ConnectionKind,
  EngineStatus,
  Menu,
  OutboxItem,
  RefreshResult,
  VaultState,
} from '#services/menu.ts';
import type { DeskMenu } from '#services/menu-desk.ts';
import type { MapMenu } from '#services/menu-map.ts';
import type { AskedCode, CodeAsked, Profile, SignInResult } from '#services/menu-account.ts';
import type { ResidentsMenu } from '#services/menu-residents.ts';
import type { WalletMenu } from '#services/menu-wallet.ts';

export interface FakeWorld {
  readonly definitions: ObservableValue<readonly ServiceDefinition[]>;
  readonly confirmedAtMs: ObservableValue<number | null>;
  readonly shortcuts: ObservableValue<Shortcuts>;
  readonly drafts: ObservableValue<readonly Draft[]>;
  readonly hidden: ObservableValue<ReadonlySet<string>>;
  readonly documents: ObservableValue<readonly AttachedDocument[]>;
  readonly shared: ObservableValue<readonly SharedFile[]>;
  readonly outbox: ObservableValue<readonly OutboxItem[]>;
  readonly engine: ObservableValue<EngineStatus>;
  readonly account: ObservableValue<Account | null>;
  readonly othersWaiting: ObservableValue<number>;
  readonly wifiOnly: ObservableValue<boolean>;
  readonly connection: ObservableValue<ConnectionKind>;
  readonly vault: ObservableValue<VaultState>;
  readonly keeping: ObservableValue<Keeping>;
  readonly online: ObservableValue<boolean>;
  readonly update: ObservableValue<'none' | 'waiting' | 'applying'>;
  readonly installable: ObservableValue<boolean>;
  readonly wallet: WalletMenu | null;
  readonly map: MapMenu | null;
  readonly residents: ResidentsMenu | null;
  desk: DeskMenu | null;
  refreshResult: RefreshResult;
  codeAsked: CodeAsked;
  waitingFor: AskedCode | null;
  signInResult: SignInResult;
  officialSignIn: string | null;
  profile: Profile;
  sendsInBackground: boolean;
  persisted: boolean;
}
const nothing = () => Promise.resolve(null);
const none = { receipts: nothing, privacy: nothing, repairs: nothing, timelines: nothing, claims: nothing };
export function fakeWorld(definitions: readonly ServiceDefinition[], nowMs: number): FakeWorld {
  return {
    definitions: observableValue(definitions),
    confirmedAtMs: observableValue<number | null>(nowMs - 5 * 60_000),
    shortcuts: observableValue(noShortcuts),
    drafts: observableValue<readonly Draft[]>([]),
    hidden: observableValue<ReadonlySet<string>>(new Set()),
    documents: observableValue<readonly AttachedDocument[]>([]),
    shared: observableValue<readonly SharedFile[]>([]),
    outbox: observableValue<readonly OutboxItem[]>([]),
    engine: observableValue<EngineStatus>({ kind: 'idle', nextTryAtMs: null, lastProblem: null }),
    account: observableValue<Account | null>(null),
    othersWaiting: observableValue(0),
    wifiOnly: observableValue(false),
    connection: observableValue<ConnectionKind>('wifi'),
    vault: observableValue<VaultState>({ kind: 'healthy' }),
    keeping: observableValue<Keeping>('may-be-cleared'),
    online: observableValue(true),
    update: observableValue<'none' | 'waiting' | 'applying'>('none'),
    installable: observableValue(false),
    wallet: null,
    map: null,
    residents: null,
    desk: null,
    refreshResult: 'fresh',
    codeAsked: { kind: 'sent', asked: fakeCode(nowMs) },
    waitingFor: null,
    signInResult: { kind: 'signed-in' },
    officialSignIn: null,
    profile: { kind: 'read', phone: '+6281200000001', sessions: fakeSessions(nowMs), lost: [] },
    sendsInBackground: true,
    persisted: false,
  };
}

/** Follows one observable as a live query that is ready from the start. */
function live<T, U>(source: Observable<T>, ask: (value: T) => U): LiveQuery<U> {
  const ready: LiveQuery<T> = {
    subscribe: source.subscribe,
    getSnapshot: cached(source, (value): Loadable<T> => ({ state: 'ready', value })),
  };
  return mapLive(ready, ask);
}
function cached<T, U>(source: Observable<T>, make: (value: T) => U): () => U {
  let last: { readonly of: T; readonly made: U } | null = null;
  return () => {
    const value = source.getSnapshot();
    if (last === null || !Object.is(last.of, value)) last = { of: value, made: make(value) };
    return last.made;
  };
}

export function fakeMenu(world: FakeWorld): Menu {
  const { outbox, drafts } = world;
  const find = (id: string) => outbox.getSnapshot().find(({ entry }) => entry.applicationId === id);
  const saved = { kind: 'saved' } as const;
  function hide(draftId: string, hidden: boolean) {
    const next = new Set(world.hidden.getSnapshot());
    if (hidden) next.add(draftId);
    else next.delete(draftId);
    world.hidden.set(next);
    drafts.set([...drafts.getSnapshot()]);
    return Promise.resolve(saved);
  }

  return {
    sealing: () => Promise.resolve(null),
    statistics: nothing,
    survey: nothing,
    lock: () => Promise.resolve(null),
    isShut: observableValue(false),
    catalogue: {
      services: () =>
        live(world.definitions, (all) => ({
          confirmedAtMs: world.confirmedAtMs.getSnapshot(),
          shortcuts: world.shortcuts.getSnapshot(),
          services: all.map((one) => ({ ...one, feeIdr: one.standard.feeIdr, workingDays: one.standard.workingDays })),
        })),
      service: (id) => live(world.definitions, (all) => all.find((one) => one.id === id) ?? null),
      keepShortcut(change) {
        world.shortcuts.set(changeShortcuts(world.shortcuts.getSnapshot(), change));
        world.definitions.set([...world.definitions.getSnapshot()]);
        return Promise.resolve(saved);
      },
      refresh: () => Promise.resolve(world.refreshResult),
      needsNewerApp: () => false,
    },
    drafts: {
      list: () => live(drafts, (all) => all.filter(({ id }) => !world.hidden.getSnapshot().has(id))),
      listWithHidden: () =>
        live(drafts, (all) =>
          all.map((draft) => (world.hidden.getSnapshot().has(draft.id) ? { ...draft, hiddenAtMs: Date.now() } : draft)),
        ),
      draft: (id) => live(drafts, (all) => all.find((draft) => draft.id === id) ?? null),
      documents: (draftId) => live(world.documents, (all) => all.filter((one) => one.applicationId === draftId)),
      start(serviceId) {
        const definition = world.definitions.getSnapshot().find(({ id }) => id === serviceId);
        if (definition === undefined) return Promise.resolve({ kind: 'unknown-service' });
        const draft = newDraft(definition);
        drafts.set([draft, ...drafts.getSnapshot()]);
        return Promise.resolve({ kind: 'started', draftId: draft.id });
      },
      save(draftId, change) {
        drafts.set(
          drafts
            .getSnapshot()
            .map((draft) => (draft.id === draftId ? { ...draft, ...change, updatedAtMs: Date.now() } : draft)),
        );
        return Promise.resolve(saved);
      },
      discard: (draftId) => hide(draftId, true),
      undoDiscard: (draftId) => hide(draftId, false),
      attach(draftId, slot, file) {
        const document: AttachedDocument = {
          id: crypto.randomUUID(),
          applicationId: draftId,
          slot,
          mediaType: file.type === 'application/pdf' ? 'application/pdf' : 'image/jpeg',
          sizeBytes: file.size,
          sha256: '0'.repeat(64),
          fileName: file.name,
          attachedAtMs: Date.now(),
        };
        world.documents.set([...world.documents.getSnapshot(), document]);
        return Promise.resolve({ kind: 'attached', document });
      },
      detach(documentId) {
        world.documents.set(world.documents.getSnapshot().filter(({ id }) => id !== documentId));
        return Promise.resolve(saved);
      },
      keepAsItIs(documentId) {
        world.documents.set(
          world.documents
            .getSnapshot()
            .map(({ doubts, ...kept }) =>
              doubts === undefined || kept.id === documentId ? kept : { ...kept, doubts },
            ),
        );
        return Promise.resolve(saved);
      },
      submit: () => Promise.resolve({ kind: 'gone' }),
      check: () => Promise.resolve({ kind: 'complete', papers: 2, bytes: 310_000 }),
    },
    papers: { bytes: () => Promise.resolve(null), openPdf: () => Promise.resolve({ kind: 'unreadable' }) },
    shared: () =>
      Promise.resolve({
        list: () => live(world.shared, (files) => files),
        read: () => Promise.resolve(null),
        attach: () => Promise.resolve({ kind: 'refused', reason: 'unreadable' }),
        remove(id) {
          world.shared.set(world.shared.getSnapshot().filter((file) => file.id !== id));
          return Promise.resolve(saved);
        },
      }),
    wallet: () => Promise.resolve(world.wallet),
    courier: nothing,
    ...none,
    map: () => Promise.resolve(world.map),
    residents: () => Promise.resolve(world.residents),
    push: () => Promise.resolve(null),
    desk: () => Promise.resolve(world.desk),
    outbox: {
      list: (limit, which) =>
        live(outbox, (all) =>
          all.filter(({ entry }) => which === 'all' || entry.delivery.state !== 'delivered').slice(0, limit),
        ),
      counts: () =>
        live(outbox, (all) => {
          const of = (state: OutboxEntry['delivery']['state']): number =>
            all.filter(({ entry }) => entry.delivery.state === state).length;
          const [waiting, needsPerson] = [of('waiting'), of('needs-person')];
          return { waiting, needsPerson, delivered: of('delivered'), unsent: waiting + needsPerson };
        }),
      waiting: () =>
        live(outbox, (all) => ({
          items: all.filter(({ entry }) => entry.delivery.state === 'waiting'),
          isAll: true,
        })),
      item: (id) => live(outbox, () => find(id) ?? null),
      unread: () => live(outbox, () => []),
      documents: (id) => live(world.documents, (all) => all.filter((one) => one.applicationId === id)),
      status: () => world.engine,
      get sendsInBackground() {
        return world.sendsInBackground;
      },
      sendNow: () =>
        world.engine.set({
          kind: 'sending',
          applicationIds: outbox.getSnapshot().map(({ entry }) => entry.applicationId),
        }),
      sendOneNow: () => Promise.resolve(saved),
      pause: () => Promise.resolve(saved),
      resume: () => Promise.resolve(saved),
      wifiOnly: () => live(world.wifiOnly, (chosen) => chosen),
      setWifiOnly(chosen) {
        world.wifiOnly.set(chosen);
        return Promise.resolve(saved);
      },
      connection: () => world.connection,
      syncLog: () => Promise.resolve('2026-11-26 02:10:11 run why=signal end=finished waiting=1 ms=812'),
      takeIn: () => Promise.resolve({ kind: 'not-a-copy' }),
      tryAgain: (id) => Promise.resolve(find(id) === undefined ? { kind: 'gone' } : saved),
      reopen: () => Promise.resolve({ kind: 'unknown-service' }),
      hasAnswers: () => Promise.resolve('yes'),
      applyAgain: () => Promise.resolve({ kind: 'answers-gone' }),
      exportEntry: () => Promise.resolve(new Blob(['{}'], { type: 'application/json' })),
      othersWaiting: () => live(world.othersWaiting, (count) => count),
    },
    account: {
      current: () => live(world.account, (account) => account),
      door: () => Promise.resolve(fakeDoor(world)),
    },
    device: {
      vault: () => world.vault,
      acknowledgeLoss() {
        world.vault.set({ kind: 'healthy' });
        return Promise.resolve();
      },
      storage: () => Promise.resolve({ usedBytes: 3_400_000, quotaBytes: 620_000_000, persisted: world.persisted }),
      askPersistence() {
        world.persisted = true;
        return Promise.resolve(true);
      },
      keeping: () => world.keeping,
      online: () => world.online,
      update: () => world.update,
      applyUpdate: () => world.update.set('none'),
      installable: () => world.installable,
      promptInstall() {
        world.installable.set(false);
        return Promise.resolve('accepted');
      },
    },
  };
}
