import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeSignIn, fromApp } from './testing/code-sign-in.ts';
import { openTestApp, type TestApp } from './testing/test-app.ts';

describe('a number and a code', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp();
  });
  afterAll(() => app.close());

  it('are no way in for who works for an office: the door would stay open when they leave it', async () => {
    const phone = '+6281299990777';
    const hands = codeSignIn(app);
    const proof = await hands.asked(phone, {}, { purpose: 'change-number' });
    const answer = await app.send('officer', 'PUT', '/v1/me/phone', { json: { phone, proof }, headers: fromApp });
    expect(answer.status).toBe(403);
    const cookie = await hands.signedIn('+6281299990778');
    expect((await hands.me(cookie)).body).toMatchObject({ roles: ['pemohon'] });
  });
});
