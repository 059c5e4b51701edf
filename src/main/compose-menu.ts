import { v7 } from 'uuid';
import { createCatalogueSource } from '#api/catalogue-source.ts';
import type { Observable } from '#lib/live-query.ts';
import { lazily } from '#lib/lazily.ts';
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
import { behindLock, createLockSwitch, unsealedDrafts } from '#services/lock/lock-switch.ts';
import { createOutboxMenu } from '#services/outbox-menu.ts';
import { photoQuality } from '#services/preferences.ts';
import { sealingPreference } from '#services/sealing-preference.ts';
import type { PreparePaper } from '#services/ports.ts';
import { cacheMark, cookieMark, textMark, type MarkKeeper } from '#storage/marks.ts';
import { openPageStores } from '#storage/page-stores.ts';
import { createDriver } from '#sync/driver.ts';
import { lazyRunner } from '#sync/lazy-runner.ts';
import { afterFirstScreen } from './after-first-screen.ts';
import { registerServiceWorker } from './app-update.ts';
import { createIncidentState } from './incident-state.ts';
import { createExclusively } from './exclusively.ts';
import { hasBackgroundSync, pageSignals, pageYieldCalls } from './page-signals.ts';

/** Everything that needs a browser, put together once. `start` after the first screen is drawn. */
export function composeMenu(): { readonly menu: Menu; readonly start: () => void } {
  const newId = (): string => v7();
  const browser = openBrowserVault(pageMarks(), newId);
  const { vault, http } = browser;
  const plain = openPageStores(vault);
  const lock = createLockSwitch(() => localStorage);
  const stores = {
    ...plain,
    drafts: behindLock(lock, unsealedDrafts(plain.drafts), (locked) => locked.drafts(plain.drafts)),
    shelf: behindLock(lock, plain.shelf, (locked) => locked.shelf(plain.shelf)),
  };
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
  const sealing = lazily(async () =>
    (await import('./open-sealing.ts')).openSealing(vault, http, { drafts: stores.drafts, device, poke: driver.poke }),
  );

  const lockMenu = lazily(async () =>
    (await import('./open-lock.ts')).openLock(vault, http, lock, plain.drafts, sealing),
  );
  const exclusively = createExclusively({
    lock: vault.runLock,
    driver,
    clock: browserClock,
    others: pageYieldCalls(),
  });

  const incident = createIncidentState(vault.state);
  const care = lazily(async () =>
    (await import('./open-device-care.ts')).openDeviceCare(vault, http, exclusively, incident.show),
  );

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
      readResident: async (id) => (await menu.residents())?.read(id),
      sealing,
      wishesSeal: () => sealingPreference.getSnapshot() === 'sealed',
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
    wallet: lazily(async () =>
      (await import('./open-wallet.ts')).openWallet(vault, stores.drafts, lock, {
        device,
        preparePaper,
        photoQuality: () => photoQuality.getSnapshot(),
        onKept: () => void menu.device.askPersistence(),
      }),
    ),
    courier: lazily(async () =>
      (await import('./open-courier.ts')).openCourier(vault, (id, carry) => menu.outbox.exportEntry(id, carry)),
    ),
    desk: lazily(async () => (await import('./open-desk.ts')).openDesk(http)),
    map: lazily(async () => (await import('./open-map.ts')).openMap(http, nowMs)),
    push: lazily(async () => (await import('./open-push.ts')).openPush(vault, http, stores.account)),
    receipts: lazily(async () => (await import('./open-receipts.ts')).openReceipts(vault, http)),
    repairs: lazily(async () =>
      (await import('./open-repairs.ts')).openRepairs(vault, http, lock, {
        ...stores,
        device,
        isKnownArea,
        poke: driver.poke,
      }),
    ),
    residents: lazily(async () =>
      (await import('./open-residents.ts')).openResidents(vault, lock, {
        device,
        ...stores,
        preparePaper,
        isKnownArea,
        onKept: () => void menu.device.askPersistence(),
      }),
    ),
    claims: lazily(async () => (await import('./open-claims.ts')).openClaims(vault, http, stores)),
    privacy: lazily(async () => (await import('./open-privacy.ts')).openPrivacy(vault, http, exclusively)),
    timelines: lazily(async () => (await import('./open-timelines.ts')).openTimelines(vault, http, lock)),
    sealing,
    statistics: lazily(async () => (await import('./open-statistics.ts')).openStatistics(http)),
    survey: lazily(async () => (await import('./open-survey.ts')).openSurvey(vault, http)),
    lock: lockMenu,
    isShut: lock.isShut,
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
      sealing,
    }),
    account: {
      current: () => stores.account.liveAccount(),
      door: lazily(async () =>
        (await import('./open-door.ts')).openDoor(vault, http, {
          store: stores.account,
          exclusively,
          poke: driver.poke,
          tellOthers: signals.tellOthers,
          newId,
        }),
      ),
    },
    device: createDeviceMenu({
      vault: incident.state,
      acknowledgeLoss: async () => (incident.isShown() ? (await care())?.acknowledge() : vault.acknowledgeLoss()),
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
          followAfterStart(plain.shelf.liveForIcon(), runner.status(), browser, menu, care);
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
