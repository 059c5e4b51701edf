import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ChangePageWire, DocumentTicket, ReceiptWire } from '#contract/schemas.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { fileOf, testFile, testPdf } from '../testing/test-file.ts';
import { announcementOf, testPaper, testSubmission } from '../testing/test-submission.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const tus = { 'Tus-Resumable': '1.0.0' };

async function announce(paper = testPaper(), applicationId = testSubmission().id) {
  const answer = await app.send('siti', 'PUT', `/v1/documents/${paper.id}`, {
    json: announcementOf(applicationId, paper),
  });
  const ticket = DocumentTicket.parse(await answer.json());
  return { paper, ticket, url: ticket.uploadUrl ?? '', status: answer.status, applicationId };
}

const head = (url: string) => app.send('siti', 'HEAD', url, { headers: tus });
const offsetOf = async (url: string) => Number((await head(url)).headers.get('upload-offset'));

function patch(
  url: string,
  offset: number,
  body: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
) {
  return app.send('siti', 'PATCH', url, {
    body,
    headers: { ...tus, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream', ...headers },
  });
}

describe('PUT /v1/documents/{id}', () => {
  it('hands out an unguessable address, the same one every time, and the offset', async () => {
    const first = await announce();
    expect(first).toMatchObject({ status: 201, ticket: { state: 'expected', offset: 0 } });
    expect(first.url).toMatch(/^\/v1\/uploads\/[A-Za-z0-9_-]{32}$/);
    await patch(first.url, 0, first.paper.file.bytes.slice(0, 300));
    const again = await announce(first.paper, first.applicationId);
    expect(again).toMatchObject({ status: 200, url: first.url, ticket: { state: 'uploading', offset: 300 } });
    await patch(first.url, 300, first.paper.file.bytes.slice(300));
    expect(await announce(first.paper, first.applicationId)).toMatchObject({
      ticket: { state: 'clean', uploadUrl: null, offset: 1000 },
    });
  });

  it('refuses other content with 409, other owners with 404, large ones with 413, other types with 415', async () => {
    const { paper, applicationId } = await announce();
    const send = (person: 'siti' | 'budi', change: object) =>
      app.send(person, 'PUT', `/v1/documents/${paper.id}`, {
        json: { ...announcementOf(applicationId, paper), ...change },
      });
    expect((await send('siti', { size: 999 })).status).toBe(409);
    expect((await send('budi', {})).status).toBe(404);
    expect((await send('siti', { size: 10 * 1024 * 1024 + 1 })).status).toBe(413);
    expect((await send('siti', { mediaType: 'text/html' })).status).toBe(415);
    expect((await send('siti', { slot: '../x' })).status).toBe(422);
  });

  it('refuses a document that its application does not list', async () => {
    const { id, path, body } = testSubmission();
    await app.send('siti', 'PUT', path, { json: body });
    const stranger = testPaper();
    const answer = await app.send('siti', 'PUT', `/v1/documents/${stranger.id}`, {
      json: announcementOf(id, stranger),
    });
    expect(answer.status).toBe(409);
  });

  it('takes 200 documents for one application and no more', async () => {
    const { id } = testSubmission();
    const statuses = new Set<number>();
    for (let count = 0; count < 201; count += 1) {
      const paper = testPaper();
      statuses.add(
        (await app.send('siti', 'PUT', `/v1/documents/${paper.id}`, { json: announcementOf(id, paper) })).status,
      );
    }
    expect([...statuses]).toEqual([201, 409]);
  });
});

describe('HEAD and PATCH of an upload', () => {
  it('takes pieces, tells the offset, and completes the application with the last one', async () => {
    const { id, path, body, papers } = testSubmission();
    await app.send('siti', 'PUT', path, { json: body });
    const { url, paper } = await announce(papers[0], id);
    expect(Object.fromEntries((await head(url)).headers)).toMatchObject({
      'upload-offset': '0',
      'upload-length': '1000',
      'tus-resumable': '1.0.0',
      'cache-control': 'no-store',
    });
    const first = await patch(url, 0, paper.file.bytes.slice(0, 600));
    expect([first.status, first.headers.get('upload-offset'), first.headers.get('content-type')]).toEqual([
      204,
      '600',
      null,
    ]);
    expect((await patch(url, 600, paper.file.bytes.slice(600))).status).toBe(204);
    const receipt = ReceiptWire.parse(await (await app.send('siti', 'PUT', path, { json: body })).json());
    expect(receipt).toMatchObject({ status: 'submitted', version: 2, missingDocuments: [] });
    const { items } = ChangePageWire.parse(await (await app.send('siti', 'GET', '/v1/changes')).json());
    expect(items.map(({ status }) => status)).toEqual(['incomplete', 'submitted']);
    expect(await offsetOf(url)).toBe(1000);
    expect((await patch(url, 1000, new Uint8Array())).status).toBe(204);
    expect((await patch(url, 0, paper.file.bytes)).status).toBe(409);
  });

  it('stores nothing at a wrong offset', async () => {
    const { url, paper } = await announce();
    await patch(url, 0, paper.file.bytes.slice(0, 100));
    for (const offset of [0, 99, 101]) {
      const answer = await patch(url, offset, paper.file.bytes.slice(offset, offset + 10));
      expect([answer.status, answer.headers.get('upload-offset')]).toEqual([409, '100']);
    }
    expect(await offsetOf(url)).toBe(100);
  });

  it('sends bytes with another SHA-256, or of another type, back to 0', async () => {
    const { url, paper } = await announce();
    expect((await patch(url, 0, testFile().bytes)).status).toBe(460);
    expect(await offsetOf(url)).toBe(0);
    expect((await patch(url, 0, paper.file.bytes)).status).toBe(204);
    const html = new Uint8Array(Buffer.from('<!doctype html><script>alert(1)</script>'));
    const lie = await announce(testPaper('ktp', fileOf(html, 'image/jpeg')));
    expect((await patch(lie.url, 0, html)).status).toBe(460);
  });

  it('lets one of two writers at one offset win', async () => {
    const { url, paper } = await announce(testPaper('ktp', testFile(500_000)));
    const answers = await Promise.all([
      patch(url, 0, paper.file.bytes),
      patch(url, 0, paper.file.bytes),
      patch(url, 0, paper.file.bytes),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409, 409]);
    expect(await offsetOf(url)).toBe(500_000);
  });

  it('refuses more bytes than announced, with a length and without one', async () => {
    const { url, paper } = await announce();
    const tooMany = new Uint8Array([...paper.file.bytes, 1]);
    expect((await patch(url, 0, tooMany, { 'Content-Length': String(tooMany.length) })).status).toBe(413);
    expect(await offsetOf(url)).toBe(0);
    expect((await patch(url, 0, tooMany)).status).toBe(413);
    expect(await offsetOf(url)).toBe(1000);
  });

  it('speaks tus 1.0.0 core and nothing else', async () => {
    const { url, paper } = await announce();
    const without = await patch(url, 0, paper.file.bytes, { 'Tus-Resumable': '0.2.2' });
    expect([without.status, without.headers.get('tus-version')]).toEqual([412, '1.0.0']);
    expect((await app.send('siti', 'HEAD', url)).status).toBe(412);
    expect((await patch(url, 0, paper.file.bytes, { 'Content-Type': 'image/jpeg' })).status).toBe(415);
    for (const offset of ['', '-1', '1e3', '99999999999999999999']) {
      expect((await patch(url, 0, paper.file.bytes, { 'Upload-Offset': offset })).status).toBe(400);
    }
    for (const method of ['POST', 'GET'])
      expect((await app.send('siti', method, url, { headers: tus })).status).toBe(405);
    const options = await app.send(null, 'OPTIONS', url);
    expect([options.status, options.headers.get('tus-version'), options.headers.get('tus-max-size')]).toEqual([
      204,
      '1.0.0',
      '10485760',
    ]);
    expect(await offsetOf(url)).toBe(0);
  });

  it('takes POST with a method override where a network knows no PATCH (F39)', async () => {
    const { url, paper } = await announce();
    const answer = await app.send('siti', 'POST', url, {
      body: paper.file.bytes,
      headers: {
        ...tus,
        'Upload-Offset': '0',
        'Content-Type': 'application/offset+octet-stream',
        'X-HTTP-Method-Override': 'PATCH',
      },
    });
    expect(answer.status).toBe(204);
  });

  it("does not know another account's upload, nor one that never was", async () => {
    const { url, paper } = await announce();
    expect((await app.send('budi', 'HEAD', url, { headers: tus })).status).toBe(404);
    const headers = { ...tus, 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' };
    expect((await app.send('budi', 'PATCH', url, { headers, body: paper.file.bytes })).status).toBe(404);
    expect((await app.send(null, 'PATCH', url, { headers, body: paper.file.bytes })).status).toBe(401);
    expect((await patch(`/v1/uploads/${'x'.repeat(32)}`, 0, paper.file.bytes)).status).toBe(404);
    expect((await patch('/v1/uploads/..%2F..%2Fapp.db', 0, paper.file.bytes)).status).toBe(404);
    expect(await offsetOf(url)).toBe(0);
  });

  it('gives the verdict that a crash has swallowed: all bytes held, nobody had looked', async () => {
    const { url, paper } = await announce();
    const key = url.split('/').at(-1) ?? '';
    const write = async (bytes: Uint8Array) => {
      await app.ports.uploads.append(
        key,
        (async function* () {
          yield bytes;
        })(),
        bytes.length,
        { signal: new AbortController().signal, onProgress: () => {} },
      );
    };
    await write(testFile().bytes);
    expect(await offsetOf(url)).toBe(0);
    await write(paper.file.bytes);
    expect(await offsetOf(url)).toBe(1000);
    expect(await app.ports.documents.find(paper.id)).toMatchObject({ verified: true });
  });
});

describe('GET /v1/documents/{id}/content', () => {
  it('gives the bytes as an attachment to the owner, and to officers once the application is complete', async () => {
    const [first, second] = [testPaper(), testPaper('lampiran', testPdf())];
    const { id, path, body } = testSubmission([first, second]);
    await app.send('siti', 'PUT', path, { json: body });
    const content = `/v1/documents/${first.id}/content`;
    const one = await announce(first, id);
    expect((await app.send('siti', 'GET', content)).status).toBe(404);
    await patch(one.url, 0, first.file.bytes);
    const answer = await app.send('siti', 'GET', content);
    expect(Buffer.compare(Buffer.from(await answer.arrayBuffer()), first.file.bytes)).toBe(0);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `attachment; filename="${first.id}.jpg"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const head = await app.send('siti', 'HEAD', content);
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '1000', '']);
    expect((await app.send('officer', 'GET', content)).status).toBe(404);
    const two = await announce(second, id);
    await patch(two.url, 0, second.file.bytes);
    expect((await app.send('officer', 'GET', content)).status).toBe(200);
    expect((await app.send('budi', 'GET', content)).status).toBe(404);
    expect((await app.send(null, 'GET', content)).status).toBe(401);
  });
});
