import { expect, test } from 'vitest';
import { areaOptions } from './use-area-options.ts';

test('a village’s official has no place to choose; a regency’s has every kecamatan, and the villages of the one chosen', () => {
  expect(areaOptions([{ level: 'desa', area: '36.03.01.2003' }], undefined)).toEqual([]);
  const all = areaOptions([{ level: 'dinas', area: '36.03' }], undefined);
  expect(all.length).toBeGreaterThan(20);
  expect(all.every(({ code }) => code.length === '36.03.01'.length)).toBe(true);
  const chosen = areaOptions([{ level: 'dinas', area: '36.03' }], '36.03.01');
  expect(chosen.filter(({ code }) => code.startsWith('36.03.01.')).length).toBeGreaterThan(3);
  // One kecamatan: its villages are what there is to choose.
  expect(areaOptions([{ level: 'kecamatan', area: '36.03.01' }], undefined)).toContainEqual(
    expect.objectContaining({ code: '36.03.01.2003' }),
  );
});
