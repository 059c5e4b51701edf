import { describe, expect, it } from 'vitest';
import type { Answers } from '#domain/form/answers.ts';
import { everyBranch } from '#tests/fixtures/services/branches.ts';
import { aktaKelahiran, pengaduanAspirasi } from '#tests/fixtures/services/services.ts';
import { shippedServices } from '#tests/fixtures/services/shipped-services.ts';
import { draftNames } from './draft-names.ts';

const names = (definition: typeof aktaKelahiran, answers: Answers) => draftNames({ definition, answers });

describe('what tells two drafts of one service apart', () => {
  it('the applicant and the child, as far as they are given', () => {
    const mother = { orang_tua_diketahui: true, nama_pemohon: 'KANARI Siti' };
    expect(names(aktaKelahiran, mother)).toEqual(['KANARI Siti']);
    expect(names(aktaKelahiran, { ...mother, nama_anak: 'KANARI Budi', nama_ibu: 'KANARI Siti' })).toEqual([
      'KANARI Siti',
      'KANARI Budi',
    ]);
  });

  it('where no name was given, the first words', () => {
    expect(names(pengaduanAspirasi, { judul: ' Lampu mati ', isi: 'Sudah lama' })).toEqual(['Lampu mati']);
    expect(names(pengaduanAspirasi, {})).toEqual([]);
  });

  it('every service on offer has a name to tell its forms by, and none of them is a number', () => {
    for (const definition of shippedServices) {
      const [answers] = everyBranch(definition);
      const found = names(definition, answers ?? {});
      expect(found.length, definition.id).toBeGreaterThan(0);
      for (const name of found) expect(name, definition.id).not.toMatch(/\d/);
    }
  });
});
