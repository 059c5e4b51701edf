import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { fewestAnswers } from '#domain/survey/satisfaction.ts';
import { putWorld, type WorldApplication } from '#tests/suites/statistics-world.ts';
import { migrate } from '../stores/migrate.ts';
import { openSqliteDatabase } from '../stores/sqlite-database.ts';
import { startTestServer, testFolder } from '../testing/test-server.ts';

const folder = testFolder();
afterEach(() => folder.remove());

/** Came in and ended on the tenth of the month before this one. */
function application(place: number): WorldApplication {
  const now = new Date();
  const atMs = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 10, 3);
  const step = { fields: [], reasonCode: null };
  return {
    id: `0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e4${String(place)}`,
    office: { level: 'dinas', area: '36.03' },
    serviceId: 'sku',
    receivedAtMs: atMs,
    promised: null,
    steps: [
      { ...step, atMs, action: 'received', status: 'submitted' },
      { ...step, atMs: atMs + 1000, action: 'reject', status: 'rejected' },
    ],
  };
}

const documented = readFileSync(new URL('../../docs/open-data.md', import.meta.url), 'utf8');

it('the open data have the columns that docs/open-data.md tells of, in both forms, and its licence', async () => {
  mkdirSync(folder.dataDir, { recursive: true });
  const database = openSqliteDatabase(join(folder.dataDir, 'app.db'));
  await migrate(database, Date.now());
  const applications = Array.from({ length: fewestAnswers }, (_, place) => application(place));
  await putWorld(database, { applications, batches: [], holidays: [] });
  await database.close();
  const server = await startTestServer(folder);
  try {
    const table = [...documented.matchAll(/^\| `(\w+)` \| `(\w+)` \|/gm)];
    const json = await (await fetch(`${server.url}/v1/open-data/services.json`)).json();
    expect(Object.keys(json)).toEqual(['license', 'note', 'months']);
    for (const name of Object.keys(json)) expect(documented).toContain(`\`${name}\``);
    expect(documented).toContain(json.license);
    expect(json.months).toHaveLength(1);
    expect(json.months[0]).toMatchObject({ serviceId: 'sku', received: fewestAnswers, ended: fewestAnswers });
    expect(Object.keys(json.months[0])).toEqual(table.map(([, name]) => name));

    const csv = await (await fetch(`${server.url}/v1/open-data/services.csv`)).text();
    const [head = ''] = csv.replace(/^\uFEFF/, '').split('\r\n');
    expect(head.split(',').map((name) => name.replaceAll('"', ''))).toEqual(table.map(([, , name]) => name));
  } finally {
    await server.close();
  }
});
