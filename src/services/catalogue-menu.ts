import { singleFlight } from '#lib/single-flight.ts';
import type { CatalogueMenu, RefreshResult } from './menu.ts';
import type { CatalogueSource, CatalogueStore, Device } from './ports.ts';

type CatalogueChange = Parameters<CatalogueStore['saveCatalogue']>[0];

/** Answers on their way at the same time: 21 forms one by one are a long wait on a slow connection. */
const formsAtOnce = 4;

/** The catalogue as last heard, refreshed when asked; every definition comes along so that forms open with no signal. */
export function createCatalogueMenu(ports: {
  readonly store: CatalogueStore;
  readonly source: CatalogueSource;
  readonly device: Pick<Device, 'nowMs'>;
}): CatalogueMenu {
  const { store, source, device } = ports;
  const unreadable = new Set<string>();

  const refresh = singleFlight(async (): Promise<RefreshResult> => {
    const etags = await store.readEtags();
    const list = await source.fetchServices(etags.list);
    if (list.kind === 'no-connection' || list.kind === 'office-trouble') return list.kind;
    if (list.kind === 'missing' || list.kind === 'unreadable') return 'office-trouble';
    // The list shows at once. It keeps its old ETag until all its forms are here, so that the next refresh asks again.
    const keep = (change: Pick<CatalogueChange, 'list' | 'definitions'>) =>
      store.saveCatalogue({ ...change, confirmedAtMs: device.nowMs() });
    if (list.kind === 'ok') await keep({ list: { services: list.value, etag: etags.list }, definitions: [] });
    const serviceIds = list.kind === 'ok' ? list.value.map(({ id }) => id) : Object.keys(etags.services);
    let result: RefreshResult = 'fresh';
    for (let at = 0; at < serviceIds.length && result !== 'no-connection'; at += formsAtOnce) {
      const asked = serviceIds.slice(at, at + formsAtOnce);
      const fetched = await Promise.all(asked.map((id) => source.fetchService(id, etags.services[id] ?? null)));
      const definitions = fetched.flatMap((one) =>
        one.kind === 'ok' ? [{ definition: one.value, etag: one.etag }] : [],
      );
      if (definitions.length > 0) await keep({ definitions });
      for (const { kind } of fetched) if (kind === 'no-connection' || kind === 'office-trouble') result = kind;
      asked.forEach((id, index) =>
        fetched[index]?.kind === 'unreadable' ? unreadable.add(id) : unreadable.delete(id),
      );
    }
    // A newer app will be able to read them: it has to ask again, so the list keeps its old ETag.
    const whole = result === 'fresh' && unreadable.size === 0;
    await keep({
      ...(list.kind === 'ok' && whole ? { list: { services: list.value, etag: list.etag } } : {}),
      definitions: [],
    });
    return result;
  });

  return {
    services: () => store.liveServices(),
    service: (serviceId) => store.liveService(serviceId),
    async keepShortcut(change) {
      const result = await store.keepShortcut(change);
      return result.kind === 'stored' ? { kind: 'saved' } : result;
    },
    refresh,
    needsNewerApp: (serviceId) => unreadable.has(serviceId),
  };
}
