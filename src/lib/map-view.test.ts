import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dragged,
  fromWorld,
  metresPerPixel,
  offsetOf,
  roundLength,
  tilesOf,
  toWorld,
  zoomedTo,
  zoomThatFits,
} from './map-view.ts';

const tigaraksa = { latitude: -6.2654, longitude: 106.4701 };
const places = fc.record({
  latitude: fc.double({ min: -80, max: 80, noNaN: true }),
  longitude: fc.double({ min: -170, max: 170, noNaN: true }),
});
const views = places.chain((place) => fc.double({ min: 8, max: 19, noNaN: true }).map((zoom) => ({ ...place, zoom })));
const offsets = fc.record({
  dx: fc.double({ min: -400, max: 400, noNaN: true }),
  dy: fc.double({ min: -400, max: 400, noNaN: true }),
});

describe('a map', () => {
  test('has the whole earth in one tile, and a place where the tiles of everybody have it', () => {
    expect(toWorld({ latitude: 0, longitude: 0 })).toEqual({ x: 0.5, y: 0.5 });
    expect(toWorld({ latitude: 90, longitude: 180 }).y).toBeCloseTo(0, 6);
    const { x, y } = toWorld(tigaraksa);
    expect([Math.floor(x * 2 ** 12), Math.floor(y * 2 ** 12)]).toEqual([3259, 2119]);
  });

  test('comes back to a place', () => {
    fc.assert(
      fc.property(places, (place) => {
        const back = fromWorld(toWorld(place));
        expect(back.latitude).toBeCloseTo(place.latitude, 9);
        expect(back.longitude).toBeCloseTo(place.longitude, 9);
      }),
    );
  });

  test('goes along with the finger, to the pixel', () => {
    fc.assert(
      fc.property(views, offsets, (view, by) => {
        const { dx, dy } = offsetOf(dragged(view, by), view);
        expect(dx).toBeCloseTo(by.dx, 3);
        expect(dy).toBeCloseTo(by.dy, 3);
      }),
    );
  });

  test('keeps what is between two fingers between them when it is drawn apart', () => {
    fc.assert(
      fc.property(views, offsets, fc.double({ min: 8, max: 19, noNaN: true }), (view, around, zoom) => {
        const held = dragged(view, { dx: -around.dx, dy: -around.dy });
        const { dx, dy } = offsetOf(zoomedTo(view, zoom, around), held);
        expect(dx).toBeCloseTo(around.dx, 2);
        expect(dy).toBeCloseTo(around.dy, 2);
      }),
    );
  });

  test('says how long a metre is', () => {
    expect(metresPerPixel({ latitude: 0, longitude: 0, zoom: 0 })).toBeCloseTo(156_543, 0);
    expect(metresPerPixel({ ...tigaraksa, zoom: 17 })).toBeCloseTo(1.187, 3);
    expect(roundLength({ ...tigaraksa, zoom: 17 }, 96)).toMatchObject({ metres: 100 });
    fc.assert(
      fc.property(views, (view) => {
        const { metres, pixels } = roundLength(view, 96);
        expect(pixels).toBeLessThanOrEqual(96.001);
        expect(pixels).toBeGreaterThan(96 / 2.51);
        expect(String(metres)).toMatch(/^(0\.)?0*[125]0*$/);
      }),
    );
  });

  test('is covered by tiles without a gap, the one in the middle first', () => {
    fc.assert(
      fc.property(views, (view) => {
        const z = Math.round(view.zoom);
        const tiles = tilesOf(view, z, 328, 300);
        const first = tiles[0];
        expect(first !== undefined && Math.abs(first.at.dx + first.pixels / 2) <= first.pixels / 2 + 0.001).toBe(true);
        for (const [dx, dy] of [
          [-164, -150],
          [164, 150],
          [-164, 150],
          [0, 0],
        ] as const) {
          const over = tiles.filter(
            ({ at, pixels }) => at.dx <= dx && dx < at.dx + pixels && at.dy <= dy && dy < at.dy + pixels,
          );
          expect(over).toHaveLength(1);
        }
      }),
    );
  });

  test('ends where the earth does', () => {
    const tiles = tilesOf({ latitude: 0, longitude: 0, zoom: 0 }, 0, 2_000, 2_000);
    expect(tiles.map(({ x, y }) => [x, y])).toEqual([[0, 0]]);
  });

  test('shows a whole regency', () => {
    const zoom = zoomThatFits([106.3, -6.4, 106.8, -6], 328, 300);
    const view = { latitude: -6.2, longitude: 106.55, zoom };
    const corner = offsetOf(view, { latitude: -6.4, longitude: 106.8 });
    expect(corner.dx).toBeLessThanOrEqual(164.5);
    expect(corner.dy).toBeLessThanOrEqual(150.5);
  });
});
