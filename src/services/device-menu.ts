import type { Observable } from '#lib/live-query.ts';
import { observableValue } from '#lib/observable-value.ts';
import { readKeeping, type Keeping } from './keeping.ts';
import type { DeviceMenu, VaultState } from './menu.ts';

/** Chromium's own event; in no standard yet (https://wicg.github.io/manifest-incubations/#beforeinstallpromptevent-interface). */
interface BeforeInstallPromptEvent extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

export interface DeviceMenuPorts {
  readonly vault: Observable<VaultState>;
  readonly acknowledgeLoss: () => Promise<void>;
  readonly update: Observable<'none' | 'waiting' | 'applying'>;
  readonly applyUpdate: () => void;
}

export function createDeviceMenu(ports: DeviceMenuPorts): DeviceMenu {
  const online = observableValue(navigator.onLine);
  addEventListener('online', () => online.set(true));
  addEventListener('offline', () => online.set(false));

  const keeping = observableValue<Keeping>('unknown');
  const lookAgain = async (): Promise<void> => keeping.set(await readKeeping());
  void lookAgain();

  const installable = observableValue(false);
  let installPrompt: BeforeInstallPromptEvent | null = null;
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    if (!isInstallPrompt(event)) return;
    installPrompt = event;
    installable.set(true);
  });
  addEventListener('appinstalled', () => {
    installPrompt = null;
    installable.set(false);
  });

  return {
    vault: () => ports.vault,
    acknowledgeLoss: ports.acknowledgeLoss,
    async storage() {
      // Missing in some WebKit builds.
      const storage = navigator.storage as StorageManager | undefined;
      const estimate = await storage?.estimate().catch(() => undefined);
      const persisted = await storage?.persisted().catch(() => false);
      return { usedBytes: estimate?.usage ?? null, quotaBytes: estimate?.quota ?? null, persisted: persisted ?? false };
    },
    async askPersistence() {
      const storage = navigator.storage as StorageManager | undefined;
      const granted = (await storage?.persist().catch(() => false)) ?? false;
      await lookAgain();
      return granted;
    },
    keeping: () => keeping,
    online: () => online,
    update: () => ports.update,
    applyUpdate: ports.applyUpdate,
    installable: () => installable,
    async promptInstall() {
      if (installPrompt === null) return 'unavailable';
      const { outcome } = await installPrompt.prompt();
      installPrompt = null;
      installable.set(false);
      return outcome;
    },
  };
}

function isInstallPrompt(event: Event): event is BeforeInstallPromptEvent {
  return 'prompt' in event;
}
