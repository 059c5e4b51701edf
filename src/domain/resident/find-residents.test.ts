import { describe, expect, it } from 'vitest';
import { findResidents } from './find-residents.ts';
import type { Resident } from './resident.ts';

const some: readonly Resident[] = [
  { name: 'KANARI Siti Aminah', nik: '9999990101900001', phone: '+6281200000001' },
  { name: 'Suparmi', nik: '', phone: '' },
  { name: 'KANARI Sutrisno', nik: '9999990202800002', phone: '' },
].map((one, at) => ({ ...one, id: String(at), ownerId: 'a', area: '', note: '', addedAtMs: 0, changedAtMs: 0 }));
const found = (typed: string) => findResidents(some, typed).map(({ name }) => name);

describe('looking for a resident', () => {
  it('shows everybody while nothing is typed', () => {
    expect(found('  ')).toHaveLength(3);
  });

  it('finds by any part of the name, in any order, with a slip of the thumb', () => {
    expect(found('aminah siti')).toEqual(['KANARI Siti Aminah']);
    expect(found('suparmo')).toEqual(['Suparmi']);
    expect(found('sutrsno')).toEqual(['KANARI Sutrisno']);
    expect(found('kanari')).toHaveLength(2);
    expect(found('zzz')).toEqual([]);
  });

  it('finds by digits of the NIK or the number as people write it', () => {
    expect(found('0002')).toEqual(['KANARI Sutrisno']);
    expect(found('0812')).toEqual(['KANARI Siti Aminah']);
    expect(found('62')).toEqual([]);
  });
});
