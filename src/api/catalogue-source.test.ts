import { expect, test } from 'vitest';
import type { JsonValue } from '#lib/json.ts';
import { kitchenSink } from '#tests/fixtures/services/services.ts';
import { createCatalogueSource } from './catalogue-source.ts';
import { createHttpClient } from './http-client.ts';

const given: JsonValue = JSON.parse(JSON.stringify(kitchenSink));

function fetched(body: JsonValue, serviceId: string = kitchenSink.id) {
  const http = createHttpClient({
    baseUrl: 'https://office.test',
    fetch: async () => new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } }),
  });
  return createCatalogueSource(http, () => 0).fetchService(serviceId, null);
}
const written = (from: string, to: string): JsonValue => JSON.parse(JSON.stringify(given).replace(from, to));

test('a definition that the app can read is given', async () => {
  expect(await fetched(given)).toEqual({ kind: 'ok', value: kitchenSink, etag: null });
});

test('one that is written for a newer app is told from an office in trouble', async () => {
  expect(await fetched(written('"type":"time"', '"type":"signature"'))).toEqual({ kind: 'unreadable' });
  expect(await fetched(written('"visibleWhen":{"', '"visibleWhen":{"xor":1,"'))).toEqual({ kind: 'unreadable' });
});

test('another service, or no service at all, is an office in trouble', async () => {
  expect(await fetched(given, 'sku')).toEqual({ kind: 'office-trouble' });
  expect(await fetched([])).toEqual({ kind: 'office-trouble' });
  expect(await fetched({})).toEqual({ kind: 'office-trouble' });
});
