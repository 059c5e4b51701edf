import fc from 'fast-check';
import { expect, test } from 'vitest';
import { geoUriOf, parsePosition, readGeoUri, showPosition } from './position.ts';

test.each([
  '-6.17834, 106.63188',
  '-6.17834,106.63188',
  '-6.17834 106.63188',
  '-6,17834 106,63188',
  '-6,17834; 106,63188',
  '6.17834 S 106.63188 E',
  '6,17834° LS, 106,63188° BT',
  '106.63188 BT, 6.17834 LS',
  'geo:-6.17834,106.63188',
  'geo:-6.178340,106.631880?z=17',
  'geo:0,0?q=-6.17834,106.63188(Rumah)',
  'geo:0,0?z=3&q=-6.17834,106.63188',
  '-6.17834  ,   106.63188',
  'https://maps.example/maps?q=-6.17834,106.63188&z=17',
  'https://maps.example/maps/place/X/@-6.2,106.7,17z/data=!3m1!4b1!8m2!3d-6.17834!4d106.63188',
  'https://map.example/?mlat=-6.17834&mlon=106.63188#map=17',
  'Di sini: https://maps.example/@-6.17834,106.63188,17z',
])('%s is one place', (typed) => {
  expect(parsePosition(typed)).toMatchObject({ latitude: -6.17834, longitude: 106.63188 });
});

test('degrees with minutes and seconds', () => {
  const found = parsePosition('6°10\'42.0"S 106°37\'54.8"E');
  expect(found?.latitude).toBeCloseTo(-6.178_333, 5);
  expect(found?.longitude).toBeCloseTo(106.631_889, 5);
});

test.each([
  '',
  'depan balai desa',
  '6',
  '-6.17',
  '91, 106',
  '-6, 181',
  '6 LS 7 LS',
  "6°70' LS 106°1' BT",
  'https://maps.example/',
  'geo:91,0',
  'geo:0,0?q=Balai+Desa',
  '-6,178',
  '6,17',
  '12-05-2026',
])('"%s" is no place', (typed) => {
  expect(parsePosition(typed)).toBeNull();
});

const anywhere = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  accuracyM: fc.option(fc.double({ min: 0, max: 1e9, noNaN: true })),
});

test('every place comes back from its geo URI to the metre, and is written the same again', () => {
  fc.assert(
    fc.property(anywhere, (position) => {
      const uri = geoUriOf(position);
      const back = readGeoUri(uri);
      if (back === null) throw new Error(uri);
      expect(Math.abs(back.latitude - position.latitude)).toBeLessThan(1e-5);
      expect(Math.abs(back.longitude - position.longitude)).toBeLessThan(1e-5);
      expect(geoUriOf(back)).toBe(uri);
      expect(parsePosition(uri)).toEqual(back);
    }),
  );
});

test('what is shown is understood when it is typed in', () => {
  fc.assert(
    fc.property(anywhere, (position) => {
      const shown = showPosition(position);
      const back = parsePosition(shown);
      if (back === null) throw new Error(shown);
      expect(Math.abs(back.latitude - position.latitude)).toBeLessThan(1e-5);
      expect(Math.abs(back.longitude - position.longitude)).toBeLessThan(1e-5);
    }),
  );
});

test('any text is read without a throw and in no time', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'0123456789.,-° \'"SLBT') })),
      (text) => {
        const found = parsePosition(text);
        expect(found === null || Math.abs(found.latitude) <= 90).toBe(true);
      },
    ),
  );
  expect(parsePosition('1'.repeat(100_000))).toBeNull();
  expect(parsePosition(`1${' '.repeat(900)}2${' '.repeat(900)}x`)).toBeNull();
  expect(parsePosition(`1${'\u00A0 \t'.repeat(600)}x`)).toBeNull();
  expect(parsePosition(`https://x/${'1,'.repeat(50_000)}`)).not.toBeUndefined();
});
