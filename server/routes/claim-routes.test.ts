import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { codeSignIn, problemOf } from '../testing/code-sign-in.ts';
import { spokenConsent } from '../testing/test-consent.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { paperlessService } from '../testing/test-service.ts';
import { testSubmission } from '../testing/test-submission.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const phone = '+6281300000001';
const claim = { phone, nikEnding: '1234' };
const Offers = z.object({ items: z.array(z.record(z.string(), z.unknown())) });

async function putIn(person: 'fieldOfficer' | 'budi' = 'fieldOfficer') {
  const { id, path, body } = testSubmission([]);
  const { id: serviceId, schemaVersion } = paperlessService;
  const onBehalf = person === 'fieldOfficer' ? { onBehalfOf: spokenConsent } : {};
  const answer = await app.send(person, 'PUT', path, {
    json: { ...body, serviceId, schemaVersion, claim, ...onBehalf },
  });
  expect(answer.status).toBe(201);
  return { id, path };
}

async function resident(number = phone) {
  const Cookie = await codeSignIn(app).signedIn(number);
  const headers = { Cookie, 'Sec-Fetch-Site': 'same-origin' };
  return (method: string, path: string, json?: unknown) =>
    app.send(null, method, path, { headers, ...(json === undefined ? {} : { json }) });
}

describe('what a field officer put in, claimed by the resident', () => {
  it('asks by number, says only service, day, office and number, and then shows it like their own', async () => {
    const { id, path } = await putIn();
    const send = await resident();
    expect((await send('GET', path)).status).toBe(404);
    const { items } = Offers.parse(await (await send('GET', '/v1/claims')).json());
    expect(items.map((item) => [item['id'], Object.keys(item).toSorted()])).toEqual([
      [id, ['claimed', 'id', 'office', 'receivedAt', 'registrationNumber', 'serviceId']],
    ]);
    const claimed = await send('PUT', `${path}/claim`, { nikEnding: '1234' });
    expect([claimed.status, await claimed.json()]).toMatchObject([
      200,
      { id, status: 'submitted', missingDocuments: [], signed: expect.any(String) },
    ]);
    expect((await send('GET', path)).status).toBe(200);
    expect(await (await app.send('fieldOfficer', 'GET', path)).json()).toMatchObject({ claimedAt: expect.any(String) });
    expect(await (await send('GET', '/v1/claims')).json()).toMatchObject({ items: [{ id, claimed: true }] });
    // The answer may have been lost.
    expect((await send('PUT', `${path}/claim`, { nikEnding: '0000' })).status).toBe(200);
    expect((await app.audit()).map(([event, , subject, about]) => [event, subject, about])).toContainEqual([
      'claim',
      id,
      'taken over',
    ]);
  });

  it('is to another number what does not exist, word for word', async () => {
    const { path } = await putIn();
    const send = await resident('+6281300000002');
    expect(await (await send('GET', '/v1/claims')).json()).toEqual({ items: [] });
    const foreign = await send('PUT', `${path}/claim`, { nikEnding: '1234' });
    const unknown = await send('PUT', `${testSubmission([]).path}/claim`, { nikEnding: '1234' });
    expect([foreign.status, await foreign.text()]).toEqual([unknown.status, await unknown.text()]);
    expect(foreign.status).toBe(404);
  });

  it('two of a family with one number: the digits say whose it is, and five wrong ones close it', async () => {
    const { path } = await putIn();
    const send = await resident();
    const guess = () => send('PUT', `${path}/claim`, { nikEnding: '9999' });
    const first = await guess();
    expect([await problemOf(first), first.status]).toEqual(['wrong-digits', 422]);
    for (let turn = 0; turn < 3; turn += 1) expect(await problemOf(await guess())).toBe('wrong-digits');
    expect(await problemOf(await guess())).toBe('claim-closed');
    expect(await problemOf(await send('PUT', `${path}/claim`, { nikEnding: '1234' }))).toBe('claim-closed');
    expect((await send('GET', path)).status).toBe(404);
  });

  it('takes a number from a field officer only: nobody else sends questions to strangers', async () => {
    await putIn('budi');
    const send = await resident();
    expect(await (await send('GET', '/v1/claims')).json()).toEqual({ items: [] });
  });
});
