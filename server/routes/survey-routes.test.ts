import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Problem } from '#contract/schemas.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import type { TestPerson } from '../testing/test-accounts.ts';
import { testSubmission } from '../testing/test-submission.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const answers = { U1: 4, U2: 3, U3: 2, U4: 1, U5: 4, U6: 3, U7: 2, U8: 1, U9: 4 };
const body = { answers, answeredAt: '2026-11-24T03:00:00Z' };

async function decided(action: string | null) {
  const submission = testSubmission([]);
  const { device: _device, ...form } = submission.body;
  const json = { ...form, serviceId: 'surat-tanpa-berkas', schemaVersion: 1 };
  expect((await app.send('siti', 'PUT', submission.path, { json })).status).toBe(201);
  if (action === null) return submission.path;
  const seen = await app.send('officer', 'GET', submission.path);
  const put = await app.send('officer', 'PUT', `${submission.path}/decisions/${uuidv7()}`, {
    json: { action, reason: 'Sudah pernah dibuat' },
    headers: { 'If-Match': seen.headers.get('etag') ?? '' },
  });
  expect(put.status).toBe(201);
  return submission.path;
}

const answer = (path: string, json: object = body, { id = uuidv7(), who = 'siti' }: Sent = {}) =>
  app.send(who, 'PUT', `${path}/survey/${id}`, { json });
interface Sent {
  readonly id?: string;
  readonly who?: TestPerson;
}
const typeOf = async (response: Response) =>
  Problem.parse(await response.json())
    .type.split(':')
    .at(-1);

describe('PUT /v1/applications/{id}/survey/{surveyId}', () => {
  it('is taken once, when the service has ended', async () => {
    const path = await decided('reject');
    const id = uuidv7();
    const first = await answer(path, body, { id });
    expect(first.status).toBe(201);
    expect(z.looseObject({ id: z.string() }).parse(await first.json()).id).toBe(id);
    expect((await answer(path, body, { id })).status).toBe(200);
    expect(await typeOf(await answer(path, { ...body, answers: { ...answers, U1: 1 } }, { id }))).toBe(
      'content-conflict',
    );
    expect(await typeOf(await answer(path))).toBe('content-conflict');
    expect(await app.rows('survey_batch')).toMatchObject([{ answers: 1, u1: 4, u4: 1, u9: 4, filled_on: null }]);
  });

  it('waits for the end', async () => {
    expect(await typeOf(await answer(await decided(null)))).toBe('transition-not-allowed');
    expect(await typeOf(await answer(await decided('review')))).toBe('transition-not-allowed');
  });

  it('is of the applicant alone', async () => {
    const path = await decided('reject');
    expect((await answer(path, body, { who: 'budi' })).status).toBe(404);
    expect((await answer(path, body, { who: 'officer' })).status).toBe(403);
    expect((await answer(`/v1/applications/${uuidv4()}`)).status).toBe(404);
    expect(await app.rows('survey_batch')).toEqual([]);
  });

  it.each([
    ['a score out of range', { ...body, answers: { ...answers, U3: 5 } }],
    ['half a score', { ...body, answers: { ...answers, U3: 2.5 } }],
    ['a question left out', { ...body, answers: { ...answers, U9: undefined } }],
    ['a question too many', { ...body, answers: { ...answers, U10: 1 } }],
    ['a comment too long', { ...body, comment: 'x'.repeat(501) }],
    ['a comment that is no text', { ...body, comment: 'a\u0000b' }],
  ])('refuses %s', async (_what, json) => {
    const path = await decided('reject');
    expect((await answer(path, json)).status).toBe(422);
    expect((await answer(path)).status).toBe(201);
  });

  it('keeps sums of five, in which nobody is named', async () => {
    for (let count = 0; count < 6; count += 1)
      expect((await answer(await decided('reject'), { ...body, comment: `Kata ${count}` })).status).toBe(201);
    const batches = await app.rows('survey_batch');
    expect(batches).toHaveLength(2);
    expect(batches).toContainEqual(expect.objectContaining({ answers: 5, u1: 20, filled_on: '2026-11-24' }));
    expect(batches).toContainEqual(expect.objectContaining({ answers: 1, u1: 4, filled_on: null }));
    const told = JSON.stringify([...batches, ...(await app.rows('survey_comment'))]);
    const given = await app.rows('survey_given');
    expect(given).toHaveLength(6);
    for (const { application_id: applicationId, id } of given) {
      expect(told).not.toContain(applicationId);
      expect(told).not.toContain(id);
    }
  });
});
