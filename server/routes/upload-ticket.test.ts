import { createHash, createHmac } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ReceiptWire } from '#contract/schemas.ts';
import { SessionList, UploadTicketGrant } from '#contract/identity-schemas.ts';
import { mostByTicket, ticketLifetimeMs } from '../auth/upload-tickets.ts';
import { openTestApp, type SendOptions, type TestApp } from '../testing/test-app.ts';
import type { TestPerson } from '../testing/test-accounts.ts';
import { testFile } from '../testing/test-file.ts';
import { announcementOf, testPaper, testSubmission } from '../testing/test-submission.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

/** That of `testSubmission`. */
const device = '0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e4f';
const tus = { 'Tus-Resumable': '1.0.0' };

async function ticketOf(person: TestPerson = 'siti', phone = device): Promise<string> {
  const answer = await app.send(person, 'PUT', '/v1/me/upload-ticket', { json: { device: phone } });
  expect(answer.status).toBe(200);
  return UploadTicketGrant.parse(await answer.json()).ticket;
}

function by(ticket: string, method: string, path: string, { headers, ...options }: SendOptions = {}) {
  return app.send(null, method, path, { ...options, headers: { Authorization: `Bearer ${ticket}`, ...headers } });
}

/** As a phone makes it for whoever carries the file, with no contact. */
function carried(ticket: string, id: string, body: object): string {
  const sha256 = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  const proof = createHmac('sha256', ticket).update(`ajukan-carry-1/${id}/${sha256}`).digest('base64url');
  return `carry.${ticket.split('.')[1]}.${id}.${sha256}.${proof}`;
}

async function deliver(ticket: string, submission = testSubmission()) {
  const put = () => by(ticket, 'PUT', submission.path, { json: submission.body });
  expect((await put()).status).toBe(201);
  for (const paper of submission.papers) {
    const announced = await by(ticket, 'PUT', `/v1/documents/${paper.id}`, {
      json: announcementOf(submission.id, paper),
    });
    expect([200, 201]).toContain(announced.status);
    const { uploadUrl } = await announced.json();
    const headers = { ...tus, 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' };
    expect((await by(ticket, 'PATCH', uploadUrl, { body: paper.file.bytes, headers })).status).toBe(204);
    expect((await by(ticket, 'HEAD', uploadUrl, { headers: tus })).headers.get('upload-offset')).toBe('1000');
  }
  return { submission, receipt: ReceiptWire.parse(await (await put()).json()) };
}

describe('an upload ticket', () => {
  it('hands in an application with its papers for its owner, after the session has ended', async () => {
    const ticket = await ticketOf();
    expect((await app.send('siti', 'DELETE', '/v1/me/sessions/current')).status).toBe(204);
    const { submission, receipt } = await deliver(ticket);
    expect(receipt).toMatchObject({ status: 'submitted', missingDocuments: [] });
    expect(await app.rows('application')).toMatchObject([{ id: submission.id, owner_id: 'siti' }]);
  });

  it('opens nothing else, not even what it has handed in itself', async () => {
    const ticket = await ticketOf();
    const { submission } = await deliver(ticket);
    const [paper] = submission.papers;
    for (const [method, path] of [
      ['GET', '/v1/me'],
      ['GET', '/v1/me/sessions'],
      ['GET', '/v1/changes'],
      ['GET', submission.path],
      ['GET', `/v1/documents/${paper?.id}/content`],
      ['PUT', '/v1/me/upload-ticket'],
      ['DELETE', '/v1/me/sessions/current'],
      ['PUT', '/v1/me/erasure'],
    ] as const)
      expect([path, (await by(ticket, method, path, method === 'PUT' ? { json: { device } } : {})).status]).toEqual([
        path,
        403,
      ]);
  });

  it('tells that it was handed in, and not what the office has done since', async () => {
    const ticket = await ticketOf();
    const { submission, receipt } = await deliver(ticket);
    const look = await app.send('officer', 'GET', submission.path);
    const decided = await app.send(
      'officer',
      'PUT',
      `${submission.path}/decisions/0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e50`,
      {
        json: { action: 'review' },
        headers: { 'If-Match': look.headers.get('etag') ?? '' },
      },
    );
    expect(decided.status).toBe(201);
    const again = await by(ticket, 'PUT', submission.path, { json: submission.body });
    expect(ReceiptWire.parse(await again.json())).toEqual(receipt);
    const own = await app.send('siti', 'PUT', submission.path, { json: submission.body });
    expect(ReceiptWire.parse(await own.json()).status).toBe('under_review');
  });

  it('is of one phone: what another has made is taken from who has signed in only', async () => {
    const ticket = await ticketOf('siti', '0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e99');
    const submission = testSubmission();
    expect((await by(ticket, 'PUT', submission.path, { json: submission.body })).status).toBe(401);
  });

  it("is of one owner: another's application and upload are unknown to it", async () => {
    const ticket = await ticketOf('budi');
    const submission = testSubmission();
    await app.send('siti', 'PUT', submission.path, { json: submission.body });
    expect((await by(ticket, 'PUT', submission.path, { json: submission.body })).status).toBe(404);
    const [paper = testPaper()] = submission.papers;
    const announced = await app.send('siti', 'PUT', `/v1/documents/${paper.id}`, {
      json: announcementOf(submission.id, paper),
    });
    const { uploadUrl } = await announced.json();
    expect((await by(ticket, 'HEAD', uploadUrl, { headers: tus })).status).toBe(404);
  });

  it('stays the same when it is asked for again, and lasts 30 days from then', async () => {
    const ticket = await ticketOf();
    app.advanceMs(ticketLifetimeMs - 1);
    expect(await ticketOf()).toBe(ticket);
    app.advanceMs(ticketLifetimeMs - 1);
    const submission = testSubmission();
    expect((await by(ticket, 'PUT', submission.path, { json: submission.body })).status).toBe(201);
    app.advanceMs(1);
    expect((await by(ticket, 'PUT', submission.path, { json: submission.body })).status).toBe(401);
  });

  it('is not in the database, nor anything that it can be made of', async () => {
    const ticket = await ticketOf();
    const kept = JSON.stringify(await app.rows('upload_ticket'));
    expect(kept).toContain(ticket.split('.')[1]);
    expect(kept).not.toContain(ticket.split('.')[2]);
    const forged = ticket.slice(0, -1) + (ticket.endsWith('A') ? 'B' : 'A');
    const submission = testSubmission();
    expect((await by(forged, 'PUT', submission.path, { json: submission.body })).status).toBe(401);
  });

  it('stands among the phones once nobody is signed in there, and ends with them', async () => {
    const ticket = await ticketOf();
    const list = async () => SessionList.parse(await (await app.send('siti', 'GET', '/v1/me/sessions')).json()).items;
    expect(await list()).toHaveLength(1);
    await app.send('siti', 'DELETE', '/v1/me/sessions/current');
    // A new sign-in, on another phone.
    app.advanceMs(1000);
    const sending = (await list()).filter(({ sendsOnly }) => sendsOnly === true);
    expect(sending).toMatchObject([{ current: false }]);
    const submission = testSubmission();
    const put = async () => (await by(ticket, 'PUT', submission.path, { json: submission.body })).status;
    expect(await put()).toBe(201);
    expect((await app.send('siti', 'DELETE', `/v1/me/sessions/${sending[0]?.id}`)).status).toBe(204);
    expect(await put()).toBe(401);
    expect((await list()).filter(({ sendsOnly }) => sendsOnly === true)).toEqual([]);
  });

  it('ends with "sign out everywhere else", unless it is of the phone that says so', async () => {
    const ticket = await ticketOf();
    const submission = testSubmission();
    const put = async () => (await by(ticket, 'PUT', submission.path, { json: submission.body })).status;
    expect((await app.send('siti', 'DELETE', '/v1/me/sessions')).status).toBe(204);
    expect(await put()).toBe(201);
    app.advanceMs(1000);
    expect((await app.send('siti', 'DELETE', '/v1/me/sessions')).status).toBe(204);
    expect(await put()).toBe(401);
  });

  it('can be given back by who holds it, and then its successor is another one', async () => {
    const ticket = await ticketOf();
    const carry = carried(ticket, testSubmission().id, {});
    await app.send(null, 'POST', '/v1/auth/revoke', { json: { token: carry } });
    expect(await ticketOf()).toBe(ticket);
    await app.send(null, 'POST', '/v1/auth/revoke', { json: { token: ticket } });
    const submission = testSubmission();
    expect((await by(ticket, 'PUT', submission.path, { json: submission.body })).status).toBe(401);
    expect(await ticketOf()).not.toBe(ticket);
  });

  it('takes in so much between two sign-ins and no more; what it has handed in already is answered still', async () => {
    const ticket = await ticketOf();
    const { submission } = await deliver(ticket);
    const id = ticket.split('.')[1] ?? '';
    // An application and its paper.
    expect(await app.rows('upload_ticket')).toMatchObject([{ taken: 2 }]);
    for (let taken = 2; taken < mostByTicket; taken += 1) expect(await app.ports.tickets.spend(id)).toBe(true);
    const next = testSubmission();
    expect((await by(ticket, 'PUT', next.path, { json: next.body })).status).toBe(401);
    const early = testPaper();
    const announced = await by(ticket, 'PUT', `/v1/documents/${early.id}`, { json: announcementOf(next.id, early) });
    expect(announced.status).toBe(401);
    expect((await by(ticket, 'PUT', submission.path, { json: submission.body })).status).toBe(200);
    expect(await ticketOf()).toBe(ticket);
    expect((await by(ticket, 'PUT', next.path, { json: next.body })).status).toBe(201);
  });

  it('is given to who applies for services only, and many phones do not pile up', async () => {
    const answer = await app.send('officer', 'PUT', '/v1/me/upload-ticket', { json: { device } });
    expect(answer.status).toBe(403);
    for (let turn = 10; turn < 40; turn += 1) await ticketOf('siti', `0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e${turn}`);
    expect(await app.rows('upload_ticket')).toHaveLength(20);
  });
});

it('ends with everything else of who asks to be erased', async () => {
  const ticket = await ticketOf();
  const answer = await app.send('siti', 'PUT', '/v1/me/erasure', { json: { erase: 'everything-not-kept-by-law' } });
  expect(answer.status).toBe(200);
  const submission = testSubmission();
  expect((await by(ticket, 'PUT', submission.path, { json: submission.body })).status).toBe(401);
});

describe('what a courier holds', () => {
  it('delivers exactly the application that it was made for, under the name of its owner', async () => {
    const submission = testSubmission();
    const { receipt } = await deliver(carried(await ticketOf(), submission.id, submission.body), submission);
    expect(receipt).toMatchObject({ status: 'submitted', missingDocuments: [] });
    expect(receipt.signed).toBeUndefined();
    expect(await app.rows('application')).toMatchObject([{ id: submission.id, owner_id: 'siti' }]);
    // The phone that made it comes later, and hears the same number.
    const own = await app.send('siti', 'PUT', submission.path, { json: submission.body });
    expect(own.status).toBe(200);
    expect(await own.json()).toMatchObject({ registrationNumber: receipt.registrationNumber, missingDocuments: [] });
  });

  it('is good for no other content, no other application and no paper that it does not name', async () => {
    const submission = testSubmission();
    const other = testSubmission();
    const carry = carried(await ticketOf(), submission.id, submission.body);
    const put = async (path: string, body: object) => (await by(carry, 'PUT', path, { json: body })).status;
    expect(await put(submission.path, { ...submission.body, capturedAt: '2026-11-23T09:30:01.000Z' })).toBe(403);
    expect(await put(other.path, other.body)).toBe(403);
    expect(await put(other.path, submission.body)).toBe(403);
    const [paper = testPaper()] = submission.papers;
    const announce = (named: typeof paper, id: string) => put(`/v1/documents/${named.id}`, announcementOf(id, named));
    // Before its application nothing is known of any paper.
    expect(await announce(paper, submission.id)).toBe(404);
    expect(await put(submission.path, submission.body)).toBe(201);
    // What it carries is no repair of what the office has given back since.
    const again = { json: submission.body, headers: { 'If-Match': '*' } };
    expect((await by(carry, 'PUT', `${submission.path}/revisions/${uuidv7()}`, again)).status).toBe(403);
    expect(await announce(testPaper('kk', testFile()), submission.id)).toBe(404);
    expect(await announce(paper, other.id)).toBe(403);
    expect(await announce(paper, submission.id)).toBe(201);
    const ticket = await ticketOf();
    const [first = testPaper()] = other.papers;
    await by(ticket, 'PUT', other.path, { json: other.body });
    const announced = await by(ticket, 'PUT', `/v1/documents/${first.id}`, { json: announcementOf(other.id, first) });
    const { uploadUrl } = await announced.json();
    expect((await by(carry, 'HEAD', uploadUrl, { headers: tus })).status).toBe(404);
  });

  it('ends with the ticket that it was made out of', async () => {
    const ticket = await ticketOf();
    const submission = testSubmission();
    const carry = carried(ticket, submission.id, submission.body);
    await app.send(null, 'POST', '/v1/auth/revoke', { json: { token: ticket } });
    expect((await by(carry, 'PUT', submission.path, { json: submission.body })).status).toBe(401);
  });
});
