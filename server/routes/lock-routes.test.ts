import { base64url, exportJWK, generalDecrypt, GeneralEncrypt, generateKeyPair, importJWK } from 'jose';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerRecovery, CarriedRecovery, checkNumberFor } from '../sealing/answer-recovery.ts';
import { keyAlgorithm, newKeyPair, publicHalf } from '../sealing/key-file.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const phone = uuidv7();
const shareId = uuidv7();
const path = `/v1/me/devices/${phone}/lock-shares/${shareId}`;
const share = 's'.repeat(43);
const proof = 'r'.repeat(43);
const wrong = 'w'.repeat(43);
const put = (json: unknown, to = path) => app.send('siti', 'PUT', to, { json });
const tryWith = (word: string) => put({ proof: word }, `${path}/tries/${uuidv7()}`);

describe('the share of a lock', () => {
  it('comes back for a proof of the PIN, and says how many tries are left', async () => {
    expect((await put({ share, proof })).status).toBe(201);
    expect((await put({ share, proof })).status).toBe(200);
    expect((await put({ share, proof: wrong })).status).toBe(409);
    const refused = await tryWith(wrong);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      type: 'urn:ajukan:problem:wrong-pin',
      errors: [{ params: { triesLeft: 9 } }],
    });
    expect(await (await tryWith(proof)).json()).toEqual({ share });
  });

  it('is closed after ten wrong tries, the right one included, and is nobody else’s', async () => {
    await put({ share, proof });
    for (let index = 0; index < 10; index += 1) await tryWith(wrong);
    expect((await tryWith(proof)).status).toBe(409);
    expect((await app.send('budi', 'PUT', `${path}/tries/${uuidv7()}`, { json: { proof } })).status).toBe(404);
  });

  it('lies there without anything of the PIN, and goes when the lock goes', async () => {
    await put({ share, proof });
    expect(JSON.stringify(await app.rows('lock_share'))).not.toContain(proof);
    expect((await app.send('siti', 'DELETE', path)).status).toBe(204);
    expect(await app.rows('lock_share')).toEqual([]);
    expect((await app.audit()).filter(([event]) => event === 'lock-share').map((note) => note[3])).toEqual([
      'made',
      'removed',
    ]);
  });
});

describe('a lock that is forgotten', () => {
  it('is opened by the recovery key for the phone that asked, and for that one only', async () => {
    const recoveryKey = await newKeyPair(app.nowMs());
    const vaultKey = crypto.getRandomValues(new Uint8Array(32));
    const wrap = await wrapped(vaultKey, { ...publicHalf(recoveryKey.jwk), kid: recoveryKey.kid });
    const { publicKey, privateKey } = await generateKeyPair(keyAlgorithm, { crv: 'P-256', extractable: true });
    const { kty, crv, x, y } = await exportJWK(publicKey);
    const answerTo = { kty, crv, x, y };
    const id = uuidv7();
    const at = `/v1/me/devices/${phone}/lock-recoveries/${id}`;
    const lockId = uuidv7();
    expect((await put({ lockId, wrap, answerTo }, at)).status).toBe(201);
    expect(await (await app.send('siti', 'GET', at)).json()).toMatchObject({ state: 'asked' });
    expect((await app.send('budi', 'GET', at)).status).toBe(404);

    const [asked] = await app.ports.locks.listRecoveries();
    if (asked === undefined) throw new Error('Nobody has asked');
    const request = CarriedRecovery.parse({
      ...asked,
      askedAt: new Date(asked.askedAtMs).toISOString(),
      wrap: JSON.parse(asked.wrap),
      answerTo: JSON.parse(asked.answerTo),
    });
    const check = await checkNumberFor(request.answerTo);
    expect(await answerRecovery(request, [recoveryKey], '1111 1111 1111 1111')).toMatch(/check number/u);
    expect(await answerRecovery(request, [await newKeyPair(app.nowMs())], check)).toMatch(/not wrapped/u);
    const answer = await answerRecovery(request, [recoveryKey], check);
    if (typeof answer === 'string') throw new Error(answer);
    expect(await app.ports.locks.answerRecovery(id, JSON.stringify(answer.answer), app.nowMs())).toBe(true);

    const told = (await (await app.send('siti', 'GET', at)).json()) as { state: string; answer: never };
    expect(told.state).toBe('answered');
    const { plaintext } = await generalDecrypt(told.answer, privateKey);
    expect(JSON.parse(new TextDecoder().decode(plaintext))).toMatchObject({ k: base64url.encode(vaultKey) });
    expect((await app.send('siti', 'DELETE', at)).status).toBe(204);
    expect((await app.audit()).filter(([event]) => event === 'lock-recovery').map((note) => note[3])).toEqual([
      'asked',
      'answered',
      'ended',
    ]);
    expect((await app.verifyAudit()).faults).toEqual([]);
  });
});

async function wrapped(key: Uint8Array, to: { kty: string; crv: string; x: string; y: string; kid: string }) {
  const text = JSON.stringify({ kty: 'oct', alg: 'A256GCM', k: base64url.encode(key) });
  const jwe = new GeneralEncrypt(new TextEncoder().encode(text)).setProtectedHeader({ enc: 'A256GCM' });
  jwe.addRecipient(await importJWK({ ...to }, keyAlgorithm)).setUnprotectedHeader({ alg: keyAlgorithm, kid: to.kid });
  return jwe.encrypt();
}
