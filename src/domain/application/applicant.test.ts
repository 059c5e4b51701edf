import { describe, expect, it } from 'vitest';
import type { Field, ServiceDefinition } from '#domain/service/definition.ts';
import { applicantOf } from './applicant.ts';

const label = { id: 'x' };
const field = (id: string, type: 'text' | 'nik' | 'area'): Field => ({ id, type, label });
const form = (...fields: readonly Field[]): Pick<ServiceDefinition, 'steps'> => ({
  steps: [{ id: 's', title: label, fields }],
});
const nik = '9903010101900001';

describe('who applies', () => {
  it('is named by the questions about the applicant, wherever they stand', () => {
    const definition = form(
      field('nik_ibu', 'nik'),
      field('nama_ibu', 'text'),
      field('nama_pemohon', 'text'),
      field('nik_pemohon', 'nik'),
      field('wilayah', 'area'),
    );
    const answers = {
      nik_ibu: '9903014101900002',
      nama_ibu: 'Aminah',
      nama_pemohon: ' Siti ',
      nik_pemohon: nik,
      wilayah: '36.03.01.2003',
    };
    expect(applicantOf(definition, answers)).toEqual({ name: 'Siti', nik, area: '36.03.01.2003' });
  });

  it('is named by the first such question of a form that calls them otherwise', () => {
    const definition = form(field('nama_pelapor', 'text'), field('nik', 'nik'), field('nama_lain', 'text'));
    expect(applicantOf(definition, { nama_pelapor: 'Budi', nik, nama_lain: 'Rina' })).toEqual({
      name: 'Budi',
      nik,
      area: null,
    });
  });

  it('is nobody where nothing is asked or answered, and never what is no NIK', () => {
    const definition = form(field('nama_pemohon', 'text'), field('nik_pemohon', 'nik'), field('catatan', 'text'));
    expect(applicantOf(definition, {})).toEqual({ name: null, nik: null, area: null });
    expect(applicantOf(definition, { nama_pemohon: ' ', nik_pemohon: '12', catatan: 'x' })).toEqual({
      name: null,
      nik: null,
      area: null,
    });
  });
});
