import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { AssignmentWire, QueueCountsWire, QueuePage } from '#contract/queue-schemas.ts';
import { Problem } from '#contract/schemas.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import type { TestPerson } from '../testing/test-accounts.ts';
import { paperlessService } from '../testing/test-service.ts';
import { testSubmission } from '../testing/test-submission.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

async function complete(person: TestPerson = 'siti') {
  const { id, path, body } = testSubmission([]);
  const json = { ...body, serviceId: paperlessService.id, schemaVersion: 1 };
  const answer = await app.send(person, 'PUT', path, { json });
  return { id, path, etag: answer.headers.get('etag') ?? '' };
}

const list = async (person: TestPerson, query = '') => app.send(person, 'GET', `/v1/queue${query}`);
const search = (json: object, person: TestPerson = 'officer') =>
  app.send(person, 'POST', '/v1/queue/searches', { json });
const assign = (person: TestPerson, path: string, json: object, etag?: string) =>
  app.send(person, 'PUT', `${path}/assignment`, { json, headers: etag === undefined ? {} : { 'If-Match': etag } });
const decide = (person: TestPerson, path: string, action: string, etag: string, reason?: string) =>
  app.send(person, 'PUT', `${path}/decisions/${uuidv7()}`, { json: { action, reason }, headers: { 'If-Match': etag } });
const idsOf = async (answer: Response) => QueuePage.parse(await answer.json()).items.map(({ id }) => id);

describe('GET /v1/queue', () => {
  it('takes several statuses, and refuses what is none, and a page of another order', async () => {
    const first = await complete();
    const second = await complete();
    await decide('officer', second.path, 'review', second.etag);
    expect(await idsOf(await list('officer', '?status=submitted,under_review'))).toEqual([first.id, second.id]);
    expect(await idsOf(await list('officer', '?status=under_review&sort=due'))).toEqual([second.id]);
    expect((await list('officer', '?status=submitted,later')).status).toBe(400);
    expect((await list('officer', '?due=soon')).status).toBe(400);
    const page = QueuePage.parse(await (await list('officer', '?limit=1')).json());
    expect((await list('officer', `?limit=1&after=${page.next}`)).status).toBe(200);
    expect((await list('officer', `?limit=1&sort=due&after=${page.next}`)).status).toBe(400);
    expect((await list('officer', '?after=bm9uc2Vuc2U')).status).toBe(400);
  });

  it('asked for a day, has nothing that is over: the office owes it no more', async () => {
    const first = await complete();
    const second = await complete();
    expect(await idsOf(await list('officer', '?due=week'))).toEqual([first.id, second.id]);
    await decide('officer', second.path, 'review', second.etag);
    const { headers } = await app.send('officer', 'GET', second.path);
    const refused = await decide('officer', second.path, 'reject', headers.get('etag') ?? '', 'KANARI sudah terbit');
    expect(refused.status).toBe(201);
    expect(await idsOf(await list('officer', '?due=week'))).toEqual([first.id]);
    expect(await idsOf(await list('officer', '?status=rejected'))).toEqual([second.id]);
  });

  it('pages by due day too, the ones without a day last, each once', async () => {
    const all = [await complete(), await complete(), await complete()];
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const page = QueuePage.parse(await (await list('officer', `?sort=due&limit=1${after}`)).json());
      seen.push(...page.items.map(({ id }) => id));
      if (page.next === null) break;
      after = `&after=${page.next}`;
    }
    expect(seen.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
  });

  it('is noted each time: how many, not whose', async () => {
    await complete();
    await list('officer');
    await search({ q: 'kanari' });
    await search({ q: '9903010101900001' });
    const notes = (await app.audit()).filter(([event]) => event === 'queue-read');
    expect(notes).toEqual([
      ['queue-read', 'petugas', null, 'list: 1'],
      ['queue-read', 'petugas', null, 'search: 1'],
      ['queue-read', 'petugas', null, 'search by NIK: 0'],
    ]);
  });

  it('counts what it has (C42)', async () => {
    const { path, etag } = await complete();
    await complete();
    await assign('officer', path, { to: 'me' }, etag);
    const counts = QueueCountsWire.parse(await (await app.send('officer', 'GET', '/v1/queue/counts')).json());
    expect(counts).toMatchObject({ byStatus: { submitted: 2, done: 0 }, late: 0, dueToday: 0, mine: 1 });
    expect((await app.send('siti', 'GET', '/v1/queue/counts')).status).toBe(403);
  });
});

describe('POST /v1/queue/searches', () => {
  it('finds by the beginning of any word of the name, all of them, and by the number or its end', async () => {
    const { id } = await complete();
    expect(await idsOf(await search({ q: 'UJ kan' }))).toEqual([id]);
    expect(await idsOf(await search({ q: 'uj lain' }))).toEqual([]);
    expect(await idsOf(await search({ q: '3603-2026-000001' }))).toEqual([id]);
    expect(await idsOf(await search({ q: '01' }))).toEqual([id]);
    expect(await idsOf(await search({ q: '..' }))).toEqual([]);
    expect(await idsOf(await search({ q: 'kanari', status: 'done' }))).toEqual([]);
  });

  it('never goes beyond the office, and says what is wrong', async () => {
    await complete();
    expect(await idsOf(await search({ q: 'kanari' }, 'villageOfficer'))).toEqual([]);
    expect((await search({ q: 'k' })).status).toBe(422);
    expect((await search({ q: 'kanari', after: 'x' })).status).toBe(400);
    expect((await search({ q: 'kanari' }, 'siti')).status).toBe(403);
  });
});

describe('PUT /v1/applications/{id}/assignment', () => {
  it('is one official’s, who alone decides until it is taken over', async () => {
    const { path, etag } = await complete();
    expect((await assign('officer', path, { to: 'me' })).status).toBe(428);
    const taken = await assign('officer', path, { to: 'me' }, etag);
    const assignee = { accountId: 'petugas', name: 'KANARI Petugas' };
    expect(AssignmentWire.parse(await taken.json()).assignee).toEqual(assignee);
    const after = taken.headers.get('etag') ?? '';
    expect(after).not.toBe(etag);
    const refused = await assign('signer', path, { to: 'me' }, after);
    expect([refused.status, await refused.json()]).toMatchObject([
      409,
      { type: 'urn:ajukan:problem:assigned-elsewhere', assignee },
    ]);
    const decided = await decide('signer', path, 'review', after);
    expect([decided.status, Problem.parse(await decided.json()).type]).toEqual([
      409,
      'urn:ajukan:problem:assigned-elsewhere',
    ]);
    expect((await decide('officer', path, 'review', etag)).status).toBe(412);
    expect((await decide('officer', path, 'review', after)).status).toBe(201);
    expect((await assign('signer', path, { to: 'me', force: true }, after)).status).toBe(412);
    const now = (await app.send('signer', 'GET', path)).headers.get('etag') ?? '';
    expect((await assign('signer', path, { to: 'me', force: true }, now)).status).toBe(200);
    expect((await assign('signer', path, { to: null })).status).toBe(428);
  });

  it('is shown to officials and to nobody else, and is nobody’s where the next role goes on', async () => {
    const { path, etag } = await complete();
    let current = (await assign('officer', path, { to: 'me' }, etag)).headers.get('etag') ?? '';
    expect(await (await app.send('officer', 'GET', path)).json()).toMatchObject({
      assignee: { accountId: 'petugas' },
      duplicates: [],
    });
    const own: unknown = await (await app.send('siti', 'GET', path)).json();
    expect(own).not.toHaveProperty('assignee');
    expect(own).not.toHaveProperty('duplicates');
    for (const action of ['review', 'process', 'sign'])
      current = (await decide('officer', path, action, current)).headers.get('etag') ?? '';
    expect(await (await app.send('officer', 'GET', path)).json()).not.toHaveProperty('assignee');
    expect((await decide('signer', path, 'ready', current)).status).toBe(201);
  });

  it('of two who decide at once one is told that it has changed', async () => {
    const { path, etag } = await complete();
    const both = await Promise.all([decide('officer', path, 'review', etag), decide('officer', path, 'review', etag)]);
    expect(both.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(both.filter(({ status }) => status === 412)).toHaveLength(1);
  });
});
