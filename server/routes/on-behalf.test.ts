import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApplicationView } from '#contract/application-view.ts';
import { QueuePage } from '#contract/queue-schemas.ts';
import { Problem } from '#contract/schemas.ts';
import { consentSlot } from '#domain/resident/consent.ts';
import { spokenConsent } from '../testing/test-consent.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { paperlessService } from '../testing/test-service.ts';
import { testPaper, testSubmission } from '../testing/test-submission.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const spoken = { onBehalfOf: spokenConsent };
function signed(proof: string) {
  const { witness: _witness, ...consent } = spokenConsent.consent;
  return { onBehalfOf: { ...spokenConsent, consent: { ...consent, method: 'signature', proof } } };
}
const send = (person: 'fieldOfficer' | 'siti', { path, body }: ReturnType<typeof testSubmission>, more: object) =>
  app.send(person, 'PUT', path, { json: { ...body, ...more } });
async function refusalOf(answer: Response) {
  const { type, errors } = Problem.parse(await answer.json());
  return [answer.status, type, errors?.map(({ pointer, code }) => [pointer, code])];
}
const invalid = 'urn:ajukan:problem:invalid-request';

describe('what a field officer puts in', () => {
  it('is refused without the resident and their consent', async () => {
    const submission = testSubmission();
    expect(await refusalOf(await send('fieldOfficer', submission, {}))).toEqual([
      422,
      invalid,
      [['/onBehalfOf', 'required']],
    ]);
    expect((await app.send('fieldOfficer', 'GET', submission.path)).status).toBe(404);
  });

  it('may not be said by anybody else: nobody speaks for others', async () => {
    expect(await refusalOf(await send('siti', testSubmission(), spoken))).toEqual([
      422,
      invalid,
      [['/onBehalfOf', 'notAllowed']],
    ]);
  });

  it('shows the resident as the applicant and the officer as who put it in, to the office’s list and in itself', async () => {
    const { id: serviceId, schemaVersion } = paperlessService;
    const submission = testSubmission([]);
    expect((await send('fieldOfficer', submission, { ...spoken, serviceId, schemaVersion })).status).toBe(201);
    const own = testSubmission([]);
    expect((await send('siti', own, { serviceId, schemaVersion })).status).toBe(201);
    const submittedBy = { accountId: 'pendamping', name: 'KANARI Pendamping' };
    const read = await app.send('officer', 'GET', submission.path);
    expect(ApplicationView.parse(await read.json())).toMatchObject({ ...spoken, submittedBy });
    const { items } = QueuePage.parse(await (await app.send('officer', 'GET', '/v1/queue')).json());
    expect(items.map(({ id, applicantName, submittedBy: by }) => [id, applicantName, by])).toEqual([
      [submission.id, 'KANARI Warga', submittedBy],
      [own.id, 'KANARI Uji', undefined],
    ]);
  });

  it('has the signature among its papers, found by its SHA-256', async () => {
    const proof = testPaper(consentSlot);
    const submission = testSubmission([testPaper(), proof]);
    expect((await send('fieldOfficer', submission, signed(proof.file.sha256))).status).toBe(201);
    expect((await send('fieldOfficer', submission, signed(proof.file.sha256))).status).toBe(200);
    const view = ApplicationView.parse(await (await app.send('fieldOfficer', 'GET', submission.path)).json());
    expect(view.documents.map(({ slot }) => slot)).toEqual(['ktp', consentSlot]);
  });

  it.each<[what: string, more: object, pointer: string]>([
    ['a signature that is not there', signed('a'.repeat(64)), '/onBehalfOf/consent/proof'],
    [
      'a word of mouth that nobody heard',
      { onBehalfOf: { ...spokenConsent, consent: { ...spokenConsent.consent, witness: undefined } } },
      '/onBehalfOf/consent/witness',
    ],
    [
      'a word of mouth with a picture',
      { onBehalfOf: { ...spokenConsent, consent: { ...spokenConsent.consent, proof: 'a'.repeat(64) } } },
      '/onBehalfOf/consent/proof',
    ],
    ['nobody’s name', { onBehalfOf: { ...spokenConsent, name: '' } }, '/onBehalfOf/name'],
  ])('is refused with %s', async (_what, more, pointer) => {
    const answer = await send('fieldOfficer', testSubmission(), more);
    expect([answer.status, Problem.parse(await answer.json()).errors?.map((error) => error.pointer)]).toEqual([
      422,
      [pointer],
    ]);
  });

  it('takes no other paper in the place of the consent', async () => {
    const proof = testPaper(consentSlot);
    const submission = testSubmission([testPaper(), proof, testPaper(consentSlot)]);
    expect(await refusalOf(await send('fieldOfficer', submission, signed(proof.file.sha256)))).toMatchObject([
      422,
      'urn:ajukan:problem:invalid-answers',
      [[`/documents/${consentSlot}`, 'unknownField']],
    ]);
    const alone = testSubmission([testPaper(), testPaper(consentSlot)]);
    expect((await send('siti', alone, {})).status).toBe(422);
  });
});
