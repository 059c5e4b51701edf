import { browserClock } from '#runtime/browser-clock.ts';
import type { ResidentsMenu } from '#services/menu-residents.ts';
import { createResidentsMenu, type ResidentsMenuPorts } from '#services/residents-menu.ts';
import { createResidentStore } from '#storage/resident-store.ts';
import type { Vault } from '#storage/vault.ts';

/** Folders of residents, put together when an officer first asks for them. */
export function openResidents(vault: Vault, parts: Omit<ResidentsMenuPorts, 'residents' | 'sleep'>): ResidentsMenu {
  return createResidentsMenu({
    ...parts,
    residents: createResidentStore(vault.inside.connection, vault.inside.tripwire),
    sleep: (delayMs) => browserClock.sleep(delayMs, new AbortController().signal),
  });
}
