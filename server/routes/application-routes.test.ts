import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { ApplicationInShort, ApplicationView } from '#contract/application-view.ts';
import { ChangePageWire, Problem, ReceiptWire } from '#contract/schemas.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { testFile } from '../testing/test-file.ts';
import { paperlessService, validAnswers } from '../testing/test-service.ts';
import { announcementOf, testPaper, testSubmission } from '../testing/test-submission.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const put = (path: string, json: unknown) => app.send('siti', 'PUT', path, { json });
const errorsOf = async (answer: Response) =>
  Problem.parse(await answer.json()).errors?.map(({ pointer, code }) => [pointer, code]);

describe('PUT /v1/applications/{id}', () => {
  it('answers 201 first, and 200 with the same receipt to every repetition, whatever the order of keys (F30)', async () => {
    const { path, body, papers } = testSubmission();
    const first = await put(path, body);
    expect(first.status).toBe(201);
    const receipt = ReceiptWire.parse(await first.json());
    expect(receipt).toMatchObject({ status: 'incomplete', version: 1, missingDocuments: [papers[0]?.id] });
    expect(receipt.registrationNumber).toMatch(/^3603-2026-\d{6}$/);
    app.advanceMs(60 * 24 * 60 * 60 * 1000);
    const turned = Object.fromEntries(Object.entries(body).toReversed());
    const again = await put(path, turned);
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(receipt);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
  });

  it('answers 409 to other content under the same id, and keeps what it has', async () => {
    const { path, body } = testSubmission();
    await put(path, body);
    const other = await put(path, { ...body, data: { ...body.data, nama: 'KANARI Lain' } });
    expect(other.status).toBe(409);
    expect(ApplicationView.parse(await (await app.send('siti', 'GET', path)).json()).data).toEqual(body.data);
  });

  it("hides another account's application: GET and PUT answer 404", async () => {
    const { path, body } = testSubmission();
    await put(path, body);
    expect((await app.send('budi', 'GET', path)).status).toBe(404);
    expect((await app.send('budi', 'PUT', path, { json: body })).status).toBe(404);
  });

  it('names wrong answers by pointer into the answers', async () => {
    const { path, body } = testSubmission();
    const answer = await put(path, { ...body, data: { nik: '123', usaha: true, warna: 'biru' } });
    expect(answer.status).toBe(422);
    expect(await errorsOf(answer)).toEqual([
      ['/nama', 'required'],
      ['/nik', 'nikLength'],
      ['/nama_usaha', 'required'],
      ['/warna', 'unknownField'],
    ]);
  });

  it('refuses answers to questions that were not asked', async () => {
    const { path, body } = testSubmission();
    const hidden = await put(path, { ...body, data: { ...validAnswers, nama_usaha: 'Warung' } });
    expect(await errorsOf(hidden)).toEqual([['/nama_usaha', 'unknownField']]);
  });

  it.each([
    ['nama', ' KANARI Uji'],
    ['nama', 'KANARI\r\nUji'],
    ['nama', 'KANARI Zoe\u0301'],
    ['nik', '9999 9901 0190 0001'],
    ['nik', ' '],
    ['nik', null],
    ['usaha', 'tidak'],
    ['nama_usaha', ''],
  ])('refuses %s that is not in its one form, as the published schema does: %j', async (field, value) => {
    const { path, body } = testSubmission();
    const answer = await put(path, { ...body, data: { ...validAnswers, [field]: value } });
    expect([answer.status, await errorsOf(answer)]).toEqual([422, [[`/${field}`, 'notClean']]]);
    expect((await app.send('siti', 'GET', path)).status).toBe(404);
  });

  it('names missing, strange and unaccepted papers by slot', async () => {
    const none = testSubmission([]);
    expect(await errorsOf(await put(none.path, none.body))).toEqual([['/documents/ktp', 'documentMissing']]);
    const strange = testSubmission([testPaper(), testPaper('foto')]);
    expect(await errorsOf(await put(strange.path, strange.body))).toEqual([['/documents/foto', 'unknownField']]);
    const wrongType = testSubmission([testPaper(), testPaper('lampiran')]);
    expect(await errorsOf(await put(wrongType.path, wrongType.body))).toEqual([
      ['/documents/lampiran', 'documentNotAccepted'],
    ]);
    const twice = testPaper();
    const doubled = testSubmission([twice, twice]);
    expect((await put(doubled.path, doubled.body)).status).toBe(422);
  });

  it('refuses a paper that was announced with other content', async () => {
    const paper = testPaper();
    const { id, path, body } = testSubmission([paper]);
    await put(`/v1/documents/${paper.id}`, announcementOf(id, { ...paper, file: testFile() }));
    expect(await errorsOf(await put(path, body))).toEqual([['/documents/ktp', 'documentNotAccepted']]);
    expect((await app.send('siti', 'GET', path)).status).toBe(404);
  });

  it('refuses unknown services and versions by pointer into the body', async () => {
    const { path, body } = testSubmission();
    expect(await errorsOf(await put(path, { ...body, serviceId: 'tidak-ada' }))).toEqual([
      ['/serviceId', 'unknownService'],
    ]);
    expect(await errorsOf(await put(path, { ...body, schemaVersion: 2 }))).toEqual([
      ['/schemaVersion', 'unknownSchemaVersion'],
    ]);
  });

  it('names what has not the shape of the contract', async () => {
    const { path, body } = testSubmission();
    const answer = await put(path, { ...body, capturedAt: 'kemarin', documents: [{ ...body.documents[0], size: -1 }] });
    expect(answer.status).toBe(422);
    expect((await errorsOf(answer))?.map(([pointer]) => pointer)).toEqual(['/documents/0/size', '/capturedAt']);
    expect((await put(path, [])).status).toBe(422);
    expect((await put(path, null)).status).toBe(422);
  });

  it.each<[what: string, headers: Readonly<Record<string, string>>, code: (text: string) => Uint8Array<ArrayBuffer>]>([
    ['gzip', { 'Content-Encoding': 'gzip' }, (text) => new Uint8Array(gzipSync(text))],
    ['gzip that is none', { 'Content-Encoding': 'gzip' }, (text) => new TextEncoder().encode(text)],
    [
      'latin1',
      { 'Content-Type': 'application/json; charset=iso-8859-1' },
      (text) => Uint8Array.from(Buffer.from(text, 'latin1')),
    ],
  ])('refuses a body in %s with 415, where it would be misread', async (_what, headers, code) => {
    const { path, body } = testSubmission();
    const text = JSON.stringify({ ...body, data: { ...body.data, nama: 'KANARI Zoé' } });
    const json = { 'Content-Type': 'application/json' };
    const answer = await app.send('siti', 'PUT', path, { body: code(text), headers: { ...json, ...headers } });
    expect([answer.status, Problem.parse(await answer.json()).type]).toEqual([415, 'urn:ajukan:problem:body-coding']);
    expect((await app.send('siti', 'GET', path)).status).toBe(404);
  });

  it('takes UTF-8, by whatever spelling of its name, and bytes that are none are no JSON', async () => {
    const { path, body } = testSubmission();
    const nama = 'KANARI Zoé 🙂';
    const text = JSON.stringify({ ...body, data: { ...body.data, nama } });
    const headers = { 'Content-Type': 'application/json; charset="UTF-8"', 'Content-Encoding': 'identity' };
    const misread = Uint8Array.from(Buffer.from(text, 'latin1'));
    expect((await app.send('siti', 'PUT', path, { body: misread, headers })).status).toBe(400);
    expect((await app.send('siti', 'PUT', path, { body: text, headers })).status).toBe(201);
    expect(ApplicationView.parse(await (await app.send('siti', 'GET', path)).json()).data).toMatchObject({ nama });
  });

  it('asks for JSON, of reasonable size, at an address that can be an id', async () => {
    const { path, body } = testSubmission();
    const raw = (text: string, type: string) =>
      app.send('siti', 'PUT', path, { body: text, headers: { 'Content-Type': type } });
    expect((await raw('{', 'application/json')).status).toBe(400);
    expect((await raw(JSON.stringify(body), 'text/plain')).status).toBe(415);
    expect((await raw(`"${'x'.repeat(1024 * 1024)}"`, 'application/json')).status).toBe(413);
    expect((await put('/v1/applications/bukan-id', body)).status).toBe(404);
    const big = { ...body, documents: [{ ...body.documents[0], size: 11 * 1024 * 1024 }] };
    expect((await put(path, big)).status).toBe(413);
  });

  it('knows only ids of version 7, in the address and in the body', async () => {
    const { path, body } = testSubmission();
    const other = crypto.randomUUID();
    expect((await put(`/v1/applications/${other}`, body)).status).toBe(404);
    const papers = body.documents.map((document) => ({ ...document, id: other }));
    const wrongPaper = await put(path, { ...body, documents: papers });
    expect([wrongPaper.status, (await errorsOf(wrongPaper))?.map(([pointer]) => pointer)]).toEqual([
      422,
      ['/documents/0/id'],
    ]);
    const announced = { json: announcementOf(testSubmission().id, testPaper()) };
    expect((await app.send('siti', 'PUT', `/v1/documents/${other}`, announced)).status).toBe(404);
  });

  it('takes an id in capitals as the same id', async () => {
    const { id, path, body } = testSubmission();
    await put(path, body);
    expect((await put(`/v1/applications/${id.toUpperCase()}`, body)).status).toBe(200);
  });

  it('counts "today" from the day the form was filled in, unless the clock of the phone is far off', async () => {
    const { path, body } = testSubmission();
    expect((await put(path, { ...body, capturedAt: '1999-01-01T00:00:00Z' })).status).toBe(201);
  });
});

describe('GET /v1/applications/{id}', () => {
  it('gives back what was sent, and 304 while nothing has changed', async () => {
    const { path, body } = testSubmission();
    await put(path, body);
    const read = await app.send('siti', 'GET', path);
    expect(ApplicationView.parse(await read.json())).toMatchObject({
      data: body.data,
      capturedAt: body.capturedAt,
      documents: [{ ...body.documents[0], state: 'expected' }],
      reason: null,
    });
    const headers = { 'If-None-Match': read.headers.get('etag') ?? '' };
    expect((await app.send('siti', 'GET', path, { headers })).status).toBe(304);
  });

  it('in short tells where it is and nothing that was written, and of a returned one all of it', async () => {
    const { path, body } = testSubmission([]);
    const json = { ...body, serviceId: paperlessService.id, schemaVersion: 1, documents: [] };
    await put(path, json);
    const headers = { Prefer: 'return=minimal' };
    const whole = await app.send('siti', 'GET', path);
    const short = await app.send('siti', 'GET', path, { headers });
    const [told, all] = [ApplicationInShort.parse(await short.json()), ApplicationView.parse(await whole.json())];
    expect(short.headers.get('preference-applied')).toBe('return=minimal');
    const { data, documents, signed, ...rest } = all;
    expect([data, documents, typeof signed]).toEqual([body.data, [], 'string']);
    expect(told).toEqual(rest);
    const [tag, shortTag] = [whole, short].map((answer) => answer.headers.get('etag') ?? '');
    expect(tag).not.toBe(shortTag);
    const again = { ...headers, 'If-None-Match': shortTag ?? '' };
    expect((await app.send('siti', 'GET', path, { headers: again })).status).toBe(304);
    expect((await app.send('siti', 'GET', path, { headers: { 'If-None-Match': shortTag ?? '' } })).status).toBe(200);

    const returned = await app.send('officer', 'PUT', `${path}/decisions/${uuidv7()}`, {
      json: { action: 'return', reason: 'KANARI buram' },
      headers: { 'If-Match': shortTag ?? '' },
    });
    expect(returned.status).toBe(201);
    const toRepair = await app.send('siti', 'GET', path, { headers });
    expect(toRepair.headers.get('preference-applied')).toBeNull();
    expect(ApplicationView.parse(await toRepair.json()).data).toEqual(body.data);
  });

  it('shows officers complete applications only', async () => {
    const waiting = testSubmission();
    await put(waiting.path, waiting.body);
    expect((await app.send('officer', 'GET', waiting.path)).status).toBe(404);
    const complete = testSubmission([]);
    await put(complete.path, { ...complete.body, serviceId: paperlessService.id, schemaVersion: 1 });
    expect((await app.send('officer', 'GET', complete.path)).status).toBe(200);
  });
});

describe('GET /v1/changes and /v1/queue', () => {
  it('tells the applicant alone, page by page', async () => {
    for (let count = 0; count < 3; count += 1) {
      const { path, body } = testSubmission();
      await put(path, body);
    }
    const first = ChangePageWire.parse(await (await app.send('siti', 'GET', '/v1/changes?limit=2')).json());
    expect(first).toMatchObject({ more: true });
    const second = ChangePageWire.parse(
      await (await app.send('siti', 'GET', `/v1/changes?after=${first.next}`)).json(),
    );
    expect([first.items.length, second.items.length, second.more]).toEqual([2, 1, false]);
    expect(await (await app.send('budi', 'GET', '/v1/changes')).json()).toMatchObject({ items: [] });
  });

  it('says 410 to a cursor it has not made, 400 to a limit that is none', async () => {
    expect((await app.send('siti', 'GET', `/v1/changes?after=${uuidv7()}`)).status).toBe(410);
    expect((await app.send('siti', 'GET', '/v1/changes?limit=0')).status).toBe(400);
    expect((await app.send('officer', 'GET', '/v1/queue?after=x')).status).toBe(400);
    expect((await app.send('officer', 'GET', '/v1/queue?status=hilang')).status).toBe(400);
  });
});
