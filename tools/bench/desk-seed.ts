import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { searchWords } from '#server/applications/index-applicant.ts';
import { keep, type SqlDatabase, type SqlValue } from '#server/stores/sql-database.ts';
import { type OfficeStatus, officeStatuses } from '#domain/application/status.ts';

const firstNames = ['Siti', 'Budi', 'Rina', 'Agus', 'Dewi', 'Joko', 'Wati', 'Asep', 'Nur', 'Eko', 'Lina', 'Yanto'];
const lastNames = ['Aminah', 'Santoso', 'Rahma', 'Wijaya', 'Lestari', 'Hidayat', 'Kurnia', 'Maulana', 'Sari', 'Putra'];
const services = ['sktm', 'sku', 'ktp-el-baru', 'kia', 'kk-perubahan', 'surat-domisili', 'akta-kelahiran'];
const villages = Array.from({ length: 200 }, (_, index) => {
  const district = String(1 + Math.floor(index / 10)).padStart(2, '0');
  return `36.03.${district}.${2001 + (index % 10)}`;
});
/** What an office has after some years: most is done. */
const usualStatuses: readonly OfficeStatus[] = [
  ...Array.from({ length: 16 }, () => 'done' as const),
  'rejected',
  'withdrawn',
  ...officeStatuses.filter((status) => !['incomplete', 'done', 'rejected', 'withdrawn'].includes(status)),
];
const papersEach = 3;
const rowsPerWrite = 500;
const minuteMs = 60_000;

export interface DeskSeed {
  readonly applications: number;
  /** The first of them was received then, and each next one a minute later. */
  readonly sinceMs: number;
  /** As the server that reads them makes it. */
  readonly applicantKey: string;
  macOf(nik: string): string;
}

/**
 * Applications as an office has them: half with the regency's own, half with two hundred villages. Names are made of few
 * words, so that a search has much to find; the NIK are of a region that nobody is of.
 */
export async function seedDesk(database: SqlDatabase, seed: DeskSeed): Promise<void> {
  for (let from = 0; from < seed.applications; from += rowsPerWrite) {
    await database.write(async (tx) => {
      for (let index = from; index < Math.min(from + rowsPerWrite, seed.applications); index += 1)
        for (const [sql, params] of rowsOf(index, seed)) await tx.all(sql, params);
      return keep(undefined);
    });
  }
}

export const nikOfSeed = (index: number): string => `990301010190${String(index % 10_000).padStart(4, '0')}`;

function rowsOf(index: number, { sinceMs, applicantKey, macOf }: DeskSeed): readonly [string, readonly SqlValue[]][] {
  const id = uuidv7();
  const pick = <T>(from: readonly T[], every = 1): T => {
    const one = from[Math.floor(index / every) % from.length];
    if (one === undefined) throw new Error('There is nothing to pick from');
    return one;
  };
  const village = pick(villages);
  const office = index % 2 === 0 ? 'dinas:36.03' : `desa:${village}`;
  const name = `${pick(firstNames, 3)} ${pick(lastNames, 7)} ${String(index)}`;
  const atMs = sinceMs + index * minuteMs;
  const status = pick(usualStatuses, 2);
  const dueOn = ['done', 'rejected', 'withdrawn', 'returned'].includes(status)
    ? null
    : dayOf(atMs + (index % 14) * 86_400_000);
  const data = JSON.stringify({ nama_pemohon: name, alasan: 'x'.repeat(600) });
  const assignee = index % 29 === 0 ? 'petugas-1' : null;
  return [
    [
      `INSERT INTO application (id, owner_id, registration_number, service_id, schema_version, status, version, data,
        body_hash, captured_at, received_at, updated_at, office, applicant_name, nik_mac, area, applicant_key, due_on,
        assignee_id, assignee_name)
        VALUES ($1, $2, $3, $4, 1, $5, 2, $6, $7, $8, $8, $8, $9, $10, $11, $12, $13, $14, $15, $15)`,
      [
        id,
        `warga-${index}`,
        `3603-2026-${String(index + 1).padStart(6, '0')}`,
        pick(services),
        status,
        data,
        id,
        atMs,
        office,
        name,
        macOf(nikOfSeed(index)),
        village,
        applicantKey,
        dueOn,
        assignee,
      ],
    ],
    ...searchWords(name).map((word): [string, readonly SqlValue[]] => [
      'INSERT INTO applicant_word (word, application_id) VALUES ($1, $2)',
      [word, id],
    ]),
    ...Array.from({ length: papersEach }, (_, position): [string, readonly SqlValue[]] => [
      `INSERT INTO document (id, owner_id, application_id, position, slot, media_type, size, sha256, state, created_at, updated_at)
        VALUES ($1, $2, $3, $4, $5, 'image/jpeg', 100000, $6, 'clean', $7, $7)`,
      [
        uuidv7(),
        `warga-${index}`,
        id,
        position,
        `berkas-${position}`,
        createHash('sha256').update(`${id} ${position}`).digest('hex'),
        atMs,
      ],
    ]),
  ];
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
