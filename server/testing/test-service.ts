import type { ServiceDefinition } from '#domain/service/definition.ts';

/** A small service with everything that the server's rules look at: a condition, a required and an optional paper. */
export const testService: ServiceDefinition = {
  id: 'surat-uji',
  schemaVersion: 3,
  name: { id: 'Surat uji' },
  description: { id: 'Untuk menguji kantor.' },
  category: 'contoh',
  unit: 'Contoh',
  level: 'desa',
  sampleData: true,
  standard: {
    procedure: [{ id: 'Isi dan kirim.' }],
    workingDays: 3,
    feeIdr: 0,
    product: { id: 'Surat' },
    legalBasis: 'Contoh',
  },
  visit: { required: 'none' },
  requirements: [
    { id: 'ktp', label: { id: 'KTP' }, required: true, accept: ['image/jpeg', 'image/png'] },
    { id: 'lampiran', label: { id: 'Lampiran' }, required: false, accept: ['application/pdf'], maxFiles: 2 },
  ],
  steps: [
    {
      id: 'data',
      title: { id: 'Data' },
      fields: [
        { id: 'nama', label: { id: 'Nama' }, type: 'text', required: true },
        { id: 'nik', label: { id: 'NIK' }, type: 'nik' },
        { id: 'usaha', label: { id: 'Punya usaha?' }, type: 'yesNo', required: true },
        {
          id: 'nama_usaha',
          label: { id: 'Nama usaha' },
          type: 'text',
          required: true,
          visibleWhen: { '==': [{ var: 'usaha' }, true] },
        },
      ],
    },
  ],
};

/** Asks for no paper: complete as soon as it is received. */
export const paperlessService: ServiceDefinition = {
  ...testService,
  id: 'surat-tanpa-berkas',
  schemaVersion: 1,
  requirements: [],
};

/** Goes to the office of a village: it asks where. */
export const villageService: ServiceDefinition = {
  ...paperlessService,
  id: 'surat-desa',
  steps: [
    ...paperlessService.steps,
    {
      id: 'tempat',
      title: { id: 'Tempat' },
      fields: [{ id: 'wilayah', label: { id: 'Desa' }, type: 'area', required: true }],
    },
  ],
};

export const validAnswers = { nama: 'KANARI Uji', usaha: false } as const;
