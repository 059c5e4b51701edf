import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { ApplicationView } from '#contract/application-view.ts';
import { IssuedDocumentView, ResultTicket } from '#contract/result-schemas.ts';
import { pdfObjects, plainPdf } from '#tests/fixtures/pdf.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import type { TestPerson } from '../testing/test-accounts.ts';
import { paperlessService } from '../testing/test-service.ts';
import { testSubmission } from '../testing/test-submission.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const pdf = Uint8Array.from(plainPdf(pdfObjects(1)));
const fileBody = {
  kind: 'file',
  title: 'Surat keterangan usaha',
  number: '503/12/Ekbang',
  mediaType: 'application/pdf',
  size: pdf.length,
  sha256: createHash('sha256').update(pdf).digest('hex'),
};
const pickup = { kind: 'pickup', title: 'KTP-el', pickup: { place: 'Kecamatan Balaraja', from: '2026-12-01' } };

const read = async (path: string, who: TestPerson = 'siti') => {
  const answer = await app.send(who, 'GET', path);
  return { etag: answer.headers.get('etag') ?? '', view: ApplicationView.parse(await answer.json()) };
};

async function inStatus(...actions: readonly string[]): Promise<string> {
  const { path, body } = testSubmission([]);
  await app.send('siti', 'PUT', path, { json: { ...body, serviceId: paperlessService.id, schemaVersion: 1 } });
  for (const action of actions) await decide(path, action);
  return path;
}

async function decide(path: string, action: string): Promise<void> {
  const { etag } = await read(path, 'officer');
  const answer = await app.send('officer', 'PUT', `${path}/decisions/${uuidv7()}`, {
    json: { action },
    headers: { 'If-Match': etag },
  });
  expect(answer.status).toBe(201);
}

/** As it is now, or on what was seen. */
const give = async (path: string, json: object, id = uuidv7(), who: TestPerson = 'officer', seen?: string) => {
  const etag = seen ?? (await read(path, who)).etag;
  return app.send(who, 'PUT', `${path}/results/${id}`, { json, headers: { 'If-Match': etag } });
};

const upload = (uploadUrl: string, bytes: Uint8Array<ArrayBuffer>) =>
  app.send('officer', 'PATCH', uploadUrl, {
    body: bytes,
    headers: { 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' },
  });

describe('PUT /v1/applications/{id}/results/{resultId}', () => {
  it('tells the applicant at once where something is to be fetched, and once', async () => {
    const path = await inStatus('review', 'process');
    const id = uuidv7();
    expect((await give(path, pickup, id)).status).toBe(201);
    expect((await give(path, pickup, id)).status).toBe(200);
    expect((await give(path, { ...pickup, title: 'Lain' }, id)).status).toBe(409);
    const { view } = await read(path);
    expect(view.results).toMatchObject([{ id, kind: 'pickup', title: 'KTP-el', pickup: { from: '2026-12-01' } }]);
    expect(view.history?.map(({ action }) => action)).toEqual(['received', 'review', 'process', 'result']);
  });

  it('tells of a file when it is whole, which then opens for the applicant and for nobody else', async () => {
    const path = await inStatus('review', 'process');
    const id = uuidv7();
    const { uploadUrl } = ResultTicket.parse(await (await give(path, fileBody, id)).json());
    expect((await read(path)).view.results).toEqual([]);
    expect((await app.send('siti', 'GET', `/v1/results/${id}/content`)).status).toBe(404);
    expect((await upload(uploadUrl ?? '', pdf)).status).toBe(204);
    const { version, results } = (await read(path)).view;
    expect(results).toMatchObject([{ id, kind: 'file', number: fileBody.number, file: { sha256: fileBody.sha256 } }]);
    expect(ResultTicket.parse(await (await give(path, fileBody, id)).json())).toMatchObject({ state: 'clean' });
    expect((await read(path)).view.version).toBe(version);
    const content = await app.send('siti', 'GET', `/v1/results/${id}/content`);
    expect(Buffer.from(await content.arrayBuffer()).equals(pdf)).toBe(true);
    expect((await app.send('budi', 'GET', `/v1/results/${id}/content`)).status).toBe(404);
  });

  it('is given to what was seen: without If-Match 428, with an old one 412, and a repetition is known before', async () => {
    const path = await inStatus('review', 'process');
    const { etag } = await read(path, 'officer');
    const id = uuidv7();
    const bare = await app.send('officer', 'PUT', `${path}/results/${id}`, { json: pickup });
    expect(bare.status).toBe(428);
    expect((await give(path, pickup, id, 'officer', etag)).status).toBe(201);
    expect((await give(path, pickup, uuidv7(), 'officer', etag)).status).toBe(412);
    expect((await give(path, pickup, id, 'officer', etag)).status).toBe(200);
    expect((await read(path)).view.results).toHaveLength(1);
  });

  it('is given by who has taken the application, and by nobody else until they take it over', async () => {
    const path = await inStatus('review', 'process', 'ready');
    const assigned = await app.send('officer', 'PUT', `${path}/assignment`, {
      json: { to: 'me' },
      headers: { 'If-Match': (await read(path, 'officer')).etag },
    });
    expect(assigned.status).toBe(200);
    const { etag } = await read(path, 'officer');
    const refused = await give(path, pickup, uuidv7(), 'signer', etag);
    expect([refused.status, await refused.json()]).toMatchObject([
      409,
      { type: expect.stringContaining('assigned-elsewhere') },
    ]);
    expect((await give(path, pickup, uuidv7(), 'officer', etag)).status).toBe(201);
  });

  it('says in its history in which role it was given, also of a file that became whole later', async () => {
    const path = await inStatus('review', 'process');
    const { uploadUrl } = ResultTicket.parse(await (await give(path, fileBody)).json());
    expect((await upload(uploadUrl ?? '', pdf)).status).toBe(204);
    expect((await read(path)).view.history?.at(-1)).toMatchObject({
      action: 'result',
      by: 'official',
      role: 'verifikator',
    });
  });

  it('is for who makes it while it is made, and for nobody before', async () => {
    const early = await inStatus('review');
    expect((await give(early, pickup)).status).toBe(409);
    const signing = await inStatus('review', 'process', 'sign');
    expect((await give(signing, pickup)).status).toBe(403);
    expect((await give(signing, pickup, uuidv7(), 'siti')).status).toBe(403);
  });

  it('gives a number to the next file where the one before was none, or never came', async () => {
    const path = await inStatus('review', 'process');
    const lost = uuidv7();
    expect((await give(path, fileBody, lost)).status).toBe(201);
    const { uploadUrl } = ResultTicket.parse(await (await give(path, fileBody)).json());
    expect((await upload(uploadUrl ?? '', pdf)).status).toBe(204);
    expect((await read(path)).view.results).toMatchObject([{ number: fileBody.number }]);
    expect((await give(path, fileBody, lost)).status).toBe(409);
  });

  it('tells of no file that became whole after the application was given back, until it is made again', async () => {
    const path = await inStatus('review', 'process');
    const id = uuidv7();
    const { uploadUrl } = ResultTicket.parse(await (await give(path, fileBody, id)).json());
    const { etag } = await read(path, 'officer');
    const returned = await app.send('officer', 'PUT', `${path}/decisions/${uuidv7()}`, {
      json: { action: 'return', reason: 'Nama salah' },
      headers: { 'If-Match': etag },
    });
    expect(returned.status).toBe(201);
    const before = (await read(path)).view;
    expect((await upload(uploadUrl ?? '', pdf)).status).toBe(204);
    expect((await read(path)).view).toMatchObject({ version: before.version, results: [] });
    const { path: _path, body } = testSubmission([]);
    const repaired = await app.send('siti', 'PUT', `${path}/revisions/${uuidv7()}`, {
      json: { ...body, serviceId: paperlessService.id, schemaVersion: 1 },
      headers: { 'If-Match': `"${before.version}"` },
    });
    expect(repaired.status).toBe(201);
    await decide(path, 'review');
    await decide(path, 'process');
    expect((await give(path, fileBody, id)).status).toBe(200);
    expect((await read(path)).view.results).toMatchObject([{ id }]);
  });

  it('refuses a file that is none, and bytes that are no paper stay with nobody', async () => {
    const path = await inStatus('review', 'process');
    expect((await give(path, { ...fileBody, mediaType: 'image/png' })).status).toBe(415);
    const text = Uint8Array.from(Buffer.from('bukan PDF'));
    const sha256 = createHash('sha256').update(text).digest('hex');
    const ticket = await give(path, { ...fileBody, size: text.length, sha256 });
    const { uploadUrl } = ResultTicket.parse(await ticket.json());
    expect((await upload(uploadUrl ?? '', text)).status).toBe(460);
    expect((await read(path)).view.results).toEqual([]);
  });
});

describe('GET /v1/issued', () => {
  const ask = (number: string) => app.send(null, 'GET', `/v1/issued?number=${encodeURIComponent(number)}`);

  it('says what was given under a number once it is finished, and nothing of whom it is about', async () => {
    const path = await inStatus('review', 'process');
    const { uploadUrl } = ResultTicket.parse(await (await give(path, fileBody)).json());
    await upload(uploadUrl ?? '', pdf);
    expect((await ask(fileBody.number)).status).toBe(404);
    await decide(path, 'ready');
    const answer = await ask(fileBody.number);
    const told: unknown = await answer.json();
    expect(IssuedDocumentView.parse(told)).toMatchObject({ serviceId: paperlessService.id, sha256: fileBody.sha256 });
    expect(Object.keys(Object(told)).toSorted()).toEqual([
      'issuedOn',
      'number',
      'office',
      'serviceId',
      'sha256',
      'state',
    ]);
    expect((await ask('503/13/Ekbang')).status).toBe(404);
    const other = await inStatus('review', 'process');
    expect((await give(other, { ...pickup, number: fileBody.number })).status).toBe(409);
  });
});
