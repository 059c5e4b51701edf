import { afterAll, beforeAll, describe, test } from 'vitest';
import { type BrokenCopy, catcher, makeCopy } from './broken-copy.ts';

let copy: BrokenCopy;
beforeAll(() => {
  copy = makeCopy();
});
afterAll(() => copy.remove());
const expectCaught = catcher(() => copy);
const matrix = ['node', 'tools/authz-matrix.ts'];

describe('the matrix of who may do what', () => {
  test('a new route without a policy is refused', async () => {
    await expectCaught(
      matrix,
      {
        'server/http/access.ts': (text) =>
          text.replace(
            `['GET /health/live', 'public'],`,
            `['GET /health/live', 'public'],\n  ['GET /v1/baru', 'signed-in'],`,
          ),
        'server/routes/page-routes.ts': (text) =>
          text.replace(
            `app.get('/health/live'`,
            `app.get('/v1/baru', (c) => c.text('baru'));\n  app.get('/health/live'`,
          ),
      },
      [/GET \/v1\/baru: expected a policy, found none/],
    );
  });

  test('an official who sees another office, a role too many, and an answer that tells an id apart are found (F84)', async () => {
    await expectCaught(
      matrix,
      {
        'src/domain/office/office.ts': (text) => text.replace('|| !isWithin(office.area, post.area)', ''),
        'src/contract/responses.ts': (text) =>
          text.replace(`['verifikator', 'penandatangan']`, `['verifikator', 'penandatangan', 'admin']`),
        'server/routes/upload-routes.ts': (text) =>
          text.replace(
            /return document === undefined \|\| !mayUpload.*\n/,
            `if (document === undefined) return refusal('not-found');\n    return mayUpload(getPrincipal(c), document) ? document : refusal('not-found', { 'X-Known': '1' });\n`,
          ),
      },
      [
        /GET \/v1\/applications\/:id as villageTwo, complete, village 1: expected hidden, found allowed/,
        /GET \/v1\/queue as admin: expected refused, found allowed/,
        /PATCH \/v1\/uploads\/:upload as neighbour, complete, village 1: expected hidden, found hidden, but told apart/,
      ],
    );
  });
});
