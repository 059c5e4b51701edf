import { v7 } from 'uuid';
import { createCatalogueSource } from '#api/catalogue-source.ts';
import type { Observable } from '#lib/live-query.ts';
import { observableValue } from '#lib/observable-value.ts';
import { sha256Hex } from '#media/sha256.ts';
import { browserClock } from '#runtime/browser-clock.ts';
import { openBrowserVault } from '#runtime/browser-vault.ts';
import { connectionKind, onConnectionChange } from '#runtime/connection-kind.ts';
import { createCatalogueMenu } from '#services/catalogue-menu.ts';
import { createDeviceMenu } from '#services/device-menu.ts';
import { createDraftsMenu } from '#services/drafts-menu.ts';
import { formGuard } from '#services/form-guard.ts';
import type { ConnectionKind, Menu } from '#services/menu.ts';
import type { WalletMenu } from '#services/menu-wallet.ts';
import { createOutboxMenu } from '#services/outbox-menu.ts';
import { photoQuality } from '#services/preferences.ts';
import type { PreparePaper } from '#services/ports.ts';
import { cacheMark, cookieMark, textMark, type MarkKeeper } from '#storage/marks.ts';
import { openPageStores } from '#storage/page-stores.ts';
import { createDriver } from '#sync/driver.ts';
import { lazyRunner } from '#sync/lazy-runner.ts';
import { afterFirstScreen } from './after-first-screen.ts';
import { registerServiceWorker } from './app-update.ts';
import { createExclusively } from './exclusively.ts';
import { hasBackgroundSync, pageSignals, pageYieldCalls } from './page-signals.ts';

/** Everything that needs a browser, put together once. `start` after the first screen is drawn. */
export function composeMenu(): { readonly menu: Menu; readonly start: () => void } {
  const newId = (): string => v7();
  const browser = openBrowserVault(pageMarks(), newId);
  const { vault, http } = browser;
  const stores = openPageStores(vault);
  const { nowMs } = browserClock;
  // The engine's code comes after the first screen; nothing on that screen waits for it.
  const runner = lazyRunner(
    async () => (await import('#runtime/browser-runner.ts')).createBrowserRunner(browser),
    browserClock,
  );
  const device = { nowMs, newId };
  const isKnownArea = async () => (await import('#domain/area/areas.ts')).isVillageCode;
  const signals = pageSignals();
  const driver = createDriver({ runner, clock: browserClock, signals });
  const update = registerServiceWorker(() => formGuard.getSnapshot());

  const preparePaper: PreparePaper = async (order) => (await import('./paper-worker.ts')).preparePaper(order);
  let wallet: Promise<WalletMenu | null> | undefined;
  let door: ReturnType<Menu['account']['door']> | undefined;

  const exclusively = createExclusively({
    lock: vault.runLock,
    driver,
    clock: browserClock,
    others: pageYieldCalls(),
  });

  const menu: Menu = {
    catalogue: createCatalogueMenu({ store: stores.catalogue, source: createCatalogueSource(http, nowMs), device }),
    drafts: createDraftsMenu({
      drafts: stores.drafts,
      shelf: stores.shelf,
      account: stores.account,
      catalogue: stores.catalogue,
      device,
      preparePaper,
      photoQuality: () => photoQuality.getSnapshot(),
      digest: sha256Hex,
      isKnownArea,
      onSubmitted() {
        driver.poke();
        void menu.device.askPersistence();
      },
    }),
    papers: {
      async bytes(documentId) {
        const found = await stores.drafts.readDocument(documentId);
        return found === undefined ? null : { bytes: found.bytes, mediaType: found.document.mediaType };
      },
      openPdf: async (documentId) => (await import('./open-paper.ts')).openPaper(menu.papers.bytes, documentId),
    },
    shared: async () => (await import('./open-shared-files.ts')).openSharedFiles(vault, menu.drafts),
    wallet: () =>
      (wallet ??= import('./open-wallet.ts')
        .then(({ openWallet }) =>
          openWallet(vault, stores.drafts, {
            device,
            preparePaper,
            photoQuality: () => photoQuality.getSnapshot(),
            onKept: () => void menu.device.askPersistence(),
          }),
        )
        .catch(() => {
          wallet = undefined;
          return null;
        })),
    map: () => import('./open-map.ts').then(({ openMap }) => openMap(http, nowMs)).catch(() => null),
    receipts: () =>
      import('./open-receipts.ts').then(
        ({ openReceipts }) => openReceipts(vault, http),
        () => null,
      ),
    privacy: () =>
      import('./open-privacy.ts').then(
        ({ openPrivacy }) => openPrivacy(vault, http, exclusively, menu.map),
        () => null,
      ),
    outbox: createOutboxMenu({
      shelf: stores.shelf,
      drafts: stores.drafts,
      account: stores.account,
      catalogue: stores.catalogue,
      device,
      status: runner.status(),
      sendsInBackground: hasBackgroundSync(),
      poke: driver.poke,
      connection: watchConnection(),
      syncLog: async () => {
        try {
          return await (await import('#runtime/sync-log.ts')).readLogText(vault);
        } catch {
          return '';
        }
      },
      digest: sha256Hex,
      isKnownArea,
    }),
    account: {
      current: () => stores.account.liveAccount(),
      door: () =>
        (door ??= import('./open-door.ts')
          .then(({ openDoor }) =>
            openDoor(vault, http, {
              store: stores.account,
              exclusively,
              poke: driver.poke,
              tellOthers: signals.tellOthers,
            }),
          )
          .catch(() => {
            door = undefined;
            return null;
          })),
    },
    device: createDeviceMenu({
      vault: vault.state,
      acknowledgeLoss: () => vault.acknowledgeLoss(),
      update: update.state,
      applyUpdate: update.apply,
    }),
  };

  return {
    menu,
    start() {
      void vault
        .inspect()
        .then(afterFirstScreen)
        .then(() => {
          driver.start();
          // Whatever screen comes first: a form must open later where there is no signal.
          if (navigator.onLine) void menu.catalogue.refresh();
          return stores.keepHouse();
        })
        .then(async () => {
          const { followAfterStart } = await import('./follow-after-start.ts');
          followAfterStart(stores.shelf.liveUnsent(), runner.status(), vault);
        })
        .catch(() => undefined);
    },
  };
}

function watchConnection(): Observable<ConnectionKind> {
  const kind = observableValue(connectionKind());
  onConnectionChange(() => kind.set(connectionKind()));
  return kind;
}

/** Outside of the store, so that its loss is noticed. A browser that forbids one has the others. */
function pageMarks(): readonly MarkKeeper[] {
  const marks: MarkKeeper[] = [cookieMark(document, location)];
  if ('caches' in window) marks.push(cacheMark(caches));
  try {
    marks.push(textMark(localStorage));
  } catch {
    // Cookies and site data are blocked: reading the property itself throws.
  }
  return marks;
}
