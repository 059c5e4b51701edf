import { describe, expect, test } from 'vitest';
import { geoUriOf, readGeoUri } from '#domain/form/position.ts';
import { pickedPoint } from './picked-point.ts';

const start = { latitude: -6.1783, longitude: 106.6319, accuracyM: 25 };
const view = { latitude: -6.18, longitude: 106.633, zoom: 16 };

describe('the point that is picked on a map', () => {
  test('is what it was while nobody has moved the map', () => {
    expect(pickedPoint({ ...view, ...start, latitude: start.latitude + 1e-9 }, start, 13)).toEqual(start);
  });

  test('is as exact as the picture under it, however far that is blown up', () => {
    const near = pickedPoint(view, start, 16);
    const blownUp = pickedPoint(view, start, 13);
    expect([near.latitude, near.longitude]).toEqual([-6.18, 106.633]);
    expect(near.accuracyM).toBeCloseTo(28.5, 1);
    expect(blownUp.accuracyM).toBeCloseTo(8 * (near.accuracyM ?? 0), 6);
    expect(pickedPoint({ ...view, zoom: 22 }, null, 22).accuracyM).toBe(1);
  });

  test('is no better than where it was measured from on the bare grid', () => {
    expect(pickedPoint({ ...view, zoom: 18 }, start, null).accuracyM).toBe(25);
    expect(pickedPoint({ ...view, zoom: 12 }, start, null).accuracyM).toBeGreaterThan(400);
    expect(pickedPoint(view, { ...start, accuracyM: null }, null).accuracyM).toBeNull();
    expect(readGeoUri(geoUriOf(pickedPoint(view, null, null)))?.accuracyM).toBeNull();
  });
});
