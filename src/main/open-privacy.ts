import { askErasure } from '#api/ask-erasure.ts';
import type { HttpClient } from '#api/http-client.ts';
import { createSignInGate } from '#api/sign-in.ts';
import { browserClock } from '#runtime/browser-clock.ts';
import { createPrivacyMenu, type PrivacyMenu } from '#services/privacy-menu.ts';
import { eraseMine } from '#storage/erase-mine.ts';
import type { Vault } from '#storage/vault.ts';
import type { Exclusively } from './exclusively.ts';

/** Deleting what is the person's, put together when somebody comes to ask for it. */
export function openPrivacy(vault: Vault, http: HttpClient, exclusively: Exclusively): PrivacyMenu {
  const { connection, tripwire } = vault.inside;
  return createPrivacyMenu({
    eraseMine: (seen) => eraseMine(connection, tripwire, seen),
    askOffice: () => askErasure(http, browserClock.nowMs),
    signOut: async () => {
      await createSignInGate(http, browserClock.nowMs).signOut();
    },
    forgetMap: async () => (await import('./open-map.ts')).openMap(http, browserClock.nowMs).forget(),
    exclusively,
  });
}
