import { browserClock } from '#runtime/browser-clock.ts';
import { behindLock, type LockSwitch } from '#services/lock/lock-switch.ts';
import type { ResidentsMenu } from '#services/menu-residents.ts';
import type { ResidentStore } from '#services/resident-ports.ts';
import { createResidentsMenu, type ResidentsMenuPorts } from '#services/residents-menu.ts';
import { createResidentStore } from '#storage/resident-store.ts';
import type { Vault } from '#storage/vault.ts';

/** Folders of residents, put together when an officer first asks for them. */
export function openResidents(
  vault: Vault,
  lock: LockSwitch,
  parts: Omit<ResidentsMenuPorts, 'residents' | 'sleep'>,
): ResidentsMenu {
  const plain = createResidentStore(vault.inside.connection, vault.inside.tripwire);
  return createResidentsMenu({
    ...parts,
    residents: behindLock<ResidentStore>(lock, plain, (locked) => locked.residents(plain)),
    sleep: (delayMs) => browserClock.sleep(delayMs, new AbortController().signal),
  });
}
