import type { ServiceDefinition } from '#domain/service/definition.ts';

/** A service of nobody, with kinds of fields that the shipped ones rarely have. */
export const nightMarket: ServiceDefinition = {
  id: 'izin-pasar-malam',
  schemaVersion: 1,
  name: { id: 'Izin pasar malam' },
  description: { id: 'Untuk acara yang tidak dikenal aplikasi ini.' },
  category: 'kecamatan',
  unit: 'Kecamatan',
  level: 'kecamatan',
  sampleData: true,
  standard: {
    procedure: [{ id: 'Isi, lalu kirim.' }],
    workingDays: null,
    feeIdr: 25_000,
    product: { id: 'Surat izin' },
    legalBasis: 'Contoh',
  },
  visit: { required: 'none' },
  requirements: [],
  steps: [
    {
      id: 'acara',
      title: { id: 'Acaranya apa?' },
      fields: [
        { id: 'nama_kegiatan', type: 'text', label: { id: 'Nama kegiatan' }, required: true },
        { id: 'tanggal', type: 'date', label: { id: 'Tanggal' }, required: true },
        { id: 'mulai', type: 'time', label: { id: 'Mulai' }, required: true },
        { id: 'jumlah_lapak', type: 'number', label: { id: 'Jumlah lapak' }, required: true, min: 1 },
      ],
    },
    {
      id: 'isi_acara',
      title: { id: 'Isi acara' },
      fields: [
        {
          id: 'hiburan',
          type: 'multiSelect',
          label: { id: 'Hiburan' },
          required: true,
          options: [
            { value: 'musik', label: { id: 'Musik' } },
            { value: 'komidi', label: { id: 'Komidi putar' } },
          ],
        },
        {
          id: 'daya',
          type: 'number',
          label: { id: 'Daya listrik' },
          required: true,
          visibleWhen: { in: ['komidi', { var: 'hiburan' }] },
        },
      ],
    },
    {
      id: 'panitia',
      title: { id: 'Panitia' },
      fields: [
        {
          id: 'ketua',
          type: 'personGroup',
          label: { id: 'Ketua' },
          required: true,
          fields: [{ id: 'nama', type: 'text', label: { id: 'Nama' }, required: true }],
        },
        {
          id: 'pedagang',
          type: 'repeat',
          label: { id: 'Pedagang' },
          itemLabel: { id: 'Pedagang' },
          required: true,
          fields: [{ id: 'nama', type: 'text', label: { id: 'Nama' }, required: true }],
        },
      ],
    },
  ],
};
