import { expect, test } from 'vitest';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { summaryOf } from '#domain/service/summary.ts';
import { shippedServices } from '#tests/fixtures/services/shipped-services.ts';
import { createCatalogueMenu } from './catalogue-menu.ts';
import type { CatalogueSource, CatalogueStore, Device, Fetched } from './ports.ts';

type Change = Parameters<CatalogueStore['saveCatalogue']>[0];
const services = shippedServices.map(summaryOf);

function unused(): never {
  throw new Error('not asked for here');
}

/** A phone without a catalogue, and an office that answers each form as `answer` says. */
function refreshing(answer: (definition: ServiceDefinition, asked: number) => Fetched<ServiceDefinition>) {
  const saved: Change[] = [];
  let asked = 0;
  let atOnce = 0;
  let most = 0;
  const store: CatalogueStore = {
    liveServices: unused,
    liveService: unused,
    readService: unused,
    keepShortcut: unused,
    readEtags: async () => ({ list: '"lama"', services: {} }),
    saveCatalogue: async (change) => {
      saved.push(change);
      return { kind: 'stored' };
    },
  };
  const source: CatalogueSource = {
    fetchServices: async () => ({ kind: 'ok', value: services, etag: '"baru"' }),
    async fetchService(serviceId) {
      atOnce += 1;
      most = Math.max(most, atOnce);
      asked += 1;
      const mine = asked;
      await Promise.resolve();
      atOnce -= 1;
      const definition = shippedServices.find(({ id }) => id === serviceId);
      return definition === undefined ? { kind: 'missing' } : answer(definition, mine);
    },
  };
  const device: Pick<Device, 'nowMs'> = { nowMs: () => 1 };
  const menu = createCatalogueMenu({ store, source, device });
  return {
    menu,
    result: menu.refresh(),
    saved,
    asked: () => asked,
    most: () => most,
    lists: () => saved.flatMap(({ list }) => (list === undefined ? [] : [list.etag])),
    kept: () => saved.flatMap(({ definitions }) => definitions.map(({ definition }) => definition.id)),
  };
}
const given = (value: ServiceDefinition): Fetched<ServiceDefinition> => ({ kind: 'ok', value, etag: '"satu"' });

test('the list is there before its forms, which come a few at a time, and all of them', async () => {
  const phone = refreshing(given);
  expect(await phone.result).toBe('fresh');
  expect(phone.saved[0]).toMatchObject({ list: { services }, definitions: [] });
  expect(phone.kept()).toEqual(services.map(({ id }) => id));
  expect(phone.lists()).toEqual(['"lama"', '"baru"']);
  expect(phone.most()).toBe(4);
});

test('a connection that breaks off keeps what has arrived, asks for no more, and for the rest next time', async () => {
  const phone = refreshing((definition, asked) => (asked > 6 ? { kind: 'no-connection' } : given(definition)));
  expect(await phone.result).toBe('no-connection');
  expect(phone.kept()).toEqual(services.slice(0, 6).map(({ id }) => id));
  expect(phone.asked()).toBe(8);
  expect(phone.lists()).toEqual(['"lama"']);
});

test('one form that the office can not give does not hold up the others', async () => {
  const phone = refreshing((definition, asked) => (asked === 2 ? { kind: 'office-trouble' } : given(definition)));
  expect(await phone.result).toBe('office-trouble');
  expect(phone.kept()).toHaveLength(services.length - 1);
  expect(phone.lists()).toEqual(['"lama"']);
});

test('a form for a newer app is no trouble of the office; it is asked for again, and known by its name', async () => {
  let readable = false;
  const phone = refreshing((definition) =>
    definition.id === 'sku' && !readable ? { kind: 'unreadable' } : given(definition),
  );
  expect(await phone.result).toBe('fresh');
  expect(phone.kept()).toHaveLength(services.length - 1);
  expect(phone.lists()).toEqual(['"lama"']);
  expect([phone.menu.needsNewerApp('sku'), phone.menu.needsNewerApp('kia')]).toEqual([true, false]);
  readable = true;
  expect(await phone.menu.refresh()).toBe('fresh');
  expect(phone.menu.needsNewerApp('sku')).toBe(false);
  expect(phone.lists().at(-1)).toBe('"baru"');
});
