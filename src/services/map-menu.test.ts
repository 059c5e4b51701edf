import { describe, expect, test } from 'vitest';
import type { MapOffer } from '#domain/map/map-offer.ts';
import { createMapMenu, type KeptTile, type MapShelf } from './map-menu.ts';

const offer: MapOffer = {
  tiles: '/v1/map-tiles/{z}/{x}/{y}',
  minZoom: 8,
  maxZoom: 13,
  bounds: [106.4, -6.35, 106.7, -6.1],
  attribution: '© KANARI',
};

function memoryShelf(): MapShelf {
  let kept: MapOffer | null | undefined;
  const tiles = new Map<string, KeptTile>();
  return {
    readOffer: async () => kept,
    keepOffer: async (next) => void (kept = next),
    readTile: async (key) => tiles.get(key) ?? null,
    keepTile: async (key, tile) => void tiles.set(key, tile),
    async clear() {
      tiles.clear();
      kept = undefined;
    },
  };
}

/** An office with this map, and a line that can be cut. */
function phone(map: MapOffer | null = offer) {
  const asked: string[] = [];
  const line = { cut: false, nowMs: 0 };
  const menu = createMapMenu({
    shelf: memoryShelf(),
    source: {
      fetchOffer: async () => (line.cut ? undefined : map),
      async fetchTile(path) {
        asked.push(path);
        return line.cut ? null : { bytes: new TextEncoder().encode(path).buffer, mediaType: 'image/png' };
      },
    },
    nowMs: () => line.nowMs,
  });
  return { menu, line, asked };
}

describe('the map of a question about a place', () => {
  test('shows what was seen before when the signal is gone', async () => {
    const { menu, line, asked } = phone();
    expect(await menu.offer()).toEqual(offer);
    await menu.tile(12, 1, 2);
    line.cut = true;
    expect(await menu.offer()).toEqual(offer);
    expect(await (await menu.tile(12, 1, 2))?.text()).toBe('/v1/map-tiles/12/1/2');
    expect(await menu.tile(12, 1, 3)).toBeNull();
    expect(asked).toEqual(['/v1/map-tiles/12/1/2', '/v1/map-tiles/12/1/3']);
  });

  test('is asked for again only after a month, and an old picture is better than none', async () => {
    const { menu, line, asked } = phone();
    await menu.offer();
    await menu.tile(12, 1, 2);
    line.nowMs = 29 * 24 * 3_600_000;
    await menu.tile(12, 1, 2);
    expect(asked).toHaveLength(1);
    line.nowMs += 2 * 24 * 3_600_000;
    line.cut = true;
    expect(await menu.tile(12, 1, 2)).not.toBeNull();
    expect(asked).toHaveLength(2);
  });

  test('is none where the office offers none, and is asked about again', async () => {
    const none = phone(null);
    expect([await none.menu.offer(), await none.menu.tile(12, 1, 2)]).toEqual([null, null]);
    expect(none.asked).toEqual([]);
    const away = phone();
    away.line.cut = true;
    expect(await away.menu.offer()).toBeNull();
    away.line.cut = false;
    expect(await away.menu.offer()).toEqual(offer);
  });

  test('leaves no trace once it is forgotten', async () => {
    const { menu, line } = phone();
    await menu.offer();
    await menu.tile(12, 1, 2);
    await menu.forget();
    line.cut = true;
    expect([await menu.offer(), await menu.tile(12, 1, 2)]).toEqual([null, null]);
  });
});
