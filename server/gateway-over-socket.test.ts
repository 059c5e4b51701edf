import { createHash, createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UploadTicketGrant } from '#contract/identity-schemas.ts';
import { Capabilities } from '#contract/schemas.ts';
import type { RunningServer } from './start.ts';
import { freePort } from './testing/free-port.ts';
import { testFile } from './testing/test-file.ts';
import { testPhone, type TestPhone } from './testing/test-phone.ts';
import { bearerOf, startTestServer, testFolder } from './testing/test-server.ts';
import { announcementOf, testPaper, testSubmission } from './testing/test-submission.ts';

const [frontFolder, behindFolder] = [testFolder(), testFolder()];
let front: RunningServer;
let behind: RunningServer;
let phone: TestPhone;
beforeAll(async () => {
  const port = await freePort();
  behind = await startTestServer(behindFolder, { demoAccounts: [], trustedIssuer: `http://localhost:${port}` });
  front = await startTestServer(frontFolder, { port, backendUrl: behind.url });
  phone = await testPhone(front.url);
});
afterAll(async () => {
  await front.close();
  await behind.close();
  frontFolder.remove();
  behindFolder.remove();
});

const device = '0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e4f';
const json = { 'Content-Type': 'application/json' };

function send(method: string, path: string, authorization: string | null, body?: object): Promise<Response> {
  return fetch(`${front.url}${path}`, {
    method,
    headers: { ...json, ...(authorization === null ? {} : { Authorization: authorization }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** A sign-in as a browser does it, which gets a cookie and no token. */
async function cookieOf(login: string, code: string): Promise<string> {
  const answer = await fetch(`${front.url}/v1/auth/token`, {
    method: 'POST',
    headers: { ...json, Origin: front.url, 'Sec-Fetch-Site': 'same-origin' },
    body: JSON.stringify({ grant_type: 'urn:ajukan:params:oauth:grant-type:demo', login, code }),
  });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

async function ticketOf(): Promise<string> {
  const answer = await send('PUT', '/v1/me/upload-ticket', phone.authorization.Authorization, { device });
  return UploadTicketGrant.parse(await answer.json()).ticket;
}

/** An application with its papers, by whatever `authorization` is. */
async function deliver(authorization: string, submission = testSubmission()) {
  const put = await send('PUT', submission.path, authorization, submission.body);
  const statuses = [put.status];
  for (const paper of submission.papers) {
    const announced = await send(
      'PUT',
      `/v1/documents/${paper.id}`,
      authorization,
      announcementOf(submission.id, paper),
    );
    const { uploadUrl } = await announced.json();
    const sent = await fetch(`${front.url}${uploadUrl}`, {
      method: 'PATCH',
      headers: {
        Authorization: authorization,
        'Tus-Resumable': '1.0.0',
        'Upload-Offset': '0',
        'Content-Type': 'application/offset+octet-stream',
      },
      body: paper.file.bytes,
    });
    statuses.push(announced.status, sent.status);
  }
  return { submission, statuses };
}

const read = (id: string, authorization: string) => send('GET', `/v1/applications/${id}`, authorization);

describe('a backend that takes bearer tokens only', () => {
  it('opens nothing to a session of the gateway that comes by itself', async () => {
    const cookie = await cookieOf('0812-0000-0001', '111111');
    expect(cookie).toContain('sid=');
    const path = '/v1/changes';
    expect((await fetch(`${front.url}${path}`, { headers: { Cookie: cookie } })).status).toBe(200);
    expect((await fetch(`${behind.url}${path}`, { headers: { Cookie: cookie } })).status).toBe(401);
    expect((await fetch(`${behind.url}${path}`, { headers: phone.authorization })).status).toBe(401);
  });

  it('gets an application with its papers through the gateway, and an official there decides on it', async () => {
    const { submission, statuses } = await deliver(phone.authorization.Authorization);
    expect(statuses).toEqual([201, ...submission.papers.flatMap(() => [201, 204])]);
    const official = (await bearerOf(front.url, 'officer')).Authorization;
    const seen = await read(submission.id, official);
    expect(await seen.json()).toMatchObject({ id: submission.id, status: 'submitted' });
    const decided = await fetch(`${front.url}/v1/applications/${submission.id}/decisions/${testSubmission().id}`, {
      method: 'PUT',
      headers: { ...json, Authorization: official, 'If-Match': seen.headers.get('etag') ?? '' },
      body: JSON.stringify({ action: 'review' }),
    });
    expect(decided.status).toBe(201);
    const changes = await phone.changes();
    expect(changes.filter(({ applicationId }) => applicationId === submission.id).at(-1)).toMatchObject({
      status: 'under_review',
    });
    const stranger = (await bearerOf(front.url, 'budi')).Authorization;
    expect((await read(submission.id, stranger)).status).toBe(404);
  });

  it('is told to the app with the signing in of the gateway', async () => {
    const offered = Capabilities.parse(await (await fetch(`${front.url}/.well-known/public-service-sync`)).json());
    expect(offered).toMatchObject({ signIn: 'demo' });
    expect(offered.features).toEqual(expect.arrayContaining(['applications', 'upload-ticket', 'signed-receipts']));
    const known = await fetch(`${front.url}/.well-known/public-service-sync`);
    const again = await fetch(`${front.url}/.well-known/public-service-sync`, {
      headers: { 'If-None-Match': known.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it('takes no token that was made for somebody else, is over, or was signed by another key', async () => {
    const { SignJWT, generateKeyPair } = await import('jose');
    const { privateKey } = await generateKeyPair('EdDSA');
    const forged = await new SignJWT({ sid: 's', name: 'S', roles: ['admin'], posts: [] })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'x', typ: 'at+jwt' })
      .setIssuer(front.url)
      .setAudience(behind.url)
      .setSubject('siti')
      .setExpirationTime('2m')
      .sign(privateKey);
    const answer = await fetch(`${behind.url}/v1/changes`, { headers: { Authorization: `Bearer ${forged}` } });
    expect(answer.status).toBe(401);
  });
});

describe('an upload ticket at the gateway', () => {
  it('hands in with nobody signed in, and reads nothing', async () => {
    const ticket = `Bearer ${await ticketOf()}`;
    const { submission, statuses } = await deliver(ticket);
    expect(statuses).toEqual([201, ...submission.papers.flatMap(() => [201, 204])]);
    expect((await read(submission.id, ticket)).status).toBe(403);
    expect((await read(submission.id, phone.authorization.Authorization)).status).toBe(200);
  });

  it('is good for its own phone only, and a courier’s for what it names only', async () => {
    const ticket = await ticketOf();
    const strange = testSubmission();
    const ofOther = { ...strange.body, device: { id: strange.id, sequence: 1 } };
    expect((await send('PUT', strange.path, `Bearer ${ticket}`, ofOther)).status).toBe(401);

    const submission = testSubmission();
    const sha256 = createHash('sha256').update(JSON.stringify(submission.body)).digest('hex');
    const message = `ajukan-carry-1/${submission.id}/${sha256}`;
    const proof = createHmac('sha256', ticket).update(message).digest('base64url');
    const carry = `Bearer carry.${ticket.split('.')[1]}.${submission.id}.${sha256}.${proof}`;
    const other = testSubmission();
    expect((await send('PUT', other.path, carry, other.body)).status).toBe(403);
    expect((await deliver(carry, submission)).statuses).toEqual([201, ...submission.papers.flatMap(() => [201, 204])]);
    const unnamed = testPaper('kk', testFile());
    const announced = announcementOf(submission.id, unnamed);
    expect((await send('PUT', `/v1/documents/${unnamed.id}`, carry, announced)).status).toBe(404);
  });
});

describe('a gateway whose backend is not what it should be', () => {
  let strange: Server;
  let gate: RunningServer;
  const folder = testFolder();
  let answerWith: { status: number; headers: Record<string, string>; body: string };
  let heard: { url: string; headers: Record<string, unknown> }[] = [];
  beforeAll(async () => {
    const port = await freePort();
    strange = createServer((request, response) => {
      heard.push({ url: request.url ?? '', headers: request.headers });
      response.writeHead(answerWith.status, answerWith.headers).end(answerWith.body);
    }).listen(port);
    gate = await startTestServer(folder, { backendUrl: `http://localhost:${port}` });
  });
  afterAll(async () => {
    await gate.close();
    strange.close();
    strange.closeAllConnections();
    folder.remove();
  });

  it('says so with 503 when it sends the request somewhere else, and gives no cookie of it to anybody', async () => {
    answerWith = { status: 302, headers: { Location: 'https://example.com/' }, body: '' };
    const bearer = await bearerOf(gate.url, 'siti');
    const answer = await fetch(`${gate.url}/v1/changes`, { headers: bearer });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    answerWith = {
      status: 200,
      headers: { 'Set-Cookie': 'sid=1', 'Content-Type': 'application/json' },
      body: '{"items":[],"next":"1","more":false}',
    };
    const good = await fetch(`${gate.url}/v1/changes`, { headers: { ...bearer, Cookie: 'x=1' } });
    expect([good.status, good.headers.get('set-cookie')]).toEqual([200, null]);
    expect(heard.at(-1)?.headers).not.toHaveProperty('cookie');
    expect(heard.at(-1)?.headers['authorization']).not.toBe(bearer.Authorization);
  });

  it('carries the bytes of a paper to another address of the backend, which nobody can make up', async () => {
    const bearer = await bearerOf(gate.url, 'siti');
    answerWith = {
      status: 201,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ id: device, state: 'expected', uploadUrl: '/files/a?b=1', offset: 0 }),
    };
    const submission = testSubmission();
    const [paper = testPaper()] = submission.papers;
    const announced = await fetch(`${gate.url}/v1/documents/${paper.id}`, {
      method: 'PUT',
      headers: { ...json, ...bearer },
      body: JSON.stringify(announcementOf(submission.id, paper)),
    });
    const { uploadUrl } = await announced.json();
    expect(uploadUrl).toMatch(/^\/v1\/uploads\/[\w-]+\.[\w-]+$/);
    answerWith = { status: 200, headers: { 'Upload-Offset': '7' }, body: '' };
    const tus = { ...bearer, 'Tus-Resumable': '1.0.0' };
    const head = await fetch(`${gate.url}${uploadUrl}`, { method: 'HEAD', headers: tus });
    expect([head.headers.get('upload-offset'), heard.at(-1)?.url]).toEqual(['7', '/files/a?b=1']);
    heard = [];
    const madeUp = `/v1/uploads/${Buffer.from('/v1/applications').toString('base64url')}.${'a'.repeat(43)}`;
    expect((await fetch(`${gate.url}${madeUp}`, { method: 'HEAD', headers: tus })).status).toBe(404);
    expect(heard).toEqual([]);
  });
});
