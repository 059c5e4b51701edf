import { createPublicKey, verify } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { aReport } from '../testing/test-device.ts';
import { testSubmission } from '../testing/test-submission.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const phone = uuidv7();
const nonce = 'a'.repeat(22);
const report = async (more: Parameters<typeof aReport>[0] = {}, who: 'siti' | 'budi' = 'siti') => {
  const answer = await app.send(who, 'PUT', `/v1/me/devices/${phone}`, { json: aReport(more) });
  return { status: answer.status, body: await answer.json() };
};

async function handIn(sequence: number, id = uuidv7()): Promise<void> {
  const { body } = testSubmission();
  const json = { ...body, device: { id: phone, sequence } };
  const answer = await app.send('siti', 'PUT', `/v1/applications/${id}`, { json });
  expect(answer.status).toBe(201);
}

const order = (id: string, json: object, who: 'siti' | 'budi' = 'siti') =>
  app.send(who, 'PUT', `/v1/me/devices/${phone}/orders/${id}`, { json });

async function openOrders(asked = nonce): Promise<readonly string[]> {
  const answer = await app.send(null, 'GET', `/v1/devices/${phone}/orders?nonce=${asked}`);
  expect(answer.status).toBe(200);
  const { items } = await answer.json();
  return items;
}

function claimsOf(text: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString('utf8'));
}

const emptied = {
  doneAt: '2026-11-24T03:00:00Z',
  deleted: { drafts: 1, applications: 0, papers: 2, keptPapers: 0, folders: 0, sharedFiles: 0, others: 0 },
  keptSealed: 1,
  neverSent: [{ from: 2, to: 2 }],
};

describe('the numbers of a phone', () => {
  it('that neither has are named; held, void and received ones are not', async () => {
    await handIn(1);
    await handIn(4);
    const { body } = await report({
      lastSequence: 7,
      held: [{ from: 6, to: 6 }],
      voids: [{ from: 3, to: 3, reason: 'withdrawn' }],
    });
    expect(body).toMatchObject({
      missing: [
        { from: 2, to: 2 },
        { from: 5, to: 5 },
        { from: 7, to: 7 },
      ],
      duplicated: [],
    });
  });

  it('called lost by the phone are counted by the office, until one comes after all', async () => {
    await report({ lastSequence: 2, voids: [{ from: 1, to: 2, reason: 'lost' }] });
    expect(await app.ports.devices.sequenceOf(phone)).toMatchObject({ missing: [], lost: [{ from: 1, to: 2 }] });
    await handIn(2);
    expect((await app.ports.devices.sequenceOf(phone)).lost).toEqual([{ from: 1, to: 1 }]);
    expect((await app.audit()).map(([event, , , about]) => [event, about])).toContainEqual([
      'device-loss',
      'number lost',
    ]);
  });

  it('that two applications came under show a copied phone, which is noted once', async () => {
    await handIn(1);
    await handIn(1);
    expect((await report({ lastSequence: 1 })).body).toMatchObject({ duplicated: [{ from: 1, to: 1 }] });
    await report({ lastSequence: 1 });
    const noted = (await app.audit()).filter(([, , , about]) => about === 'number twice');
    expect(noted).toHaveLength(1);
  });

  it('are refused where a range stands on its head', async () => {
    expect((await report({ held: [{ from: 5, to: 4 }] })).status).toBe(422);
  });
});

describe('a lost phone', () => {
  it('is signed out at once, and told so in signed words for its own nonce', async () => {
    await report();
    const id = uuidv7();
    expect((await order(id, { action: 'wipe' })).status).toBe(201);
    expect((await app.send('siti', 'GET', '/v1/me')).status).toBe(401);
    const [text = '', ...more] = await openOrders();
    expect(more).toEqual([]);
    expect(claimsOf(text)).toMatchObject({
      dev: phone,
      jti: id,
      act: 'wipe',
      unsent: 'keep-sealed',
      by: 'person',
      nonce,
    });
    const [key] = app.ports.receipts.published;
    const [head, body, tail = ''] = text.split('.');
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key?.x ?? '' }, format: 'jwk' });
    expect(verify(null, Buffer.from(`${head}.${body}`), publicKey, Buffer.from(tail, 'base64url'))).toBe(true);
    expect(claimsOf((await openOrders('b'.repeat(22)))[0] ?? '')['nonce']).toBe('b'.repeat(22));
  });

  it('is ordered once however often it is asked, and by who has used it only', async () => {
    await report();
    const id = uuidv7();
    expect((await order(id, { action: 'wipe' }, 'budi')).status).toBe(404);
    expect((await order(id, { action: 'wipe' })).status).toBe(201);
    app.advanceMs(1000);
    expect((await order(id, { action: 'wipe' })).status).toBe(200);
    expect((await order(id, { action: 'sign-out' })).status).toBe(409);
    expect(await openOrders()).toHaveLength(1);
  });

  it('answers with a receipt that stands; without the signed order nobody can answer for it', async () => {
    await report();
    const id = uuidv7();
    await order(id, { action: 'wipe', unsent: 'delete' });
    const [text = ''] = await openOrders();
    const answer = (json: object, at = id) =>
      app.send(null, 'PUT', `/v1/devices/${phone}/orders/${at}/receipt`, { json });
    const forged = `${text.slice(0, -8)}AAAAAAAA`;
    expect((await answer({ ...emptied, order: forged })).status).toBe(404);
    expect((await answer({ ...emptied, order: text }, uuidv7())).status).toBe(404);
    expect((await answer({ ...emptied, order: text })).status).toBe(204);
    expect((await answer({ ...emptied, keptSealed: 9, order: text })).status).toBe(204);
    expect(await openOrders()).toEqual([]);
    const [made] = await app.ports.devices.ordersOf(phone);
    expect(JSON.parse(made?.receipt ?? 'null')).toEqual(emptied);
    const said = (await app.audit()).filter(([event]) => String(event).startsWith('device-'));
    expect(said.map(([event, , subject, about]) => [event, subject, about])).toEqual([
      ['device-order', phone, 'wipe delete by person'],
      ['device-receipt', phone, 'wipe'],
    ]);
    expect(await app.verifyAudit()).toMatchObject({ faults: [] });
  });

  it('stands beside its sessions in the list of phones', async () => {
    await report();
    const { items } = await (await app.send('siti', 'GET', '/v1/me/sessions')).json();
    expect(items.map(({ deviceId }: { deviceId: string | null }) => deviceId)).toEqual([phone]);
  });

  it('is told of to who reported it, and when it is emptied, and to nobody else', async () => {
    const listed = async (who: 'siti' | 'budi') => (await app.send(who, 'GET', '/v1/me/sessions')).json();
    await report();
    const id = uuidv7();
    await order(id, { action: 'wipe' });
    const [text = ''] = await openOrders();
    app.advanceMs(60_000);
    expect((await listed('siti')).lost).toEqual([
      { deviceId: phone, device: expect.any(String), orderedAt: expect.any(String) },
    ]);
    const json = { ...emptied, order: text };
    expect((await app.send(null, 'PUT', `/v1/devices/${phone}/orders/${id}/receipt`, { json })).status).toBe(204);
    expect((await listed('siti')).lost).toMatchObject([{ doneAt: new Date(app.nowMs()).toISOString() }]);
    expect(await listed('budi')).not.toHaveProperty('lost');
  });
});
