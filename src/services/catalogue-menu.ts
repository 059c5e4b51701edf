import { singleFlight } from '#lib/single-flight.ts';
import type { CatalogueMenu, RefreshResult } from './menu.ts';
import type { CatalogueSource, CatalogueStore, Device } from './ports.ts';

/** The catalogue as last heard, refreshed when asked; every definition comes along so that forms open with no signal. */
export function createCatalogueMenu(ports: {
  readonly store: CatalogueStore;
  readonly source: CatalogueSource;
  readonly device: Device;
}): CatalogueMenu {
  const { store, source, device } = ports;

  const refresh = singleFlight(async (): Promise<RefreshResult> => {
    const etags = await store.readEtags();
    const list = await source.fetchServices(etags.list);
    if (list.kind === 'no-connection' || list.kind === 'office-trouble') return list.kind;
    if (list.kind === 'missing') return 'office-trouble';
    const serviceIds = list.kind === 'ok' ? list.value.map(({ id }) => id) : Object.keys(etags.services);
    let result: RefreshResult = 'fresh';
    const definitions = [];
    for (const serviceId of serviceIds) {
      const fetched = await source.fetchService(serviceId, etags.services[serviceId] ?? null);
      if (fetched.kind === 'ok') definitions.push({ definition: fetched.value, etag: fetched.etag });
      else if (fetched.kind === 'no-connection' || fetched.kind === 'office-trouble') result = fetched.kind;
    }
    // A list whose forms did not all arrive keeps its old ETag, so that the next refresh asks again.
    const etag = list.kind === 'ok' && result === 'fresh' ? list.etag : etags.list;
    await store.saveCatalogue({
      ...(list.kind === 'ok' ? { list: { services: list.value, etag } } : {}),
      definitions,
      confirmedAtMs: device.nowMs(),
    });
    return result;
  });

  return { services: () => store.liveServices(), service: (serviceId) => store.liveService(serviceId), refresh };
}
