import type { HttpClient } from '#api/http-client.ts';
import { createSignInGate } from '#api/sign-in.ts';
import { browserClock } from '#runtime/browser-clock.ts';
import { type AccountDoorPorts, createAccountDoor } from '#services/account-door.ts';
import type { AccountDoor } from '#services/menu-account.ts';
import { createAskedCodeKeeper } from '#storage/asked-code.ts';
import { readDeviceId } from '#storage/device-id.ts';
import { createUnheardSignOut } from '#storage/unheard-sign-out.ts';
import type { Vault } from '#storage/vault.ts';
import { openUploadTickets } from './open-upload-tickets.ts';

/** Signing in and all that belongs to an account, put together when somebody first asks for it. */
export function openDoor(
  vault: Vault,
  http: HttpClient,
  parts: Pick<AccountDoorPorts, 'store' | 'exclusively' | 'poke' | 'tellOthers' | 'newId'>,
): AccountDoor {
  const { nowMs } = browserClock;
  return createAccountDoor({
    ...parts,
    tickets: openUploadTickets(vault, http),
    gate: createSignInGate(
      http,
      nowMs,
      createUnheardSignOut(() => localStorage),
    ),
    asked: createAskedCodeKeeper(() => localStorage),
    deviceId: () => readDeviceId(vault.inside.connection),
    nowMs,
  });
}
