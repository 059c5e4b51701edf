import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { ApplicationView } from '#contract/application-view.ts';
import { DocumentTicket, Problem, ReceiptWire } from '#contract/schemas.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import type { TestPerson } from '../testing/test-accounts.ts';
import { announcementOf, testPaper, testSubmission, type TestPaper } from '../testing/test-submission.ts';
import { validAnswers } from '../testing/test-service.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

async function upload(applicationId: string, paper: TestPaper): Promise<void> {
  const announced = await app.send('siti', 'PUT', `/v1/documents/${paper.id}`, {
    json: announcementOf(applicationId, paper),
  });
  const { uploadUrl } = DocumentTicket.parse(await announced.json());
  if (uploadUrl === null) return;
  const answer = await app.send('siti', 'PATCH', uploadUrl, {
    body: paper.file.bytes,
    headers: {
      'Tus-Resumable': '1.0.0',
      'Upload-Offset': '0',
      'Content-Type': 'application/offset+octet-stream',
    },
  });
  expect(answer.status).toBe(204);
}

const view = async (path: string, who: TestPerson = 'siti') =>
  ApplicationView.parse(await (await app.send(who, 'GET', path)).json());

/** An application that the office has given back for its name and its KTP. */
async function returned() {
  const submission = testSubmission();
  await app.send('siti', 'PUT', submission.path, { json: submission.body });
  for (const paper of submission.papers) await upload(submission.id, paper);
  const seen = await app.send('officer', 'GET', submission.path);
  const decided = await app.send('officer', 'PUT', `${submission.path}/decisions/${uuidv7()}`, {
    json: { action: 'return', reason: 'Foto KTP buram', fields: ['/nama', '/documents/ktp'] },
    headers: { 'If-Match': seen.headers.get('etag') ?? '' },
  });
  expect(decided.status).toBe(201);
  return { ...submission, version: (await view(submission.path)).version };
}
type Returned = Awaited<ReturnType<typeof returned>>;

const repaired = ({ body }: Returned, papers: readonly TestPaper[], answers: object = {}) => {
  const { claim: _claim, ...form } = { claim: undefined, ...body };
  return {
    ...form,
    data: { ...validAnswers, ...answers },
    documents: papers.map(({ id, slot, file: { mediaType, size, sha256 } }) => ({ id, slot, mediaType, size, sha256 })),
  };
};

const revise = (
  { path, version }: Returned,
  json: object,
  {
    id = uuidv7(),
    who = 'siti',
    ifMatch = `"${version}"`,
  }: { id?: string; who?: TestPerson; ifMatch?: string | null } = {},
) =>
  app.send(who, 'PUT', `${path}/revisions/${id}`, {
    json,
    headers: ifMatch === null ? {} : { 'If-Match': ifMatch },
  });

describe('PUT /v1/applications/{id}/revisions/{revId}', () => {
  it('changes everything at once when its last new paper is there, under the same number', async () => {
    const one = await returned();
    const before = await view(one.path);
    const paper = testPaper();
    const id = uuidv7();
    const body = repaired(one, [paper], { nama: 'Siti Aminah' });
    const taken = await revise(one, body, { id });
    expect(taken.status).toBe(201);
    expect(ReceiptWire.parse(await taken.json())).toMatchObject({ status: 'returned', missingDocuments: [paper.id] });
    expect(await view(one.path)).toMatchObject({ status: 'returned', version: one.version, data: before.data });

    await upload(one.id, paper);
    const after = await view(one.path);
    expect(after).toMatchObject({
      registrationNumber: before.registrationNumber,
      status: 'submitted',
      version: one.version + 1,
      reason: null,
      fields: [],
      data: { nama: 'Siti Aminah' },
    });
    expect(after.documents.map((document) => document.id)).toEqual([paper.id]);
    expect(after.history?.map(({ action, by }) => `${action} by ${by}`)).toEqual([
      'received by applicant',
      'return by official',
      'revise by applicant',
    ]);
    const again = await revise(one, body, { id, ifMatch: null });
    expect(again.status).toBe(200);
    expect(ReceiptWire.parse(await again.json())).toMatchObject({ status: 'submitted', missingDocuments: [] });
    expect((await view(one.path)).version).toBe(one.version + 1);
  });

  it('is known again by an office that takes nothing without a seal since', async () => {
    await app.close();
    let isRequired = false;
    app = await openTestApp({
      adapt: (ports) => ({
        ...ports,
        openSubmission: async (...asked) =>
          isRequired ? { kind: 'sealing-required' } : await ports.openSubmission(...asked),
      }),
    });
    const one = await returned();
    const body = repaired(one, one.papers, { nama: 'Siti A' });
    const id = uuidv7();
    expect((await revise(one, body, { id })).status).toBe(201);
    isRequired = true;
    expect((await revise(one, body, { id })).status).toBe(200);
    expect((await revise(one, body)).status).toBe(412);
  });

  it('keeps a paper by the id that it has', async () => {
    const one = await returned();
    const answer = await revise(one, repaired(one, one.papers, { nama: 'Siti A' }));
    expect(ReceiptWire.parse(await answer.json())).toMatchObject({ status: 'submitted', missingDocuments: [] });
    const after = await view(one.path);
    expect(after.documents.map(({ id }) => id)).toEqual(one.papers.map(({ id }) => id));
  });

  it('wants to know which version was seen, and overwrites no newer one', async () => {
    const one = await returned();
    const body = repaired(one, one.papers);
    expect((await revise(one, body, { ifMatch: null })).status).toBe(428);
    expect((await revise(one, body, { ifMatch: `"${one.version - 1}"` })).status).toBe(412);
    expect((await revise(one, body, { ifMatch: `W/"${one.version}.7.c"` })).status).toBe(201);
    expect((await revise(one, body)).status).toBe(412);
  });

  it('is refused while it is not the applicant’s turn, of other papers, and by the rules of the form', async () => {
    const fresh = testSubmission();
    await app.send('siti', 'PUT', fresh.path, { json: fresh.body });
    expect((await revise({ ...fresh, version: 1 }, repaired({ ...fresh, version: 1 }, fresh.papers))).status).toBe(409);
    const one = await returned();
    const foreign = await revise(one, repaired(one, fresh.papers));
    expect(Problem.parse(await foreign.json()).errors).toEqual([
      { pointer: '/documents/ktp', code: 'documentNotAccepted' },
    ]);
    expect((await revise(one, repaired(one, one.papers, { nama: '' }))).status).toBe(422);
    expect((await revise(one, repaired(one, []))).status).toBe(422);
    expect((await view(one.path)).version).toBe(one.version);
  });

  it('of somebody else, or of nobody, is as if it were not there', async () => {
    const one = await returned();
    const body = repaired(one, one.papers);
    expect((await revise(one, body, { who: 'budi' })).status).toBe(404);
    expect((await revise({ ...one, path: `/v1/applications/${uuidv7()}` }, body)).status).toBe(404);
  });

  it('that still waits for papers gives way to a later one, and never comes back', async () => {
    const one = await returned();
    const [first, second] = [testPaper(), testPaper()];
    const id = uuidv7();
    await revise(one, repaired(one, [first]), { id });
    await revise(one, repaired(one, [second], { nama: 'Kedua' }));
    await upload(one.id, first);
    expect(await view(one.path)).toMatchObject({ status: 'returned' });
    expect((await revise(one, repaired(one, [first]), { id })).status).toBe(412);
    await upload(one.id, second);
    expect(await view(one.path)).toMatchObject({ status: 'submitted', data: { nama: 'Kedua' } });
  });
});

describe('PUT /v1/applications/{id}/withdrawals/{withdrawalId}', () => {
  const withdraw = (path: string, version: number, id = uuidv7(), who: TestPerson = 'siti') =>
    app.send(who, 'PUT', `${path}/withdrawals/${id}`, {
      json: { reason: 'Sudah diurus di kantor' },
      headers: { 'If-Match': `"${version}"` },
    });

  it('takes an application back once, tells why, and is the end of it', async () => {
    const one = await returned();
    const id = uuidv7();
    expect((await withdraw(one.path, one.version, id)).status).toBe(201);
    expect((await withdraw(one.path, one.version, id)).status).toBe(200);
    const after = await view(one.path, 'officer');
    expect(after).toMatchObject({ status: 'withdrawn', version: one.version + 1 });
    expect(after.history?.at(-1)).toMatchObject({
      action: 'withdraw',
      by: 'applicant',
      reason: 'Sudah diurus di kantor',
    });
    expect((await revise({ ...one, version: after.version }, repaired(one, one.papers))).status).toBe(409);
    expect((await withdraw(one.path, after.version)).status).toBe(409);
  });

  it('is nobody else’s, and not of an older state', async () => {
    const one = await returned();
    expect((await withdraw(one.path, one.version, uuidv7(), 'budi')).status).toBe(404);
    expect((await withdraw(one.path, one.version - 1)).status).toBe(412);
  });
});
