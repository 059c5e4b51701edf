import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OpenServices, StatisticsView } from '#contract/statistics-schemas.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import type { TestPerson } from '../testing/test-accounts.ts';
import { testSubmission } from '../testing/test-submission.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const time = 'from=2026-11-01&to=2026-11-30';
const dayMs = 24 * 60 * 60 * 1000;

async function submit(): Promise<string> {
  const { path, body } = testSubmission([]);
  const { device: _device, ...form } = body;
  const json = { ...form, serviceId: 'surat-tanpa-berkas', schemaVersion: 1 };
  expect((await app.send('siti', 'PUT', path, { json })).status).toBe(201);
  return path;
}
async function decide(
  path: string,
  action: string,
  fields: readonly string[] = [],
  reasonCode?: string,
): Promise<void> {
  const seen = await app.send('officer', 'GET', path);
  const answer = await app.send('officer', 'PUT', `${path}/decisions/${uuidv7()}`, {
    json: { action, reason: 'Tidak terbaca', fields, ...(reasonCode === undefined ? {} : { reasonCode }) },
    headers: { 'If-Match': seen.headers.get('etag') ?? '' },
  });
  expect(answer.status).toBe(201);
}
const answers = { U1: 3, U2: 3, U3: 3, U4: 3, U5: 3, U6: 3, U7: 3, U8: 3, U9: 3 };
const survey = (path: string) =>
  app.send('siti', 'PUT', `${path}/survey/${uuidv7()}`, {
    json: { answers, comment: 'Ramah', answeredAt: '2026-11-24T03:00:00Z' },
  });
const read = async (who: TestPerson = 'signer', query = time) =>
  StatisticsView.parse(await (await app.send(who, 'GET', `/v1/statistics?${query}`)).json());

describe('GET /v1/statistics', () => {
  it('counts what came, ended, was given back and waits', async () => {
    await submit();
    const returned = await submit();
    await decide(returned, 'return', ['/nama']);
    const rejected = await submit();
    app.advanceMs(dayMs);
    await decide(rejected, 'reject');
    const statistics = await read();
    expect(statistics.all).toMatchObject({
      received: 3,
      ended: 1,
      rejected: 1,
      returned: 1,
      waiting: 2,
      medianDays: 1,
    });
    expect(statistics.byDay).toEqual([
      { day: '2026-11-24', received: 3, ended: 0 },
      { day: '2026-11-25', received: 0, ended: 1 },
    ]);
    expect(statistics.repairs).toEqual([{ serviceId: 'surat-tanpa-berkas', field: '/nama', count: 1 }]);
    expect((await read('signer', 'from=2026-11-25&to=2026-11-25')).all).toMatchObject({ received: 0, ended: 1 });
    expect((await read('signer', `${time}&service=lain`)).all).toMatchObject({ received: 0, waiting: 0 });
    expect((await read('signer', `${time}&level=desa`)).all).toMatchObject({ received: 0 });
    expect((await read('signer', `${time}&area=36.03`)).all).toMatchObject({ received: 3 });
    expect((await read('admin')).all).toMatchObject({ received: 3 });
  });

  it('tells which reasons are the most frequent, and none of the words beside them', async () => {
    await decide(await submit(), 'return', [], 'unreadable');
    await decide(await submit(), 'reject', [], 'duplicate');
    await decide(await submit(), 'reject', [], 'duplicate');
    await decide(await submit(), 'reject');
    const { reasons } = await read();
    expect(reasons).toEqual([
      { action: 'reject', code: 'duplicate', count: 2 },
      { action: 'reject', code: null, count: 1 },
      { action: 'return', code: 'unreadable', count: 1 },
    ]);
    const words = await (await app.send('signer', 'GET', `/v1/statistics?${time}`)).text();
    expect(words).not.toContain('Tidak terbaca');
  });

  it('tells what people say in full fives, and nothing of fewer', async () => {
    for (let count = 0; count < 4; count += 1) {
      const path = await submit();
      await decide(path, 'reject');
      expect((await survey(path)).status).toBe(201);
    }
    expect(await read()).toMatchObject({ all: { answers: 0, satisfaction: null }, comments: [] });
    for (let count = 0; count < 2; count += 1) {
      const path = await submit();
      await decide(path, 'reject');
      expect((await survey(path)).status).toBe(201);
    }
    const { all, comments, elements } = await read();
    expect(all).toMatchObject({ answers: 5, satisfaction: 75 });
    expect(comments).toHaveLength(5);
    expect(elements[0]).toEqual({ element: 'U1', mean: 3 });
  });

  it('is of heads alone, and of a time that is one', async () => {
    for (const who of ['siti', 'officer', 'fieldOfficer'] as const)
      expect((await app.send(who, 'GET', `/v1/statistics?${time}`)).status).toBe(403);
    for (const query of ['from=2026-11-30&to=2026-11-01', 'from=2020-01-01&to=2026-11-01', 'from=x&to=y', ''])
      expect((await app.send('signer', 'GET', `/v1/statistics?${query}`)).status).toBe(400);
  });

  it('comes as a file for spreadsheets', async () => {
    await submit();
    const csv = await app.send('signer', 'GET', `/v1/statistics/export?${time}&format=csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(Buffer.from(await csv.arrayBuffer()).toString('utf8')).toContain('"dinas","36.03","surat-tanpa-berkas",1,0');
    const workbook = await app.send('signer', 'GET', `/v1/statistics/export?${time}&format=xlsx`);
    expect(
      Buffer.from(await workbook.arrayBuffer())
        .subarray(0, 2)
        .toString('latin1'),
    ).toBe('PK');
  });
});

describe('GET /v1/open-data/services', () => {
  it('tells everybody of months that are over, with five or more', async () => {
    for (let count = 0; count < 5; count += 1) await submit();
    await decide(await submit(), 'reject');
    const open = async () =>
      OpenServices.parse(await (await app.send(null, 'GET', '/v1/open-data/services.json')).json());
    expect((await open()).months).toEqual([]);
    app.advanceMs(10 * dayMs);
    expect((await open()).months).toEqual([
      { month: '2026-11', serviceId: 'surat-tanpa-berkas', received: 6, ended: null, satisfaction: null },
    ]);
    const first = await app.send(null, 'GET', '/v1/open-data/services.csv');
    expect(await first.text()).toContain('"2026-11","surat-tanpa-berkas",6,,');
    const again = await app.send(null, 'GET', '/v1/open-data/services.csv', {
      headers: { 'If-None-Match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });
});
