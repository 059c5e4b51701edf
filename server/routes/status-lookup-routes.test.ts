import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { usualLimits } from '../http/rate-limit.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { paperlessService } from '../testing/test-service.ts';
import { testSubmission } from '../testing/test-submission.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const path = '/v1/status-lookups';

async function handIn(to: TestApp) {
  const { path: own, body } = testSubmission([]);
  const json = { ...body, serviceId: paperlessService.id, schemaVersion: 1 };
  expect((await to.send('siti', 'PUT', own, { json })).status).toBe(201);
  const { registrationNumber, lookupSecret } = await (await to.send('siti', 'GET', own)).json();
  return { own, registrationNumber: String(registrationNumber), secret: String(lookupSecret) };
}

const ask = async (to: TestApp, registrationNumber: string, secret: string) => {
  const answer = await to.send(null, 'POST', path, { json: { registrationNumber, secret } });
  return { status: answer.status, text: await answer.text() };
};

describe('looking an application up by its receipt', () => {
  it('tells anybody with number and secret where it is, and nothing else', async () => {
    const { registrationNumber, secret } = await handIn(app);
    const { status, text } = await ask(app, ` ${registrationNumber}`, secret.toLowerCase());
    expect(status).toBe(200);
    const told: unknown = JSON.parse(text);
    expect(told).toMatchObject({ status: 'submitted' });
    expect(Object.keys(told as object).toSorted()).toEqual(['dueOn', 'status', 'updatedAt']);
  });

  it('answers a wrong secret, another’s secret and an unknown number word for word alike (F85)', async () => {
    const one = await handIn(app);
    const other = await handIn(app);
    const wrong = await ask(app, one.registrationNumber, '0'.repeat(26));
    expect(wrong.status).toBe(404);
    expect(await ask(app, one.registrationNumber, other.secret)).toEqual(wrong);
    expect(await ask(app, '3603-2099-999999', one.secret)).toEqual(wrong);
  });

  it('gives the secret to who it is of and to no official', async () => {
    const { own, secret } = await handIn(app);
    const seen = await app.send('officer', 'GET', own);
    expect(seen.status).toBe(200);
    expect(await seen.text()).not.toContain(secret);
  });

  it('is refused after sixty in a moment (F85)', async () => {
    const limited = await openTestApp({ adapt: (ports) => ({ ...ports, limits: usualLimits }) });
    const answers: number[] = [];
    for (let index = 0; index < 61; index += 1) answers.push((await ask(limited, 'none', 'none')).status);
    expect(answers.indexOf(429)).toBe(60);
    await limited.close();
  });
});
