import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { ApplicationView } from '#contract/application-view.ts';
import { RevealWire } from '#contract/reveal-schemas.ts';
import { StoreUnavailableError } from '../stores/sql-database.ts';
import type { TestPerson } from '../testing/test-accounts.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { villageService } from '../testing/test-service.ts';
import { testSubmission } from '../testing/test-submission.ts';

const nik = '9903010101900001';
const usual = { burst: 10_000, perSecond: 1 };

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

async function applied() {
  const { id, path, body } = testSubmission([]);
  const data = { ...body.data, nik, wilayah: '36.03.01.2003' };
  const json = { ...body, serviceId: villageService.id, schemaVersion: 1, data };
  expect((await app.send('siti', 'PUT', path, { json })).status).toBe(201);
  return { id, path };
}

const reveal = (person: TestPerson | null, path: string) => app.send(person, 'POST', `${path}/reveals`);
const viewOf = async (person: TestPerson, path: string) =>
  ApplicationView.parse(await (await app.send(person, 'GET', path)).json());

describe('POST /v1/applications/{id}/reveals', () => {
  it('gives the whole numbers by their place, to be kept nowhere', async () => {
    const { path } = await applied();
    for (const person of ['officer', 'signer'] as const) {
      const answer = await reveal(person, path);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(RevealWire.parse(await answer.json())).toEqual({ version: 1, numbers: { '/nik': nik } });
    }
  });

  it('is noted each time: who, which application and which question, and never a number', async () => {
    const { id, path } = await applied();
    await reveal('officer', path);
    await reveal('officer', path);
    await reveal('signer', path);
    expect(await app.audit()).toEqual([
      ['reveal', 'petugas', id, '/nik'],
      ['reveal', 'petugas', id, '/nik'],
      ['reveal', 'pejabat', id, '/nik'],
    ]);
    expect(JSON.stringify(await app.audit())).not.toContain('9903');
    expect((await app.verifyAudit()).faults).toEqual([]);
  });

  it('shows nothing that can’t be noted', async () => {
    await app.close();
    app = await openTestApp({
      adapt: (ports) => ({
        ...ports,
        audit: { ...ports.audit, append: () => Promise.reject(new StoreUnavailableError('SQLite: disk full')) },
      }),
    });
    const { path } = await applied();
    const answer = await reveal('officer', path);
    expect([answer.status, (await answer.text()).includes(nik)]).toEqual([503, false]);
  });

  it('is for officials of the office: to another one, and to nobody’s id, it is not there', async () => {
    const { path } = await applied();
    const statuses = [];
    for (const person of ['siti', 'budi', 'fieldOfficer', 'admin', 'villageOfficer', null] as const)
      statuses.push((await reveal(person, path)).status);
    expect(statuses).toEqual([403, 403, 403, 403, 404, 401]);
    expect((await reveal('officer', `/v1/applications/${uuidv7()}`)).status).toBe(404);
    expect((await app.audit()).filter(([event]) => event === 'reveal')).toEqual([]);
  });

  it('is limited: one official does not make a list of everybody’s numbers', async () => {
    await app.close();
    const limits = { address: usual, account: usual, session: usual, office: usual };
    app = await openTestApp({ limits: { ...limits, reveals: { burst: 2, perSecond: 0.1 } } });
    const { path } = await applied();
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await reveal('officer', path)).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect((await app.send('officer', 'GET', path)).status).toBe(200);
    expect((await reveal('signer', path)).status).toBe(200);
    expect((await app.audit()).filter(([event]) => event === 'reveal')).toHaveLength(3);
  });

  it('says in its capabilities that it masks', async () => {
    const answer = await app.send(null, 'GET', '/.well-known/public-service-sync');
    expect(z.looseObject({ features: z.array(z.string()) }).parse(await answer.json()).features).toContain('reveals');
  });
});

describe('what of an application is told to whom', () => {
  const receipt = ['id', 'missingDocuments', 'receivedAt', 'registrationNumber', 'signed', 'status', 'version'];
  const everybody = [
    ...['capturedAt', 'data', 'documents', 'due', 'fields', 'history', 'office', 'reason', 'results'],
    ...['schemaVersion', 'serviceId', 'updatedAt'],
    ...receipt,
  ];

  it.each([
    ['siti', ['lookupSecret'], nik],
    ['officer', ['duplicates'], '99••••••••••0001'],
    ['signer', ['duplicates'], '99••••••••••0001'],
  ] as const)('to %s: no field more than these, and the number as it may be seen', async (person, more, shown) => {
    const { path } = await applied();
    const view = await viewOf(person, path);
    expect(Object.keys(view).toSorted()).toEqual([...everybody, ...more].toSorted());
    expect(view.data['nik']).toBe(shown);
  });

  it('in a line of the list: who it is, and no answer beside the name', async () => {
    await applied();
    const page: unknown = await (await app.send('officer', 'GET', '/v1/queue')).json();
    const [line] = z.object({ items: z.array(z.record(z.string(), z.unknown())) }).parse(page).items;
    expect(Object.keys(line ?? {}).toSorted()).toEqual([
      ...['applicantName', 'due', 'duplicates', 'id', 'office', 'receivedAt', 'registrationNumber'],
      ...['serviceId', 'status', 'version'],
    ]);
  });

  it('masks by its shape where nobody has the form any more', async () => {
    await app.close();
    let isGone = false;
    app = await openTestApp({
      adapt: ({ catalogue, ...ports }) => ({
        ...ports,
        catalogue: {
          ...catalogue,
          findVersion: (...asked) => (isGone ? 'unknown-service' : catalogue.findVersion(...asked)),
        },
      }),
    });
    const { path } = await applied();
    isGone = true;
    expect((await viewOf('officer', path)).data).toMatchObject({ nama: 'KANARI Uji', nik: '99••••••••••0001' });
    expect(RevealWire.parse(await (await reveal('officer', path)).json()).numbers).toEqual({ '/nik': nik });
  });
});

it('an answer of the applicant’s that was repaired is compared with what they sent, never with what was shown', async () => {
  const { path } = await applied();
  const etag = (await app.send('officer', 'GET', path)).headers.get('etag') ?? '';
  const returned = await app.send('officer', 'PUT', `${path}/decisions/${uuidv7()}`, {
    json: { action: 'return', reason: 'KANARI', fields: ['/nik'] },
    headers: { 'If-Match': etag },
  });
  expect(returned.status).toBe(201);
  const before = await viewOf('siti', path);
  expect([before.fields, before.data['nik']]).toEqual([['/nik'], nik]);
  const masked = { ...before.data, nik: '99••••••••••0001' };
  const repair = (data: object) =>
    app.send('siti', 'PUT', `${path}/revisions/${uuidv7()}`, {
      json: { serviceId: villageService.id, schemaVersion: 1, data, documents: [], capturedAt: before.capturedAt },
      headers: { 'If-Match': returned.headers.get('etag') ?? '' },
    });
  expect((await repair(masked)).status).toBe(422);
  expect((await repair({ ...before.data, nik: '9903010101900002' })).status).toBe(201);
  expect((await viewOf('officer', path)).data['nik']).toBe('99••••••••••0002');
  expect(RevealWire.parse(await (await reveal('officer', path)).json())).toEqual({
    version: 3,
    numbers: { '/nik': '9903010101900002' },
  });
});
