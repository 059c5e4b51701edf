import { describe, expect, test } from 'vitest';
import type { MapOffer } from '#domain/map/map-offer.ts';
import { firstView, zoomLimits } from './map-start.ts';

const offer: MapOffer = {
  tiles: '/v1/map-tiles/{z}/{x}/{y}',
  minZoom: 8,
  maxZoom: 16,
  bounds: [106.3, -6.4, 106.8, -6],
  attribution: '',
};
const here = { latitude: -6.2, longitude: 106.5 };

describe('the map', () => {
  test('opens at the point, as near as that is known', () => {
    expect(firstView({ ...here, accuracyM: 12 }, offer)).toEqual({ ...here, zoom: 17 });
    expect(firstView({ ...here, accuracyM: null }, null)).toEqual({ ...here, zoom: 17 });
    expect(firstView({ ...here, accuracyM: 1_500 }, offer).zoom).toBe(13);
    expect(firstView({ ...here, accuracyM: 9_999_999 }, offer).zoom).toBe(zoomLimits(offer).min);
  });

  test('opens on the whole of the office’s map without a point', () => {
    const view = firstView(null, offer);
    expect([view.latitude, view.longitude]).toEqual([-6.2, 106.55]);
    expect(view.zoom).toBe(10);
  });
});
