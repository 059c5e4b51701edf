import { v7 as uuidv7 } from 'uuid';
import { announcementOf } from '#server/testing/test-submission.ts';
import { jsonBody, type MatrixThing } from './matrix-things.ts';

/** A request that changes nothing that another cell looks at, and what it is answered with by who lets it through. */
export interface Probe {
  readonly path: string;
  readonly init?: RequestInit;
  readonly allowed: readonly number[];
}

const read = (path: string): Probe => ({ path, allowed: [200] });
const tus = { 'Tus-Resumable': '1.0.0' };
/** Behind the end: whoever may write is told where it goes on, and nothing is written. */
const beyond = { ...tus, 'Upload-Offset': '999999', 'Content-Type': 'application/offset+octet-stream' };
const bytes = new Uint8Array(1);
const nobodys = '0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e4f';
const sharePath = `/v1/me/devices/${nobodys}/lock-shares/${nobodys}`;
const recoveryPath = `/v1/me/devices/${nobodys}/lock-recoveries/${nobodys}`;
const receiptOfNothing = {
  order: 'never.signed.here',
  doneAt: '2026-11-24T03:00:00Z',
  deleted: { drafts: 0, applications: 0, papers: 0, keptPapers: 0, sharedFiles: 0, others: 0 },
  keptSealed: 0,
  neverSent: [],
};

/** Of routes whose address names nothing of anybody's. */
export const openProbes: Readonly<Record<string, Probe>> = {
  'GET /.well-known/public-service-sync': read('/.well-known/public-service-sync'),
  'GET /v1/receipt-keys': read('/v1/receipt-keys'),
  'POST /v1/status-lookups': {
    path: '/v1/status-lookups',
    init: jsonBody({ registrationNumber: '3603-2099-000001', secret: '0' }),
    allowed: [404],
  },
  'GET /v1/services': read('/v1/services'),
  'GET /v1/services/:id': read('/v1/services/surat-uji'),
  'GET /v1/services/:id/schema': read('/v1/services/surat-uji/schema'),
  'GET /health/live': read('/health/live'),
  'GET /health/ready': read('/health/ready'),
  'GET /schemas/service-definition.json': read('/schemas/service-definition.json'),
  'GET /openapi.json': read('/openapi.json'),
  // This is no gateway: the keys of one are not found by everybody alike.
  'GET /.well-known/jwks.json': { path: '/.well-known/jwks.json', allowed: [404] },
  'GET /server-page.css': read('/server-page.css'),
  // There is no map here: it is not found by everybody alike.
  'GET /v1/map-tiles/:z/:x/:y': { path: '/v1/map-tiles/12/3261/2115', allowed: [404] },
  // There is no built app here: the page is not found by everybody alike.
  'GET /*': { path: '/masuk', allowed: [200, 404] },
  'POST /share': { path: '/share', allowed: [303] },
  'POST /v1/auth/otp': { path: '/v1/auth/otp', init: jsonBody({ phone: 'no number' }), allowed: [422] },
  'POST /v1/auth/token': {
    path: '/v1/auth/token',
    init: jsonBody({ grant_type: 'unknown' }),
    allowed: [400, 422],
  },
  'POST /v1/auth/revoke': { path: '/v1/auth/revoke', init: jsonBody({ token: 'nobody-has-this' }), allowed: [200] },
  // There is no provider here: its pages are not found by everybody alike.
  'GET /v1/auth/oidc': { path: '/v1/auth/oidc', allowed: [404] },
  'GET /v1/auth/oidc/callback': { path: '/v1/auth/oidc/callback?code=a&state=b', allowed: [404] },
  'GET /v1/auth/oidc/sign-out': { path: '/v1/auth/oidc/sign-out', allowed: [404] },
  'OPTIONS /v1/uploads/:upload': { path: `/v1/uploads/${'x'.repeat(32)}`, allowed: [204] },
  'GET /v1/me': read('/v1/me'),
  'GET /v1/me/sessions': read('/v1/me/sessions'),
  'DELETE /v1/me/sessions': { path: '/v1/me/sessions', allowed: [204] },
  'PUT /v1/me/phone': { path: '/v1/me/phone', init: jsonBody({ phone: '0812' }), allowed: [422] },
  // What is asked for is not said: whoever may ask is told so, and nothing is erased.
  'PUT /v1/me/erasure': { path: '/v1/me/erasure', init: jsonBody({}), allowed: [422] },
  'PUT /v1/me/devices/:id': { path: `/v1/me/devices/${nobodys}`, init: jsonBody({}), allowed: [422] },
  // Whoever may ask is told what is missing, and nobody has such a phone: nothing is kept and nothing goes.
  'PUT /v1/me/devices/:id/lock-shares/:shareId': { path: sharePath, init: jsonBody({}), allowed: [422] },
  'PUT /v1/me/devices/:id/lock-shares/:shareId/tries/:tryId': {
    path: `${sharePath}/tries/${nobodys}`,
    init: jsonBody({}),
    allowed: [422],
  },
  'DELETE /v1/me/devices/:id/lock-shares/:shareId': { path: sharePath, allowed: [204] },
  'PUT /v1/me/devices/:id/lock-recoveries/:recoveryId': { path: recoveryPath, init: jsonBody({}), allowed: [422] },
  'GET /v1/me/devices/:id/lock-recoveries/:recoveryId': { path: recoveryPath, allowed: [404] },
  'DELETE /v1/me/devices/:id/lock-recoveries/:recoveryId': { path: recoveryPath, allowed: [204] },
  'GET /v1/devices/:id/orders': read(`/v1/devices/${nobodys}/orders?nonce=${'n'.repeat(22)}`),
  // Nobody has ordered it: it is not found by everybody alike.
  'PUT /v1/devices/:id/orders/:orderId/receipt': {
    path: `/v1/devices/${nobodys}/orders/${nobodys}/receipt`,
    init: jsonBody(receiptOfNothing),
    allowed: [404],
  },
  // No messages are sent here: they are not found by every citizen alike.
  'GET /v1/me/notices': { path: '/v1/me/notices', allowed: [404] },
  'PUT /v1/me/notices': { path: '/v1/me/notices', init: jsonBody({}), allowed: [422] },
  'PUT /v1/push-subscriptions/:id': {
    path: `/v1/push-subscriptions/${nobodys}`,
    init: jsonBody({}),
    allowed: [422],
  },
  // Nobody has it: it is not found by everybody alike.
  'DELETE /v1/push-subscriptions/:id': { path: `/v1/push-subscriptions/${nobodys}`, allowed: [404] },
  'PUT /v1/me/upload-ticket': {
    path: '/v1/me/upload-ticket',
    init: jsonBody({ device: '0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e4f' }),
    allowed: [200],
  },
  'GET /v1/open-data/services.json': read('/v1/open-data/services.json'),
  'GET /v1/open-data/services.csv': read('/v1/open-data/services.csv'),
  'GET /v1/statistics': read('/v1/statistics?from=2026-11-01&to=2026-11-30'),
  'GET /v1/statistics/export': read('/v1/statistics/export?from=2026-11-01&to=2026-11-30&format=csv'),
  'GET /v1/changes': read('/v1/changes'),
  'GET /v1/claims': read('/v1/claims'),
  // Nobody was given it: it is not found by everybody alike.
  'GET /v1/issued': { path: '/v1/issued?number=470-001', allowed: [404] },
  'GET /v1/queue': read('/v1/queue'),
  'GET /v1/queue/counts': read('/v1/queue/counts'),
  'POST /v1/queue/searches': {
    path: '/v1/queue/searches',
    init: { ...jsonBody({ q: 'siti' }), method: 'POST' },
    allowed: [200],
  },
};

type ProbeOf<T> = (thing: T) => Probe;

/** Of routes whose address names an application, its document or its upload. */
export const thingProbes: Readonly<Record<string, ProbeOf<MatrixThing>>> = {
  'PUT /v1/applications/:id': ({ submission: { path, body } }) => ({
    path,
    init: jsonBody(body),
    // A field officer who may apply is asked for whom, and nothing is created.
    allowed: [200, 201, 422],
  }),
  'GET /v1/applications/:id': ({ submission: { path } }) => read(path),
  // Nobody's number was named with any of them: nothing waits for anybody.
  'PUT /v1/applications/:id/claim': ({ submission: { path } }) => ({
    path: `${path}/claim`,
    init: jsonBody({ nikEnding: '0000' }),
    allowed: [200],
  }),
  // Without If-Match: whoever may decide is asked which version was judged.
  'PUT /v1/applications/:id/decisions/:decId': ({ submission: { path } }) => ({
    path: `${path}/decisions/${uuidv7()}`,
    init: jsonBody({ action: 'review' }),
    allowed: [428],
  }),
  // Without If-Match: whoever may change it is asked which version they saw.
  'PUT /v1/applications/:id/revisions/:revId': ({ submission: { path, body } }) => ({
    path: `${path}/revisions/${uuidv7()}`,
    init: jsonBody(body),
    allowed: [428],
  }),
  'PUT /v1/applications/:id/withdrawals/:withdrawalId': ({ submission: { path } }) => ({
    path: `${path}/withdrawals/${uuidv7()}`,
    init: jsonBody({}),
    allowed: [428],
  }),
  'PUT /v1/applications/:id/assignment': ({ submission: { path } }) => ({
    path: `${path}/assignment`,
    init: jsonBody({ to: 'me' }),
    allowed: [428],
  }),
  'POST /v1/applications/:id/reveals': ({ submission: { path } }) => ({
    path: `${path}/reveals`,
    allowed: [200],
  }),
  // None of them has ended: whoever may answer is told so, and nothing is taken.
  'PUT /v1/applications/:id/survey/:surveyId': ({ submission: { path } }) => ({
    path: `${path}/survey/${uuidv7()}`,
    init: jsonBody({
      answers: { U1: 3, U2: 3, U3: 3, U4: 3, U5: 3, U6: 3, U7: 3, U8: 3, U9: 3 },
      answeredAt: '2026-11-24T03:00:00Z',
    }),
    allowed: [409],
  }),
  'PUT /v1/documents/:id': ({ submission: { id, papers }, documentId }) => {
    const [paper] = papers;
    if (paper === undefined) throw new Error('A thing of the matrix has a paper');
    return { path: `/v1/documents/${documentId}`, init: jsonBody(announcementOf(id, paper)), allowed: [200, 201] };
  },
  // Without If-Match: whoever may give it is asked what they saw.
  'PUT /v1/applications/:id/results/:resultId': ({ submission: { path } }) => ({
    path: `${path}/results/${uuidv7()}`,
    init: jsonBody({ kind: 'pickup', title: 'Surat', pickup: { place: 'Loket 1', from: '2026-12-01' } }),
    allowed: [428],
  }),
  'GET /v1/results/:id/content': ({ documentId }) => read(`/v1/results/${documentId}/content`),
  'GET /v1/documents/:id/content': ({ documentId }) => read(`/v1/documents/${documentId}/content`),
  'GET /v1/uploads/:upload': ({ upload }) => ({
    path: `/v1/uploads/${upload}`,
    init: { method: 'HEAD', headers: tus },
    allowed: [200],
  }),
  'PATCH /v1/uploads/:upload': ({ upload }) => ({
    path: `/v1/uploads/${upload}`,
    init: { headers: beyond, body: bytes },
    allowed: [409, 413],
  }),
  'POST /v1/uploads/:upload': ({ upload }) => ({
    path: `/v1/uploads/${upload}`,
    init: { headers: { ...beyond, 'X-HTTP-Method-Override': 'PATCH' }, body: bytes },
    allowed: [409, 413],
  }),
};

/** Of routes whose address names a session, by its id. */
export const sessionProbes: Readonly<Record<string, ProbeOf<string>>> = {
  'DELETE /v1/me/sessions/:id': (id) => ({ path: `/v1/me/sessions/${id}`, allowed: [204] }),
};

/** Of routes whose address names a phone, by its id. */
export const deviceProbes: Readonly<Record<string, ProbeOf<string>>> = {
  'PUT /v1/me/devices/:id/orders/:orderId': (id) => ({
    path: `/v1/me/devices/${id}/orders/${uuidv7()}`,
    init: jsonBody({ action: 'sign-out' }),
    allowed: [201],
  }),
};
