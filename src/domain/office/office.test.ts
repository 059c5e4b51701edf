import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAtPost, type OfficeLevel, officeOf } from './office.ts';

const place = { id: 'wilayah', label: { id: 'Desa' }, type: 'area' } as const;
const asking = (level: string, fields: readonly (typeof place)[] = [place]) => ({
  level,
  steps: [{ id: 'data', title: { id: 'Data' }, fields }],
});

describe('the office of an application', () => {
  test.each([
    ['desa', '36.03.01.2003', { level: 'desa', area: '36.03.01.2003' }],
    ['kecamatan', '36.03.01.2003', { level: 'kecamatan', area: '36.03.01' }],
    ['dinas', '36.03.01.2003', { level: 'dinas', area: '36.03' }],
    ['lainnya', '36.03.01.2003', { level: 'dinas', area: '36.03' }],
    ['desa', '32.01.01.2003', { level: 'dinas', area: '36.03' }],
    ['desa', '36.031.1.2003', { level: 'dinas', area: '36.03' }],
    ['desa', 12, { level: 'dinas', area: '36.03' }],
  ])('of a service of level %s in %s is %j', (level, wilayah, office) => {
    expect(officeOf(asking(level), { wilayah }, '36.03')).toEqual(office);
  });

  test('is the regency’s own where no place was asked or none was answered', () => {
    expect(officeOf(asking('desa', []), { wilayah: '36.03.01.2003' }, '36.03')).toEqual({
      level: 'dinas',
      area: '36.03',
    });
    expect(officeOf(asking('kecamatan'), {}, '36.03')).toEqual({ level: 'dinas', area: '36.03' });
  });
});

describe('a post', () => {
  const level = fc.constantFrom<OfficeLevel>('desa', 'kecamatan', 'dinas');
  const area = fc
    .array(fc.constantFrom('01', '02', '10', '1'), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('.'));

  test('never reaches another level, another place or another service', () => {
    fc.assert(
      fc.property(level, area, level, area, fc.constantFrom('sku', 'sktm'), (l1, a1, l2, a2, service) => {
        const expected = l1 === l2 && `${a2}.`.startsWith(`${a1}.`);
        expect(isAtPost({ level: l1, area: a1 }, { level: l2, area: a2 }, service)).toBe(expected);
        expect(isAtPost({ level: l1, area: a1, services: ['sku'] }, { level: l2, area: a2 }, service)).toBe(
          expected && service === 'sku',
        );
      }),
    );
  });
});
