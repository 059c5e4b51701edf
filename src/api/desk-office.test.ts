import { describe, expect, it } from 'vitest';
import { createDeskOffice } from './desk-office.ts';
import type { HttpAnswer, HttpClient, HttpRequest, Silence } from './http-client.ts';

const id = '0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e4f';
const at = '2026-11-26T03:00:00.000Z';

function answered(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  const mediaType = status < 300 ? 'application/json' : 'application/problem+json';
  return { kind: 'answer', status, mediaType, body, header: (name) => headers[name] ?? null };
}

function officeOf(answer: HttpAnswer | Silence) {
  const sent: HttpRequest[] = [];
  const http: HttpClient = {
    send: (request) => {
      sent.push(request);
      return Promise.resolve(answer);
    },
  };
  return { office: createDeskOffice(http, () => 0), sent };
}

const line = {
  id,
  registrationNumber: '3603-2026-000001',
  serviceId: 'sktm',
  status: 'submitted',
  version: 1,
  receivedAt: at,
};
const view = { ...line, schemaVersion: 2, data: { nama: 'Siti' }, documents: [], updatedAt: at, reason: null };

describe('what the office tells the desk', () => {
  it('a page of the list, with what an older office does not tell left empty', async () => {
    const told = {
      ...line,
      applicantName: 'Siti',
      office: { level: 'desa', area: '36.03.01.2003' },
      due: { dueOn: '2026-11-30' },
      assignee: { accountId: 'o', name: 'Rina' },
      duplicates: true,
      sealed: true,
      submittedBy: { accountId: 'p', name: 'Budi' },
    };
    const { office } = officeOf(answered(200, { items: [told, line], next: 'further' }));
    const page = await office.page({}, null);
    expect(page).toMatchObject({
      kind: 'ok',
      value: {
        lines: [
          {
            applicantName: 'Siti',
            office: { level: 'desa', area: '36.03.01.2003' },
            dueOn: '2026-11-30',
            assignee: { name: 'Rina' },
            hasDuplicates: true,
            isSealed: true,
            submittedBy: 'Budi',
          },
          { applicantName: null, office: null, dueOn: null, assignee: null, hasDuplicates: false, isSealed: false },
        ],
        next: 'further',
      },
    });
  });

  it('a line that can not be read spoils the page: nothing is silently missing from it', async () => {
    const { office } = officeOf(answered(200, { items: [line, { ...line, status: 7 }], next: null }));
    expect(await office.page({}, null)).toEqual({ kind: 'offline' });
  });

  it('the counts, and who is asking', async () => {
    const counts = { byStatus: { submitted: 3 }, late: 1, dueToday: 0, mine: 2 };
    expect(await officeOf(answered(200, counts)).office.counts()).toEqual({ kind: 'ok', value: counts });
    const posts = [{ level: 'desa', area: '36.03.01.2003', services: ['sktm'] }, { level: 'moon' }];
    const me = { accountId: 'o', name: 'Rina', roles: ['verifikator'], posts };
    expect(await officeOf(answered(200, me)).office.official()).toEqual({
      kind: 'ok',
      value: { ...me, posts: [posts[0]] },
    });
  });

  it('an application with its papers, its story and its doubles', async () => {
    const told = {
      ...view,
      documents: [{ id: 'd', slot: 'ktp', mediaType: 'image/jpeg', size: 5, sha256: 'x', state: 'clean' }],
      history: [{ at, action: 'received', status: 'submitted', by: 'applicant' }],
      due: { workingDays: 1, dueOn: null, pausedSince: at },
      results: [{ id: 'r', kind: 'pickup', title: 'Surat', at, pickup: { place: 'Loket 1', from: '2026-12-01' } }],
      duplicates: [{ id: 'e', registrationNumber: '3603-2026-000002', because: 'nik' }],
      onBehalfOf: { name: 'Siti' },
      submittedBy: { accountId: 'p', name: 'Budi' },
      fields: ['/nama'],
    };
    const { office } = officeOf(answered(200, told, { etag: '"1.1"' }));
    expect(await office.item(id)).toMatchObject({
      kind: 'ok',
      value: {
        etag: '"1.1"',
        papers: [{ id: 'd', slot: 'ktp', sizeBytes: 5, state: 'clean' }],
        history: [{ action: 'received', by: 'applicant', role: null, reasonCode: null }],
        due: { workingDays: 1, dueOn: null, pausedSinceMs: Date.parse(at) },
        results: [{ id: 'r', pickup: { place: 'Loket 1', from: '2026-12-01', until: null, bring: null } }],
        duplicates: [{ id: 'e', because: 'nik' }],
        onBehalf: { name: 'Siti', submittedBy: 'Budi' },
        fields: ['/nama'],
      },
    });
    expect(await office.item('another')).toEqual({ kind: 'offline' });
  });

  it.each([
    [401, { kind: 'signed-out' }],
    [403, { kind: 'not-allowed' }],
    [404, { kind: 'gone' }],
    [426, { kind: 'other-version' }],
    [500, { kind: 'offline' }],
  ])('a %i is a value', async (status, expected) => {
    const { office } = officeOf(answered(status, { type: 'urn:ajukan:problem:x', title: 'x', status }));
    expect(await office.item(id)).toEqual(expected);
  });

  it('a refusal carries its kind', async () => {
    const problem = { type: 'urn:ajukan:problem:assigned-elsewhere', title: 'Taken', status: 409 };
    const { office } = officeOf(answered(409, problem));
    expect(await office.assign(id, 'me', false, '"1.0"')).toMatchObject({
      kind: 'refused',
      status: 409,
      problem: 'assigned-elsewhere',
    });
  });
});

describe('what the desk asks', () => {
  it('filters stand in the address; a name or a number that is looked for never does', async () => {
    const page = answered(200, { items: [], next: null });
    const plain = officeOf(page);
    await plain.office.page({ statuses: ['submitted', 'returned'], serviceId: 'sktm', due: 'late', sort: 'due' }, 'x');
    expect(plain.sent[0]).toMatchObject({
      method: 'GET',
      target: '/v1/queue?status=submitted%2Creturned&service=sktm&due=late&sort=due&after=x&limit=200',
    });
    const searched = officeOf(page);
    await searched.office.page({ search: ' 9903010101900001 ', assignee: 'none' }, null);
    expect(searched.sent[0]).toMatchObject({
      method: 'POST',
      target: '/v1/queue/searches',
      body: JSON.stringify({ assignee: 'none', limit: 50, q: '9903010101900001' }),
    });
  });

  it('a decision and an assignment name the state that was looked at', async () => {
    const { office, sent } = officeOf(answered(200, { id }));
    await office.decide(id, 'dec', { action: 'review' }, '"1.0"');
    await office.assign(id, null, true, '"1.0"');
    expect(sent.map(({ target, headers, body }) => [target, headers?.['If-Match'], body])).toEqual([
      [`/v1/applications/${id}/decisions/dec`, '"1.0"', '{"action":"review"}'],
      [`/v1/applications/${id}/assignment`, '"1.0"', '{"to":null,"force":true}'],
    ]);
  });

  it('whole numbers are asked for by nothing but the id, and what is no answer to that is none', async () => {
    const numbers = { '/nik': '9903010101900001', '/lain': 5 };
    const { office, sent } = officeOf(answered(200, { version: 2, numbers, later: true }));
    expect(await office.reveal(id)).toEqual({
      kind: 'ok',
      value: { version: 2, numbers: new Map([['/nik', '9903010101900001']]) },
    });
    expect(sent).toEqual([{ method: 'POST', target: `/v1/applications/${id}/reveals` }]);
    for (const other of [{ version: 2 }, { numbers }, 'ok'])
      expect(await officeOf(answered(200, other)).office.reveal(id)).toEqual({ kind: 'offline' });
  });

  it('a result is announced, and its bytes go on from where the office is', async () => {
    const ticket = { id: 'r', state: 'uploading', uploadUrl: '/v1/uploads/k', offset: 3 };
    const announced = officeOf(answered(200, ticket));
    const words = { kind: 'file', title: 'Surat', sizeBytes: 5, sha256: 'x' } as const;
    expect(await announced.office.putResult(id, 'r', words, '"3.1"')).toMatchObject({
      kind: 'ok',
      value: { state: 'expected', uploadUrl: '/v1/uploads/k', offsetBytes: 3 },
    });
    const held: HttpAnswer = { ...answered(204, undefined, { 'upload-offset': '5' }), mediaType: '' };
    expect(await officeOf(held).office.append('/v1/uploads/k', 3, new ArrayBuffer(2))).toEqual({
      kind: 'ok',
      value: 5,
    });
    const lost = officeOf({ ...answered(409, undefined), mediaType: '' });
    expect(await lost.office.append('/v1/uploads/k', 3, new ArrayBuffer(2))).toMatchObject({
      kind: 'refused',
      problem: 'offset-conflict',
    });
  });
});
