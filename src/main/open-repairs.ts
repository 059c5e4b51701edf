import { createOfficeClient } from '#api/office-client.ts';
import type { HttpClient } from '#api/http-client.ts';
import { sha256Hex } from '#media/sha256.ts';
import { createRepairsMenu, type RepairsPorts } from '#services/repairs-menu.ts';
import type { RepairsMenu } from '#services/menu-repairs.ts';
import { createChangeStore } from '#storage/change-store.ts';
import type { Vault } from '#storage/vault.ts';

/** What is changed of applications that the office has, put together when one of them is looked at. */
export function openRepairs(
  vault: Vault,
  http: HttpClient,
  parts: Omit<RepairsPorts, 'store' | 'fetchTracked' | 'digest'>,
): RepairsMenu {
  const office = createOfficeClient(http, parts.device.nowMs);
  return createRepairsMenu({
    ...parts,
    digest: sha256Hex,
    store: createChangeStore(vault.inside.connection),
    async fetchTracked(applicationId) {
      const outcome = await office.readApplication(applicationId, AbortSignal.timeout(20_000));
      return outcome.kind === 'ok' ? outcome.value : null;
    },
  });
}
