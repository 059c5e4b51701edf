import { createRoute, z } from '@hono/zod-openapi';
import {
  anyTrouble,
  forApplicants,
  jsonAnswer,
  jsonBody,
  needsSession,
  otherBody,
  problem,
  sessionSecurity,
} from '../responses.ts';
import { basePath } from '../schemas.ts';

const ErasureRequestBody = z
  .looseObject({
    /** Said on purpose: this can't be taken back. */
    erase: z.literal('everything-not-kept-by-law'),
  })
  .openapi('ErasureRequest');

export const ErasureAnswer = z
  .looseObject({
    requestedAt: z.iso.datetime(),
    /** Until then the office says what becomes of what it keeps: 3 x 24 hours. */
    dueAt: z.iso.datetime(),
    erasedApplications: z.int().min(0),
    /** Complete ones: kept for as long as the archive rules of the office ask. */
    keptApplications: z.int().min(0),
  })
  .openapi('Erasure');

export const putErasure = createRoute({
  method: 'put',
  path: `${basePath}/me/erasure`,
  operationId: 'putErasure',
  summary: 'Ask that the office erases what it has of this account',
  description:
    'Incomplete applications and their papers go at once, and their ids are never taken again (410). What the office has ' +
    'worked on, or is to, is kept for as long as the law asks, counted in the answer, and noted with its due time. Every ' +
    'session of the account ends. Repeated, the request is the same one.',
  security: sessionSecurity,
  ...forApplicants,
  request: { body: jsonBody(ErasureRequestBody) },
  responses: {
    200: jsonAnswer('Erased, and noted.', ErasureAnswer),
    400: problem('Not JSON.'),
    ...needsSession,
    403: problem('Applicants only, or a cookie came from another site.'),
    413: problem('The body is too large.'),
    415: otherBody,
    422: problem('It was not said what is asked for; `errors` says where.'),
    ...anyTrouble,
  },
});
