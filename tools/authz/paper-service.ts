import type { Field, Step } from '#domain/service/definition.ts';
import { villageService } from '#server/testing/test-service.ts';

export const paperService = 'surat-matriks';

const nik: Field = { id: 'nik', type: 'nik', label: { id: 'NIK' } };

/** A service of villages that asks for numbers wherever a form can ask for them. */
export const paperSteps: readonly Step[] = [
  ...villageService.steps,
  {
    id: 'keluarga',
    title: { id: 'Keluarga' },
    fields: [
      { id: 'no_kk', type: 'kk', label: { id: 'Nomor KK' } },
      { id: 'saksi', type: 'personGroup', label: { id: 'Saksi' }, fields: [nik] },
      { id: 'anggota', type: 'repeat', label: { id: 'Anggota' }, itemLabel: { id: 'Anggota' }, fields: [nik] },
    ],
  },
];

/** What everybody answers there: nobody's numbers, and each another. */
export const paperNumbers = {
  nik: '9903170845900001',
  no_kk: '9903170845900002',
  saksi: { nik: '9903170845900003' },
  anggota: [{ nik: '9903170845900004' }, { nik: '9903170845900005' }],
} as const;
