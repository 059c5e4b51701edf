import type { HttpClient } from '#api/http-client.ts';
import { fetchSealingTerms } from '#api/sealing/sealing-source.ts';
import { sha256Hex } from '#media/sha256.ts';
import { sealingPreference } from '#services/sealing-preference.ts';
import { createSealing, type Sealing } from '#services/sealing.ts';
import type { SealingPorts } from '#services/sealing-ports.ts';
import { createSealingStore } from '#storage/sealing-store.ts';
import type { Vault } from '#storage/vault.ts';

/** Sealing, put together after the first screen. */
export function openSealing(
  { inside }: Vault,
  http: HttpClient,
  parts: Pick<SealingPorts, 'drafts' | 'device' | 'poke'>,
): Sealing {
  return createSealing({
    ...parts,
    store: createSealingStore(inside.connection, sha256Hex, inside.tripwire),
    fetchTerms: (etag) => fetchSealingTerms(http, etag),
    seal: async (order) => {
      // The library for wrapping keys comes only when something is really sealed.
      const { sealApplication } = await import('#api/sealing/seal-application.ts');
      return sealApplication(order, sha256Hex);
    },
    digest: sha256Hex,
    wished: () => sealingPreference.getSnapshot() === 'sealed',
  });
}
