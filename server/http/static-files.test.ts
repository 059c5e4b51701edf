import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../testing/test-app.ts';

let folder: string;
let app: TestApp;
const script = 'console.log("halo")';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ajukan-dist-'));
  mkdirSync(join(folder, 'dist/assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'rahasia');
  const files: Readonly<Record<string, string | Buffer>> = {
    'index.html': '<!doctype html><title>Ajukan</title>',
    'sw.js': script,
    'manifest.webmanifest': '{}',
    'assets/app-B1a2C3d4.js': script,
    'assets/app-B1a2C3d4.js.br': brotliCompressSync(script),
    'assets/app-B1a2C3d4.js.gz': gzipSync(script),
    'assets/logo.svg': '<svg/>',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, 'dist', name), content);
  app = await openTestApp({ webDist: join(folder, 'dist') });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Readonly<Record<string, string>> = {}) => app.send(null, 'GET', path, { headers });
const page = { Accept: 'text/html,application/xhtml+xml' };

describe('the built app', () => {
  it('is kept for a year where the name has the hash, and asked about each time everywhere else', async () => {
    expect((await get('/assets/app-B1a2C3d4.js')).headers.get('cache-control')).toBe(
      'public, max-age=31536000, immutable',
    );
    for (const path of ['/', '/index.html', '/sw.js', '/manifest.webmanifest', '/assets/logo.svg']) {
      expect([path, (await get(path)).headers.get('cache-control')]).toEqual([path, 'no-cache']);
    }
  });

  it('has the media types that browsers insist on', async () => {
    expect((await get('/sw.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect((await get('/manifest.webmanifest')).headers.get('content-type')).toBe('application/manifest+json');
    expect((await get('/')).headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('goes out compressed where the browser can and the build has made it', async () => {
    const path = '/assets/app-B1a2C3d4.js';
    const encodingFor = async (accept: string) =>
      (await get(path, { 'Accept-Encoding': accept })).headers.get('content-encoding');
    expect(await encodingFor('gzip, deflate, br, zstd')).toBe('br');
    expect(await encodingFor('gzip')).toBe('gzip');
    expect(await encodingFor('br;q=0, gzip;q=0.5')).toBe('gzip');
    expect(await encodingFor('identity')).toBeNull();
    const plain = await get(path);
    expect([await plain.text(), plain.headers.get('vary')]).toEqual([script, 'Accept-Encoding']);
    expect((await get('/sw.js', { 'Accept-Encoding': 'br' })).headers.get('content-encoding')).toBeNull();
  });

  it('answers 304 to whoever has it, and to each encoding by its own tag', async () => {
    const path = '/assets/app-B1a2C3d4.js';
    const etag = async (encoding: string) =>
      (await get(path, { 'Accept-Encoding': encoding })).headers.get('etag') ?? '';
    expect(await etag('br')).not.toBe(await etag('gzip'));
    const answer = await get('/', { 'If-None-Match': (await get('/')).headers.get('etag') ?? '' });
    expect([answer.status, await answer.text(), answer.headers.get('content-security-policy') === null]).toEqual([
      304,
      '',
      false,
    ]);
  });

  it('has one page for every address of the app, and no page for a file or a program that asks', async () => {
    for (const path of ['/layanan/akta-kelahiran', '/permohonan', '/a/b/c?d=e']) {
      expect(await (await get(path, page)).text()).toContain('<title>Ajukan</title>');
    }
    expect((await get('/assets/lama-00000000.js', page)).status).toBe(404);
    expect((await get('/layanan/akta-kelahiran')).status).toBe(404);
    for (const path of ['/v1/tidak-ada', '/health/x', '/.well-known/x', '/schemas/x']) {
      const answer = await get(path, page);
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
        path,
        404,
        'application/problem+json',
      ]);
    }
  });

  it('opens nothing outside of its folder, and not the compressed files by name', async () => {
    const attempts = [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/assets/..%5c..%5csecret.txt',
      '/%00',
      '/%',
      '//etc/passwd',
    ];
    for (const path of [...attempts, '/assets/app-B1a2C3d4.js.br']) {
      const answer = await get(path);
      expect([path, answer.status, (await answer.text()).includes('rahasia')]).toEqual([path, 404, false]);
    }
  });

  it('answers HEAD without a body', async () => {
    const answer = await app.send(null, 'HEAD', '/sw.js');
    expect([answer.status, await answer.text(), answer.headers.get('content-length')]).toEqual([
      200,
      '',
      String(script.length),
    ]);
  });

  it('may be missing: then addresses of pages are not found', async () => {
    const unbuilt = await openTestApp();
    expect((await unbuilt.send(null, 'GET', '/', { headers: page })).status).toBe(404);
    await unbuilt.close();
  });
});
