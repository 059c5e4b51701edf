import { describe, expect, test } from 'vitest';
import { readMapOffer, tilePath } from './map-offer.ts';

const offer = {
  tiles: '/v1/map-tiles/{z}/{x}/{y}',
  minZoom: 8,
  maxZoom: 16,
  bounds: [106.3, -6.4, 106.8, -6],
  attribution: '© KANARI',
};

describe('a map that a backend offers', () => {
  test('is taken as it is, and names the address of each tile', () => {
    expect(readMapOffer({ ...offer, later: true })).toEqual(offer);
    expect(tilePath({ ...offer, bounds: [0, 0, 1, 1] }, 12, 3261, 2118)).toBe('/v1/map-tiles/12/3261/2118');
  });

  test.each([
    ['https://elsewhere.example/{z}/{x}/{y}.png'],
    ['//elsewhere.example/{z}/{x}/{y}'],
    ['/\\elsewhere.example/{z}/{x}/{y}'],
    ['/v1/{z}/{x}'],
    ['/v1/{z}/{z}/{x}/{y}'],
    [''],
    [7],
  ])('is none with tiles at %s', (tiles) => {
    expect(readMapOffer({ ...offer, tiles })).toBeNull();
  });

  test.each([
    ['minZoom', -1],
    ['minZoom', 17],
    ['maxZoom', 40],
    ['maxZoom', 15.5],
    ['bounds', [106.8, -6.4, 106.3, -6]],
    ['bounds', [106.3, -6.4, 106.8]],
    ['bounds', [106.3, Number.NaN, 106.8, -6]],
    ['bounds', 'all'],
  ])('is none with %s %j', (name, value) => {
    expect(readMapOffer({ ...offer, [name]: value })).toBeNull();
  });

  test('may say nothing of whose it is', () => {
    expect(readMapOffer({ ...offer, attribution: undefined })?.attribution).toBe('');
    expect(readMapOffer(null)).toBeNull();
  });
});
