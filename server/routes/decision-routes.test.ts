import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { ApplicationView } from '#contract/application-view.ts';
import { QueuePage } from '#contract/queue-schemas.ts';
import { Problem, ReceiptWire } from '#contract/schemas.ts';
import { spokenConsent } from '../testing/test-consent.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import type { TestPerson } from '../testing/test-accounts.ts';
import { paperlessService, villageService } from '../testing/test-service.ts';
import { testSubmission } from '../testing/test-submission.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

async function complete() {
  const { path, body } = testSubmission([]);
  const answer = await app.send('siti', 'PUT', path, {
    json: { ...body, serviceId: paperlessService.id, schemaVersion: 1 },
  });
  return { path, receipt: ReceiptWire.parse(await answer.json()), etag: answer.headers.get('etag') ?? '' };
}

const decide = (path: string, json: object, etag?: string, id = uuidv7()) =>
  app.send('officer', 'PUT', `${path}/decisions/${id}`, {
    json,
    headers: etag === undefined ? {} : { 'If-Match': etag },
  });

describe('PUT /v1/applications/{id}/decisions/{decId}', () => {
  it('moves an application on, and tells the applicant', async () => {
    const { path, etag } = await complete();
    const answer = await decide(path, { action: 'review' }, etag);
    expect(answer.status).toBe(201);
    expect(ReceiptWire.parse(await answer.json())).toMatchObject({ status: 'under_review', version: 2 });
    const view = await app.send('siti', 'GET', path);
    expect(view.headers.get('etag')).toBe(answer.headers.get('etag'));
    expect(ApplicationView.parse(await view.json())).toMatchObject({ status: 'under_review' });
  });

  it('recognises a repetition before it looks at If-Match', async () => {
    const { path, etag } = await complete();
    const id = uuidv7();
    await decide(path, { action: 'review' }, etag, id);
    expect((await decide(path, { action: 'review' }, etag, id)).status).toBe(200);
    expect((await decide(path, { action: 'review' }, undefined, id)).status).toBe(200);
    expect((await decide(path, { action: 'process' }, etag, id)).status).toBe(409);
  });

  it('wants to know which version was judged: 428 without If-Match, 412 with an old one', async () => {
    const { path, etag } = await complete();
    expect((await decide(path, { action: 'review' })).status).toBe(428);
    await decide(path, { action: 'review' }, etag);
    expect((await decide(path, { action: 'process' }, etag)).status).toBe(412);
  });

  it.each([
    ['NUL', 'Buram\u0000', 'notText'],
    ['half a surrogate pair', 'Buram \uD800', 'notCanonical'],
  ])('refuses a reason with %s at its place, on every database alike', async (_what, reason, code) => {
    const { path, etag } = await complete();
    const answer = await decide(path, { action: 'reject', reason }, etag);
    const { errors } = Problem.parse(await answer.json());
    expect([answer.status, errors]).toEqual([422, [{ pointer: '/reason', code }]]);
  });

  it.each([
    ['one of the other action', 'return', 'duplicate'],
    ['one where none is owed', 'review', 'unreadable'],
  ])('refuses a short reason that is %s', async (_what, action, reasonCode) => {
    const { path, etag } = await complete();
    const answer = await decide(path, { action, reason: 'Tidak terbaca', reasonCode }, etag);
    const { errors } = Problem.parse(await answer.json());
    expect([answer.status, errors]).toEqual([422, [{ pointer: '/reasonCode', code: 'notOfAction' }]]);
  });

  it('keeps the short reason beside the words, for its applicant to read', async () => {
    const { path, etag } = await complete();
    const said = { action: 'return', reason: 'Foto KTP buram', reasonCode: 'unreadable' };
    expect((await decide(path, said, etag)).status).toBe(201);
    const { history } = ApplicationView.parse(await (await app.send('siti', 'GET', path)).json());
    expect(history?.at(-1)).toMatchObject(said);
  });

  it('takes only what the status allows, and a reason where one is owed', async () => {
    const { path, etag } = await complete();
    expect((await decide(path, { action: 'complete' }, etag)).status).toBe(409);
    expect((await decide(path, { action: 'return' }, etag)).status).toBe(422);
    expect((await decide(path, { action: 'return', reason: '  ' }, etag)).status).toBe(422);
    expect((await decide(path, { action: 'hapus' }, etag)).status).toBe(422);
    expect((await decide(path, { action: 'return', reason: 'Foto KTP buram', fields: ['/nama'] }, etag)).status).toBe(
      201,
    );
    expect(ApplicationView.parse(await (await app.send('siti', 'GET', path)).json())).toMatchObject({
      status: 'returned',
      reason: 'Foto KTP buram',
      office: { level: 'dinas', area: '36.03' },
      fields: ['/nama'],
      history: [
        { action: 'received', status: 'submitted', by: 'applicant' },
        { action: 'return', status: 'returned', by: 'official', role: 'verifikator', fields: ['/nama'] },
      ],
    });
  });

  it('is for officers, about applications in their queue', async () => {
    const { path, etag } = await complete();
    const asCitizen = await app.send('siti', 'PUT', `${path}/decisions/${uuidv7()}`, {
      json: { action: 'review' },
      headers: { 'If-Match': etag },
    });
    expect(asCitizen.status).toBe(403);
    const waiting = testSubmission();
    await app.send('siti', 'PUT', waiting.path, { json: waiting.body });
    expect((await decide(waiting.path, { action: 'review' }, '"1.0"')).status).toBe(404);
  });
});

describe('the office of an application', () => {
  const onBehalf = { onBehalfOf: spokenConsent };
  const inVillage = async (wilayah: string) => {
    const { path, body } = testSubmission([]);
    const answer = await app.send('fieldOfficer', 'PUT', path, {
      json: { ...body, ...onBehalf, serviceId: villageService.id, schemaVersion: 1, data: { ...body.data, wilayah } },
    });
    expect(answer.status).toBe(201);
    return { path, id: path.split('/').at(-1) ?? '', etag: answer.headers.get('etag') ?? '' };
  };
  const review = (person: TestPerson, { path, etag }: { path: string; etag: string }, action = 'review') =>
    app.send(person, 'PUT', `${path}/decisions/${uuidv7()}`, { json: { action }, headers: { 'If-Match': etag } });

  it('sees it, and another office does not know it', async () => {
    const own = await inVillage('36.03.01.2006');
    const other = await inVillage('36.03.01.2003');
    const queue = QueuePage.parse(await (await app.send('villageOfficer', 'GET', '/v1/queue')).json());
    expect(queue.items.map(({ id }) => id)).toEqual([own.id]);
    expect((await app.send('villageOfficer', 'GET', own.path)).status).toBe(200);
    const unknown = await (await app.send('villageOfficer', 'GET', `/v1/applications/${uuidv7()}`)).text();
    for (const answer of [await app.send('villageOfficer', 'GET', other.path), await review('villageOfficer', other)])
      expect([answer.status, await answer.text()]).toEqual([404, unknown]);
    expect((await review('villageOfficer', own)).status).toBe(201);
    expect((await app.send('admin', 'GET', own.path)).status).toBe(404);
    expect((await app.send('admin', 'GET', '/v1/queue')).status).toBe(403);
  });

  it('has what was examined signed by who may sign, and by nobody else', async () => {
    const { path } = await inVillage('36.03.01.2006');
    const step = async (person: TestPerson, action: string) => {
      const etag = (await app.send('officer', 'GET', path)).headers.get('etag') ?? '';
      return (await review(person, { path, etag }, action)).status;
    };
    expect(await step('signer', 'review')).toBe(403);
    for (const action of ['review', 'process', 'sign']) expect(await step('officer', action)).toBe(201);
    expect(await step('officer', 'ready')).toBe(403);
    expect(await step('signer', 'process')).toBe(201);
    expect(await step('officer', 'sign')).toBe(201);
    expect(await step('signer', 'ready')).toBe(201);
    expect(await step('officer', 'complete')).toBe(201);
  });
});

describe('GET /v1/queue', () => {
  it('holds complete applications, the longest waiting first, with the name and nothing else that was answered', async () => {
    const first = await complete();
    const waiting = testSubmission();
    await app.send('siti', 'PUT', waiting.path, { json: waiting.body });
    app.advanceMs(1000);
    const second = await complete();
    const page = QueuePage.parse(await (await app.send('officer', 'GET', '/v1/queue?limit=1')).json());
    const rest = await (await app.send('officer', 'GET', `/v1/queue?after=${page.next}`)).text();
    expect(page.items.map(({ id }) => id)).toEqual([first.receipt.id]);
    expect(QueuePage.parse(JSON.parse(rest))).toMatchObject({ items: [{ id: second.receipt.id }], next: null });
    expect(QueuePage.parse(JSON.parse(rest)).items[0]?.applicantName).toBe('KANARI Uji');
    expect(rest.replace('KANARI Uji', '')).not.toContain('KANARI');
    expect(rest).not.toContain('data');
    await decide(second.path, { action: 'review' }, second.etag);
    const reviewed: unknown = await (await app.send('officer', 'GET', '/v1/queue?status=under_review')).json();
    expect(QueuePage.parse(reviewed).items.map(({ id }) => id)).toEqual([second.receipt.id]);
    expect((await app.send('siti', 'GET', '/v1/queue')).status).toBe(403);
  });
});
