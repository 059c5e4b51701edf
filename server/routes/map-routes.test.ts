import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Capabilities, Problem } from '#contract/schemas.ts';
import { startServer } from '../start.ts';
import { StartProblem } from '../start-problem.ts';
import { type MapTiles, openMapTiles } from '../stores/map-tiles.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { columnOf, rowOf, type TestMapOptions, writeTestMap } from '../testing/test-map.ts';

let folder: string;
let opened: { readonly app: TestApp; readonly map: MapTiles | null }[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ajukan-map-'));
});
afterEach(async () => {
  for (const { app, map } of opened) {
    await app.close();
    map?.close();
  }
  opened = [];
  rmSync(folder, { recursive: true, force: true });
});

const written = (options: TestMapOptions = {}) => {
  const file = join(folder, 'peta.mbtiles');
  writeTestMap(file, options);
  return file;
};
async function open(file: string | null): Promise<TestApp> {
  const map = file === null ? null : openMapTiles(file);
  const app = await openTestApp({ mapTiles: map });
  opened.push({ app, map });
  return app;
}
const capabilitiesOf = async (app: TestApp) =>
  Capabilities.parse(await (await app.send(null, 'GET', '/.well-known/public-service-sync')).json());
const tigaraksa = (zoom: number) => `/v1/map-tiles/${zoom}/${columnOf(106.47, zoom)}/${rowOf(-6.26, zoom)}`;

describe('an office with a map of its own', () => {
  it('says where it is and whose it is, without any HTML', async () => {
    const app = await open(
      written({ maxZoom: 9, attribution: '<a href="https://peta.example">&copy; KANARI</a>  Peta' }),
    );
    expect((await capabilitiesOf(app)).map).toEqual({
      tiles: '/v1/map-tiles/{z}/{x}/{y}',
      minZoom: 8,
      maxZoom: 9,
      bounds: [106.4, -6.35, 106.7, -6.1],
      attribution: '© KANARI Peta',
    });
  });

  it('gives a picture to anybody, to be kept for a week and asked about by its tag', async () => {
    const app = await open(written({ maxZoom: 9 }));
    const answer = await app.send(null, 'GET', tigaraksa(9));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=604800');
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect([...new Uint8Array(await answer.arrayBuffer()).slice(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
    const etag = answer.headers.get('etag') ?? '';
    const again = await app.send(null, 'GET', tigaraksa(9), { headers: { 'If-None-Match': etag } });
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
  });

  it.each(['9/0/0', '30/1/1', '9/999999/1', '9/1/0x10', '9/1/-1', '9/1.5/1', '09/1'])(
    'has nothing at %s',
    async (place) => {
      const app = await open(written({ maxZoom: 9 }));
      const answer = await app.send(null, 'GET', `/v1/map-tiles/${place}`);
      expect(Problem.parse(await answer.json()).status).toBe(404);
    },
  );
});

describe('an office without a map', () => {
  it('names none and has no tiles', async () => {
    const app = await open(null);
    expect(await capabilitiesOf(app)).not.toHaveProperty('map');
    expect((await app.send(null, 'GET', tigaraksa(9))).status).toBe(404);
  });
});

describe('a file that is no map', () => {
  const start = (mapTiles: string) =>
    startServer({
      port: 0,
      dataDir: join(folder, 'data'),
      webDist: folder,
      demoAccounts: [],
      logLevel: 'silent',
      mapTiles,
    });

  it.each<[string, () => string, RegExp]>([
    ['that is missing', () => join(folder, 'tidak-ada.mbtiles'), /is not there/],
    ['of text', () => join(folder, 'teks.mbtiles'), /no MBTiles file/],
    ['that is a folder', () => folder, /no MBTiles file/],
    ['of vector tiles', () => written({ format: 'pbf' }), /format "pbf": only pictures/],
    ['without a tile', () => written({ minZoom: 9, maxZoom: 8 }), /has no tiles/],
    [
      'beyond every zoom',
      () => written({ minZoom: 23, maxZoom: 23, bounds: [0, 0, 0.000_01, 0.000_01] }),
      /zoom 0 to 22/,
    ],
    ['that is nowhere', () => written({ maxZoom: 8, bounds: [106, -6, 106, -6] }), /"bounds"/],
  ])('%s keeps the server from starting, and says so', async (_, make, words) => {
    writeFileSync(join(folder, 'teks.mbtiles'), 'KANARI');
    const problem = await start(make()).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(StartProblem);
    expect(String(problem)).toMatch(words);
    expect(String(problem)).toMatch(/MAP_TILES \(/);
  });
});
