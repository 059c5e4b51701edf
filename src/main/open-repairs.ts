import { createOfficeClient } from '#api/office-client.ts';
import type { HttpClient } from '#api/http-client.ts';
import { sha256Hex } from '#media/sha256.ts';
import { behindLock, type LockSwitch } from '#services/lock/lock-switch.ts';
import { createRepairsMenu, type ChangeStore, type RepairsPorts } from '#services/repairs-menu.ts';
import type { RepairsMenu } from '#services/menu-repairs.ts';
import { createChangeStore } from '#storage/change-store.ts';
import type { Vault } from '#storage/vault.ts';

/** What is changed of applications that the office has, put together when one of them is looked at. */
export function openRepairs(
  vault: Vault,
  http: HttpClient,
  lock: LockSwitch,
  parts: Omit<RepairsPorts, 'store' | 'fetchTracked' | 'digest'>,
): RepairsMenu {
  const office = createOfficeClient(http, parts.device.nowMs);
  const plain: ChangeStore = createChangeStore(vault.inside.connection);
  return createRepairsMenu({
    ...parts,
    digest: sha256Hex,
    store: behindLock(lock, plain, (locked) => locked.changes(plain)),
    async fetchTracked(applicationId) {
      const outcome = await office.readApplication(applicationId, AbortSignal.timeout(20_000));
      return outcome.kind === 'ok' ? outcome.value : null;
    },
  });
}
