/** The net itself: if the proxy did no harm, or the account saw none, every promise below would be empty. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { ChromiumPhone as Chromium } from '../harness/chromium.ts';
import { accountForUploads } from '../harness/exchange.ts';
import { FaultProxy } from '../harness/fault-proxy.ts';
import { promise } from '../harness/promise.ts';
import type { Stage } from '../harness/stage.ts';
import { until } from '../harness/until.ts';

interface Booth {
  readonly proxy: FaultProxy;
  readonly phone: ChromiumPhone;
  readonly received: { readonly path: string; readonly bytes: number }[];
}

/** A page with nothing on it, and a server that takes anything. */
async function openBooth(stage: Stage, work: (booth: Booth) => Promise<void>): Promise<void> {
  const received: { path: string; bytes: number }[] = [];
  const server = http.createServer((request, response) => {
    const entry = { path: request.url ?? '', bytes: 0 };
    if (request.method !== 'GET') received.push(entry);
    request.on('data', (piece: Buffer) => {
      entry.bytes += piece.length;
    });
    request.on('error', () => response.destroy());
    request.on('end', () => {
      const offset = Number(request.headers['upload-offset'] ?? 0) + entry.bytes;
      response.writeHead(200, { 'content-type': 'text/html', 'upload-offset': String(offset) });
      response.end('<!doctype html><title>kosong</title><link rel="icon" href="data:,">');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert(address !== null && typeof address === 'object');
  const proxy = await FaultProxy.start(address.port);
  try {
    const phone = stage.own(await Chromium.launch({ origin: proxy.origin, profile: stage.folder('booth') }));
    await phone.open('/');
    await work({ proxy, phone, received });
  } finally {
    await proxy.close();
    server.closeAllConnections();
    server.close();
  }
}

async function send(phone: ChromiumPhone, path: string, offset: number, bytes: number): Promise<string> {
  return await phone.page.evaluate(
    async ([to, from, size]) => {
      try {
        const headers = { 'upload-offset': String(from) };
        const response = await fetch(to, { method: 'PATCH', headers, body: new Uint8Array(size) });
        return `${response.status} ${response.headers.get('content-type')}`;
      } catch (error) {
        return error instanceof Error ? error.name : 'unknown';
      }
    },
    [path, offset, bytes] as const,
  );
}

promise(
  'the proxy loses answers, cuts, refuses and lies as it is told, and counts what was sent twice',
  async (stage) => {
    await openBooth(stage, async ({ proxy, phone, received }) => {
      assert.equal(await send(phone, '/u', 0, 1000), '200 text/html');
      assert.equal(await send(phone, '/u', 400, 1000), '200 text/html');
      assert.deepEqual(accountForUploads(proxy.exchanges), [
        { uploadPath: '/u', sentBytes: 2000, requests: 2, resentAcknowledgedBytes: 600, resentUnacknowledgedBytes: 0 },
      ]);

      proxy.link.dropAll();
      const lost = proxy.addRule({ fault: 'ackLost', path: /^\/lost/, times: 2 });
      assert.equal(await send(phone, '/lost', 0, 10), 'TypeError');
      assert.ok(lost.hits >= 1);
      assert.equal(received.filter((entry) => entry.path === '/lost' && entry.bytes === 10).length, lost.hits);

      proxy.addRule({ fault: 'captivePortal', path: /^\/portal/ });
      assert.equal(await send(phone, '/portal', 0, 10), '200 text/html; charset=utf-8');
      proxy.addRule({ fault: 'status', status: 503, path: /^\/busy/ });
      assert.match(await send(phone, '/busy', 0, 10), /^503/);
      proxy.addRule({ fault: 'duplicate', path: /^\/twice/ });
      assert.match(await send(phone, '/twice', 0, 10), /^200/);
      assert.equal(received.filter((entry) => entry.path === '/twice').length, 2);

      await proxy.link.down();
      assert.equal(await send(phone, '/down', 0, 10), 'TypeError');
      await proxy.link.up();
      assert.match(await send(phone, '/up', 0, 10), /^200/);
    });
  },
);

promise('a cut after n bytes happens in the middle of a body, and a slow wire is slow', async (stage) => {
  await openBooth(stage, async ({ proxy, phone, received }) => {
    proxy.wire = { cutAfterUpBytes: 200_000, staysDown: true };
    assert.equal(await send(phone, '/cut', 0, 1_000_000), 'TypeError');
    await until('the office saw the broken request', () => received.find((entry) => entry.path === '/cut'));
    const seen = received.find((entry) => entry.path === '/cut')?.bytes ?? 0;
    assert.ok(seen > 100_000 && seen <= 200_000, `the office saw ${seen} bytes`);
    assert.equal(proxy.exchanges.find((exchange) => exchange.path === '/cut')?.status, null);
    await proxy.link.up();

    proxy.wire = { upBytesPerSecond: 400_000 };
    const startedAtMs = performance.now();
    assert.match(await send(phone, '/slow', 0, 400_000), /^200/);
    const tookMs = performance.now() - startedAtMs;
    assert.ok(tookMs > 900, `400 kB at 400 kB/s took ${tookMs} ms`);
  });
});

promise('the sample photo is a photo to the browser, and a complaint in the console fails a promise', async (stage) => {
  await openBooth(stage, async ({ phone }) => {
    const photo = stage.photo(5_000_000);
    assert.ok(Math.abs(photo.bytes.length - 5_000_000) < 50_000, `${photo.bytes.length} bytes`);
    const size = await phone.page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
      return [image.width, image.height];
    }, photo.bytes.toString('base64'));
    assert.equal(size[0], 2048);
    assert.ok((size[1] ?? 0) > 1000);

    await phone.page.evaluate(() => console.error('mengeluh'));
    await until('the complaint was heard', () => phone.witness.unexcused.includes('mengeluh'));
    phone.witness.excuse(/^mengeluh$/);
    assert.deepEqual(phone.witness.unexcused, []);
  });
});
