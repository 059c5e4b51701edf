/** Two services that do not exist, with every type of field between them, and the schema of their answers by hand. */
import type { ServiceDefinition } from '#domain/service/definition.ts';

const digits16 = { type: 'string', pattern: '^[0-9]{16}$' };
const shortText = {
  type: 'string',
  minLength: 1,
  maxLength: 200,
  pattern: '^[^\\x00-\\x1F ]([^\\x00-\\x1F]*[^\\x00-\\x1F ])?$',
};

const standard: ServiceDefinition['standard'] = {
  procedure: [{ id: 'Isi formulir.' }],
  workingDays: 3,
  feeIdr: 0,
  product: { id: 'Surat contoh' },
  legalBasis: 'contoh',
};

const letter: ServiceDefinition = {
  id: 'surat-contoh',
  schemaVersion: 2,
  name: { id: 'Surat contoh', en: 'Sample letter' },
  description: { id: 'Layanan yang tidak ada.' },
  category: 'contoh',
  unit: 'Kantor contoh',
  level: 'desa',
  sampleData: true,
  standard,
  visit: { required: 'none' },
  requirements: [
    { id: 'ktp', label: { id: 'KTP' }, required: true, accept: ['image/jpeg', 'image/png'] },
    { id: 'surat', label: { id: 'Surat pengantar' }, required: true, accept: ['application/pdf'] },
    { id: 'foto', label: { id: 'Foto' }, required: false, accept: ['image/webp'] },
  ],
  steps: [
    {
      id: 'pemohon',
      title: { id: 'Pemohon' },
      fields: [
        { id: 'nama', type: 'text', label: { id: 'Nama' }, required: true },
        { id: 'nik', type: 'nik', label: { id: 'NIK' }, required: true },
        { id: 'kk', type: 'kk', label: { id: 'Nomor KK' } },
        { id: 'telepon', type: 'tel', label: { id: 'Nomor HP' } },
        { id: 'desa', type: 'area', label: { id: 'Desa' } },
        { id: 'lahir', type: 'date', label: { id: 'Tanggal lahir' }, max: 'today' },
        { id: 'rt', type: 'text', label: { id: 'RT' }, digitsOnly: true, pattern: '^[0-9]{3}$' },
      ],
    },
    {
      id: 'usaha',
      title: { id: 'Usaha' },
      fields: [
        { id: 'punya_usaha', type: 'yesNo', label: { id: 'Punya usaha?' }, required: true },
        {
          id: 'nama_usaha',
          type: 'text',
          label: { id: 'Nama usaha' },
          required: true,
          visibleWhen: { '==': [{ var: 'punya_usaha' }, true] },
        },
        {
          id: 'alasan',
          type: 'longText',
          label: { id: 'Alasan' },
          visibleWhen: { '==': [{ var: 'punya_usaha' }, false] },
        },
        {
          id: 'jenis',
          type: 'select',
          label: { id: 'Jenis' },
          options: [
            { value: 'dagang', label: { id: 'Dagang' } },
            { value: 'jasa', label: { id: 'Jasa' } },
          ],
        },
      ],
    },
  ],
};

const letterAnswers = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  additionalProperties: false,
  required: ['nama', 'nik', 'punya_usaha'],
  properties: {
    nama: shortText,
    nik: digits16,
    kk: digits16,
    telepon: { type: 'string', pattern: '^\\+628[0-9]{7,11}$' },
    desa: { type: 'string', pattern: '^[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}$' },
    lahir: { type: 'string', format: 'date' },
    rt: { type: 'string', pattern: '^[0-9]{3}$' },
    punya_usaha: { type: 'boolean' },
    nama_usaha: shortText,
    alasan: { type: 'string', maxLength: 2000 },
    jenis: { enum: ['dagang', 'jasa'] },
  },
  allOf: [{ anyOf: [{ properties: { punya_usaha: { const: false } } }, { required: ['nama_usaha'] }] }],
};

const report: ServiceDefinition = {
  ...letter,
  id: 'laporan-contoh',
  schemaVersion: 1,
  name: { id: 'Laporan contoh' },
  requirements: [{ id: 'bukti', label: { id: 'Bukti' }, required: false, accept: ['image/jpeg', 'application/pdf'] }],
  steps: [
    {
      id: 'laporan',
      title: { id: 'Laporan' },
      fields: [
        { id: 'isi', type: 'longText', label: { id: 'Isi' }, required: true, minLength: 10 },
        { id: 'jam', type: 'time', label: { id: 'Jam' } },
        { id: 'korban', type: 'number', label: { id: 'Jumlah korban' }, min: 0, max: 1000 },
        {
          id: 'bidang',
          type: 'multiSelect',
          label: { id: 'Bidang' },
          options: [
            { value: 'jalan', label: { id: 'Jalan' } },
            { value: 'air', label: { id: 'Air' } },
          ],
        },
        {
          id: 'pelapor',
          type: 'personGroup',
          label: { id: 'Pelapor' },
          fields: [{ id: 'nama', type: 'text', label: { id: 'Nama' }, required: true }],
        },
        {
          id: 'saksi',
          type: 'repeat',
          label: { id: 'Saksi' },
          itemLabel: { id: 'Saksi' },
          fields: [{ id: 'nik', type: 'nik', label: { id: 'NIK' }, required: true }],
        },
      ],
    },
  ],
};

const reportAnswers = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  additionalProperties: false,
  required: ['isi'],
  properties: {
    isi: { type: 'string', minLength: 10, maxLength: 2000 },
    jam: { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' },
    korban: { type: 'integer', minimum: 0, maximum: 1000 },
    bidang: { type: 'array', items: { enum: ['jalan', 'air'] }, uniqueItems: true },
    pelapor: { type: 'object', additionalProperties: false, required: ['nama'], properties: { nama: shortText } },
    saksi: {
      type: 'array',
      items: { type: 'object', additionalProperties: false, required: ['nik'], properties: { nik: digits16 } },
    },
  },
};

export interface ModelService {
  readonly definition: ServiceDefinition;
  readonly answersSchema: object;
}

export const modelServices: readonly ModelService[] = [
  { definition: letter, answersSchema: letterAnswers },
  { definition: report, answersSchema: reportAnswers },
];
