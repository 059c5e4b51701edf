/** The drill of a lost phone, with people who do not exist: from "it is lost" to the notices. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { catalogueOf } from '#server/catalogue/catalogue.ts';
import type { NewApplication } from '#server/stores/application-store.ts';
import { migrate } from '#server/stores/migrate.ts';
import { sqlAccountStore } from '#server/stores/sql-account-store.ts';
import { sqlApplicationStore } from '#server/stores/sql-application-store.ts';
import type { SqlDatabase } from '#server/stores/sql-database.ts';
import { sqlDeviceStore } from '#server/stores/sql-device-store.ts';
import { openSqliteDatabase } from '#server/stores/sqlite-database.ts';
import { noCounts } from '#server/testing/test-device.ts';
import { testService, validAnswers } from '#server/testing/test-service.ts';
import { exposureText } from './exposure-text.ts';
import { readExposure } from './exposure.ts';
import { noticesOf } from './notices.ts';
import { writeNotices } from './write-notices.ts';

const nowMs = Date.parse('2026-11-24T03:00:00Z');
const deviceId = uuidv7();
const catalogue = catalogueOf([testService], []);
const settings = {
  office: 'Kantor KANARI',
  contact: 'kanari@example.invalid',
  agency: 'Lembaga KANARI',
  knownAtMs: nowMs,
};

let folder = '';
let database: SqlDatabase;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ajukan-breach-'));
  database = openSqliteDatabase(join(folder, 'app.db'));
  await migrate(database, nowMs);
  const person = (id: string, roles: readonly string[], phone: string) => ({ id, phone, name: `KANARI ${id}`, roles });
  await sqlAccountStore(database).put(
    [person('siti', ['pemohon'], '+6281299990001'), person('rina', ['pendamping'], '+6281299990002')],
    nowMs,
  );
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

async function handIn(ownerId: string, nama: string): Promise<NewApplication> {
  const application: NewApplication = {
    id: uuidv7(),
    ownerId,
    serviceId: testService.id,
    schemaVersion: testService.schemaVersion,
    data: { ...validAnswers, nama },
    documents: [],
    office: { level: 'dinas', area: '36.03' },
    device: { id: deviceId, sequence: 1 },
    capturedAtMs: nowMs,
    applicant: { key: 'k', name: null, words: [], nikMac: null, area: '36.03' },
    bodyHash: uuidv7(),
  };
  await sqlApplicationStore(database, '3603').submit(application, nowMs);
  return application;
}

const told = {
  deviceId,
  sessionId: 'none',
  secret: null,
  label: 'Chrome, Android',
  appVersion: '0.1.0',
  lock: 'none',
  lastSequence: 1,
  held: [],
  voids: [],
} as const;

it('R42: names the residents whose data could be read, writes their notices and the agency’s, and leaves out the sealed', async () => {
  const readable = await handIn('rina', 'KANARI <Budi>');
  await handIn('rina', 'KANARI Tersegel');
  const draft = { id: uuidv7(), serviceId: testService.id, state: 'draft' } as const;
  const delivered = { id: readable.id, serviceId: testService.id, state: 'delivered' } as const;
  const devices = sqlDeviceStore(database);
  const counts = { ...noCounts, drafts: 1, sealed: 4, delivered: 1, folders: 2 };
  await devices.report({ ...told, accountId: 'rina', counts, readable: [delivered, draft] }, nowMs);
  const order = {
    id: uuidv7(),
    deviceId,
    accountId: null,
    action: 'wipe',
    unsent: 'keep-sealed',
    by: 'office',
  } as const;
  await devices.order(order, nowMs + 60_000);

  const exposure = await readExposure(database, catalogue, deviceId);
  if (exposure === null) throw new Error('the phone is not known');
  const text = exposureText(exposure);
  for (const part of [
    'KANARI <Budi>',
    '2026-11-24T03:00:00.000Z',
    'lock: none',
    'sealed, and so not readable: 4',
    'wipe by office',
  ])
    expect(text).toContain(part);
  expect(text).not.toContain('Tersegel');

  const out = join(folder, 'out');
  const files = writeNotices(out, noticesOf(exposure, settings));
  expect([...files].sort()).toEqual(readdirSync(out).sort());
  const read = (name: string) => readFileSync(join(out, name), 'utf8');
  const agency = read('lembaga.txt');
  // Whose data, which, when and how, and what is done: article 46(2).
  for (const part of [
    'Lembaga KANARI',
    'pasal 46 ayat (2)',
    '3 x 24 jam',
    '- Nama',
    '- KTP',
    'Kapan:',
    'Bagaimana:',
    'Penanganan:',
    'oleh kantor',
    'Tersegel, sehingga tidak dapat terbaca: 4',
  ])
    expect(agency).toContain(part);
  expect(agency).not.toContain('Budi');
  expect(read('orang-001.txt')).toContain('Kepada: KANARI <Budi>');
  expect(read('orang-001.html')).toContain('KANARI &lt;Budi&gt;');
  expect(read('perlu-nama.txt')).toContain(draft.id);
  for (const name of files) expect(statSync(join(out, name)).mode & 0o777).toBe(0o600);
  expect(() => writeNotices(out, [])).toThrow('not empty');
});

it('tells a citizen at their number of what lay on their own phone, and what the phone has answered', async () => {
  const devices = sqlDeviceStore(database);
  const draft = { id: uuidv7(), serviceId: testService.id, state: 'draft' } as const;
  const counts = { ...noCounts, drafts: 1, keptPapers: 2 };
  await devices.report({ ...told, accountId: 'siti', counts, readable: [draft] }, nowMs);
  const order = { id: uuidv7(), deviceId, accountId: 'siti', action: 'wipe', unsent: 'delete', by: 'person' } as const;
  await devices.order(order, nowMs);
  await devices.receive({ ...order, secret: null }, '{"deleted":{"drafts":1}}', nowMs + 1000);
  const exposure = await readExposure(database, catalogue, deviceId);
  if (exposure === null) throw new Error('the phone is not known');
  const [, person] = noticesOf(exposure, settings);
  const lines = person?.lines.join('\n') ?? '';
  for (const part of [
    'KANARI siti, +6281299990001',
    'Surat uji (isian belum dikirim)',
    '- 2 foto atau surat',
    'dilaksanakan HP',
  ])
    expect(lines).toContain(part);
  expect(await readExposure(database, catalogue, uuidv7())).toBeNull();
});
