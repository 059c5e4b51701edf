import { askErasure } from '#api/ask-erasure.ts';
import type { HttpClient } from '#api/http-client.ts';
import { createSignInGate } from '#api/sign-in.ts';
import { browserClock } from '#runtime/browser-clock.ts';
import { createPrivacyMenu, type PrivacyMenu } from '#services/privacy-menu.ts';
import { createAskedCodeKeeper } from '#storage/asked-code.ts';
import { eraseMine } from '#storage/erase-mine.ts';
import { createUnheardSignOut } from '#storage/unheard-sign-out.ts';
import type { Vault } from '#storage/vault.ts';
import { openUploadTickets } from './open-upload-tickets.ts';
import type { Exclusively } from './exclusively.ts';

/** Deleting what is the person's, put together when somebody comes to ask for it. */
export function openPrivacy(vault: Vault, http: HttpClient, exclusively: Exclusively): PrivacyMenu {
  const { connection, tripwire } = vault.inside;
  const gate = createSignInGate(
    http,
    browserClock.nowMs,
    createUnheardSignOut(() => localStorage),
  );
  return createPrivacyMenu({
    eraseMine: async (seen) => {
      const giveBack = await openUploadTickets(vault, http).takeBack();
      const end = await eraseMine(connection, tripwire, seen);
      if (end.kind === 'erased') await giveBack();
      return end;
    },
    askOffice: async (accountId) => {
      // The session is the browser's, and may be another's by now: nobody's data but the person's own.
      const who = await gate.whoAmI();
      if (who.kind !== 'signed-in') return who.kind === 'sign-in-needed' ? who : { kind: 'no-connection' };
      if (who.account.accountId !== accountId) return { kind: 'sign-in-needed' };
      return await askErasure(http, browserClock.nowMs);
    },
    signOut: async () => {
      // The number that a code was asked for lies beside the database.
      createAskedCodeKeeper(() => localStorage).keep(null);
      await gate.signOut();
    },
    forgetMap: async () => (await import('./open-map.ts')).openMap(http, browserClock.nowMs).forget(),
    exclusively,
  });
}
