import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { residentAnswers } from './resident-answers.ts';

const context = { today: '2026-11-26' };
const siti = { name: 'Suparmi', nik: '9999990101900001', phone: '+6281200000001', area: '36.03.01.2006' };
const label = { id: 'x' };
const form = (fields: readonly object[]) =>
  ({ steps: [{ id: 'a', title: label, fields }], requirements: [] }) as unknown as ServiceDefinition;

describe('what a folder fills in', () => {
  it('is name, NIK, number and village of the applicant, where the form asks for them', () => {
    const fields = [
      { id: 'nama_pemohon', type: 'text', label },
      { id: 'nik_pemohon', type: 'nik', label },
      { id: 'no_hp', type: 'tel', label },
      { id: 'wilayah', type: 'area', label },
      { id: 'nama_anak', type: 'text', label },
    ];
    expect(residentAnswers(form(fields), siti, context)).toEqual({
      nama_pemohon: 'Suparmi',
      nik_pemohon: siti.nik,
      no_hp: siti.phone,
      wilayah: siti.area,
    });
  });

  it('is nothing that the form would refuse, that is not known, or that is asked for in another way', () => {
    const fields = [
      { id: 'nama_pemohon', type: 'longText', label },
      { id: 'nik_pemohon', type: 'nik', label },
      { id: 'no_hp', type: 'tel', label },
    ];
    expect(residentAnswers(form(fields), { ...siti, nik: '12', phone: '' }, context)).toEqual({});
  });

  it('begins every form of the catalogue that asks for an applicant', () => {
    const folder = 'server/catalogue';
    const services = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as ServiceDefinition);
    expect(services.length).toBeGreaterThan(15);
    const without = services
      .filter((service) => residentAnswers(service, siti, context)['nama_pemohon'] === undefined)
      .map(({ id }) => id);
    expect(without).toEqual(['pengaduan']);
  });
});
