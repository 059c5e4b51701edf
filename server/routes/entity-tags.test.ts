import { expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { ApplicationView } from '#contract/application-view.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import type { TestPerson } from '../testing/test-accounts.ts';
import { paperlessService, validAnswers } from '../testing/test-service.ts';
import { testSubmission } from '../testing/test-submission.ts';

const nik = '9903010101900001';

async function complete(app: TestApp, person: TestPerson = 'siti'): Promise<string> {
  const { path, body } = testSubmission([]);
  const data = { ...validAnswers, nik };
  const json = { ...body, serviceId: paperlessService.id, schemaVersion: 1, data };
  expect((await app.send(person, 'PUT', path, { json })).status).toBe(201);
  return path;
}

const read = async (app: TestApp, who: TestPerson, path: string, seen?: string) => {
  const answer = await app.send(who, 'GET', path, seen === undefined ? {} : { headers: { 'If-None-Match': seen } });
  return { answer, etag: answer.headers.get('etag') ?? '' };
};
const review = (app: TestApp, path: string, seen: string) =>
  app.send('officer', 'PUT', `${path}/decisions/${uuidv7()}`, {
    json: { action: 'review' },
    headers: { 'If-Match': seen },
  });

it('a promised day that the calendar moves is read by everybody, and holds up no decision', async () => {
  const calendar: { dueOn?: string } = {};
  const app = await openTestApp({
    adapt: (ports) => ({
      ...ports,
      applications: {
        ...ports.applications,
        find: async (id) => {
          const found = await ports.applications.find(id);
          return found === undefined ? found : { ...found, ...calendar };
        },
      },
    }),
  });
  const path = await complete(app);
  const before = await read(app, 'officer', path);
  expect((await read(app, 'officer', path, before.etag)).answer.status).toBe(304);
  calendar.dueOn = '2027-01-04';
  for (const who of ['officer', 'siti'] as const) {
    const { answer } = await read(app, who, path, before.etag);
    expect(ApplicationView.parse(await answer.json()).due?.dueOn).toBe(calendar.dueOn);
  }
  expect((await review(app, path, before.etag)).status).toBe(201);
  await app.close();
});

it('another one of the same person is seen by officials who read again, and holds up no decision', async () => {
  const app = await openTestApp();
  const path = await complete(app);
  const [officer, siti] = [await read(app, 'officer', path), await read(app, 'siti', path)];
  await complete(app, 'budi');
  const { answer, etag } = await read(app, 'officer', path, officer.etag);
  expect(ApplicationView.parse(await answer.json()).duplicates).toMatchObject([{ because: 'nik' }]);
  expect((await read(app, 'officer', path, etag)).answer.status).toBe(304);
  expect((await read(app, 'siti', path, siti.etag)).answer.status).toBe(304);
  expect((await review(app, path, officer.etag)).status).toBe(201);
  expect((await review(app, path, etag)).status).toBe(412);
  await app.close();
});
