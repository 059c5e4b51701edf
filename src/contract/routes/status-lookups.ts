import { createRoute, z } from '@hono/zod-openapi';
import { anyTrouble, forEverybody, jsonAnswer, jsonBody, otherBody, problem, problemLater } from '../responses.ts';
import { ApplicationStatus, basePath, Timestamp } from '../schemas.ts';

const StatusLookup = z
  .object({
    registrationNumber: z.string().min(1).max(40),
    /** As the receipt has it, in any writing: spaces, dashes and small letters are the same secret. */
    secret: z.string().min(1).max(80),
  })
  .openapi('StatusLookup');

export const StatusLookupView = z
  .looseObject({
    status: ApplicationStatus,
    /** WIB day that was promised; null while it is the applicant's turn, and where nothing is promised. */
    dueOn: z.iso.date().nullable(),
    updatedAt: Timestamp,
  })
  .openapi('StatusLookupView');

export const createStatusLookup = createRoute({
  method: 'post',
  path: `${basePath}/status-lookups`,
  operationId: 'createStatusLookup',
  summary: 'Where an application is, for who holds its receipt',
  description:
    'With the number and the secret of the receipt, in the body so that neither lies in a log. Nothing else is told: no ' +
    'name, no service, no answer, no reason. A wrong secret and an unknown number get the same answer.',
  ...forEverybody,
  request: { body: jsonBody(StatusLookup) },
  responses: {
    200: jsonAnswer('Where it is.', StatusLookupView),
    400: problem('Not JSON.'),
    404: problem('There is none with this number and this secret.'),
    413: problem('The body is too large.'),
    415: otherBody,
    422: problem('Refused; `errors` says where and why.'),
    429: problemLater('Too many tries.'),
    503: anyTrouble[503],
  },
});
