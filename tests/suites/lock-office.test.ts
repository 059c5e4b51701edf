import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttpClient } from '#api/http-client.ts';
import { createLockOffice } from '#api/lock/lock-office.ts';
import { newAnswerKey, openAnswer } from '#api/lock/recovery-keys.ts';
import { wrapped } from '#api/sealing/seal-application.ts';
import { mostTries } from '#domain/lock/office-tries.ts';
import type { LockOffice } from '#services/lock/lock-office.ts';
import type { LockSecret, LockStatus } from '#services/lock/menu-lock.ts';
import { answerRecovery, CarriedRecovery } from '#server/sealing/answer-recovery.ts';
import { newKeyPair, type OfficeKey, publicHalf } from '#server/sealing/key-file.ts';
import { openTestApp, type TestApp } from '#server/testing/test-app.ts';
import { keepThings, onDisk, owner, whole } from '#tests/fixtures/kept-things.ts';
import { type Page, startPage } from '#tests/fixtures/lock-page.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';

const pin: LockSecret = { way: 'office-pin', text: '280194' };
const wrong: LockSecret = { way: 'office-pin', text: '911911' };

let app: TestApp;
let phone: TestVault;
let page: Page;
let recoveryKey: OfficeKey | null = null;
let hasSignal = true;
let deviceId: string | null = null;

beforeEach(async () => {
  app = await openTestApp();
  recoveryKey = null;
  hasSignal = true;
  deviceId = null;
  phone = await openTestVault();
  await phone.vault.account.signIn({ accountId: owner, name: 'A', roles: ['pendamping'] });
  page = start();
});
afterEach(async () => {
  phone.end();
  await app.close();
});

/** A page after a start: nothing of the office's is in its memory. */
function start(): Page {
  const http = createHttpClient({
    fetch: async (input, init) => {
      if (!hasSignal) throw new TypeError('no signal');
      const headers = { ...(init?.headers as Record<string, string>) };
      const body = init?.body ?? null;
      return app.send('siti', init?.method ?? 'GET', String(input), { headers, ...(body === null ? {} : { body }) });
    },
  });
  const office: LockOffice = {
    ...createLockOffice(http, () => 1_000_000, openAnswer),
    deviceId: async () => deviceId,
    hasRecoveryKey: async () => recoveryKey !== null,
    async wrapForRecovery(vaultKey, heldKid) {
      if (recoveryKey === null || recoveryKey.kid === heldKid) return null;
      const { kid, notBefore, notAfter, jwk } = recoveryKey;
      const { x, y } = publicHalf(jwk);
      const key = { kty: 'EC', crv: 'P-256', x, y, kid, notBefore, notAfter, recovery: true } as const;
      return { kid, jwe: JSON.stringify(await wrapped(vaultKey, [key])) };
    },
    newAnswerKey,
  };
  return startPage(phone, {
    texts: new Map(),
    nowMs: () => 1_000_000,
    isRequired: () => false,
    office,
    newId: () => v7(),
  });
}

async function recoveryOf(status: Promise<LockStatus>) {
  const found = await status;
  return found.kind === 'on' ? found.recovery : null;
}

describe('R3: a PIN that the office guards', () => {
  it('opens with the office alone: no share lies on the phone, and without signal a fresh page stays shut', async () => {
    expect(await page.lock.setUp(pin)).toEqual({ kind: 'changed' });
    await keepThings(page);
    const [kept] = await app.rows('lock_share');
    const share = Buffer.from(String(kept?.['share']), 'base64url');
    expect(await onDisk(phone)).not.toContain(share.toString('latin1'));
    page = start();
    hasSignal = false;
    expect(await page.lock.unlock(pin)).toEqual({ kind: 'no-signal' });
    hasSignal = true;
    expect(await page.lock.unlock(pin)).toEqual({ kind: 'open' });
    await whole(page);
    // In this page's memory it is by now.
    hasSignal = false;
    page.lock.lockNow();
    page.settle();
    expect((await page.lock.unlock(wrong)).kind).toBe('wrong');
    expect(await page.lock.unlock(pin)).toEqual({ kind: 'open' });
    await whole(page);
  });

  it('is closed by ten wrong tries, loses nothing, and opens once the office has opened it again', async () => {
    await page.lock.setUp(pin);
    await keepThings(page);
    page = start();
    for (let left = mostTries - 1; left > 0; left -= 1)
      expect(await page.lock.unlock(wrong)).toEqual({ kind: 'wrong', nextTryAtMs: 0, triesLeft: left });
    expect(await page.lock.unlock(wrong)).toEqual({ kind: 'closed' });
    expect(await page.lock.unlock(pin)).toEqual({ kind: 'closed' });
    const [closed] = await app.ports.locks.listTried();
    await app.ports.locks.reopenShare(closed?.id ?? '', 1);
    expect(await page.lock.unlock(pin)).toEqual({ kind: 'open' });
    await whole(page);
  });

  it('is not set while the office can’t be asked, and leaves one share when it is changed or taken away', async () => {
    hasSignal = false;
    expect(await page.lock.setUp(pin)).toEqual({ kind: 'no-signal' });
    expect(await page.lock.status()).toMatchObject({ kind: 'none' });
    hasSignal = true;
    await page.lock.setUp(pin);
    await keepThings(page);
    deviceId = v7();
    page = start();
    expect(await page.lock.unlock(pin)).toEqual({ kind: 'open' });
    // By now the office knows the phone by its own number.
    await expect.poll(async () => (await app.rows('lock_share')).map((row) => row['device_id'])).toEqual([deviceId]);
    const next: LockSecret = { way: 'office-pin', text: '730164' };
    expect(await page.lock.change(pin, next)).toEqual({ kind: 'changed' });
    await expect.poll(async () => (await app.rows('lock_share')).length).toBe(1);
    page = start();
    expect(await page.lock.unlock(pin)).toMatchObject({ kind: 'wrong' });
    expect(await page.lock.unlock(next)).toEqual({ kind: 'open' });
    await whole(page);
    expect(await page.lock.remove(next)).toEqual({ kind: 'changed' });
    await expect.poll(() => app.rows('lock_share')).toEqual([]);
    await whole(page);
  });
});

describe('R3: forgotten', () => {
  it('without a recovery key there is no way back, and nobody is told that there is', async () => {
    await page.lock.setUp(pin);
    expect(await recoveryOf(page.lock.status())).toEqual({ kind: 'none' });
    expect(await page.lock.askRecovery()).toEqual({ kind: 'failed' });
  });

  it('the recovery key brings back all that lies under the lock, to a new PIN, and the old one opens nothing (C9)', async () => {
    const words: LockSecret = { way: 'passphrase', text: page.lock.suggestWords() };
    await page.lock.setUp(words);
    await keepThings(page);
    // The office has got a recovery key since: the next time that the lock opens, the way back is laid.
    recoveryKey = await newKeyPair(1_000_000);
    page = start();
    expect(await page.lock.unlock(words)).toEqual({ kind: 'open' });
    expect(await recoveryOf(page.lock.status())).toEqual({ kind: 'possible' });

    page = start();
    await page.lock.look();
    expect(await page.lock.askRecovery()).toEqual({ kind: 'asked' });
    expect(await page.lock.readRecovery()).toEqual({ kind: 'asked' });
    const status = await recoveryOf(page.lock.status());
    const number = status?.kind === 'asked' ? status.checkNumber : '';
    expect(await answered('0000 0000 0000 0000')).toMatch(/check number/u);
    expect(await answered(number)).toBe(true);
    // The answer is for the key that this phone has kept, also after another start.
    page = start();
    await page.lock.look();
    expect(await page.lock.readRecovery()).toEqual({ kind: 'ready' });
    expect(await page.lock.recover({ way: 'pin', text: '280194' })).toEqual({ kind: 'failed' });
    expect(await page.lock.recover(pin)).toEqual({ kind: 'changed' });
    expect(page.state.isShut.getSnapshot()).toBe(false);
    await whole(page);
    page = start();
    expect(await page.lock.unlock(words)).toEqual({ kind: 'failed' });
    expect(await page.lock.unlock(pin)).toEqual({ kind: 'open' });
    await whole(page);
    await expect.poll(() => app.rows('lock_recovery')).toEqual([]);
  });

  it('a refused request, or an answer with another key, opens nothing, and it can be asked again', async () => {
    recoveryKey = await newKeyPair(1_000_000);
    await page.lock.setUp(pin);
    await keepThings(page);
    await page.lock.askRecovery();
    const [asked] = await app.ports.locks.listRecoveries();
    await app.ports.locks.answerRecovery(asked?.id ?? '', null, 1);
    expect(await page.lock.readRecovery()).toEqual({ kind: 'refused' });
    expect(await page.lock.recover(pin)).toEqual({ kind: 'failed' });
    expect(await page.lock.askRecovery()).toEqual({ kind: 'asked' });
    expect(await page.lock.readRecovery()).toEqual({ kind: 'asked' });
    expect(await page.lock.unlock(pin)).toEqual({ kind: 'open' });
    await whole(page);
  });
});

async function answered(told: string): Promise<boolean | string> {
  const [asked] = await app.ports.locks.listRecoveries();
  if (asked === undefined || recoveryKey === null) throw new Error('Nobody has asked');
  const request = CarriedRecovery.parse({
    ...asked,
    askedAt: new Date(asked.askedAtMs).toISOString(),
    wrap: JSON.parse(asked.wrap) as unknown,
    answerTo: JSON.parse(asked.answerTo) as unknown,
  });
  const answer = await answerRecovery(request, [recoveryKey], told);
  if (typeof answer === 'string') return answer;
  return app.ports.locks.answerRecovery(asked.id, JSON.stringify(answer.answer), 1);
}
