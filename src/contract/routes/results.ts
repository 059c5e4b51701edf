import { createRoute, z } from '@hono/zod-openapi';
import {
  anyTrouble,
  forEverybody,
  forOfficers,
  forSignedIn,
  ifMatchSeen,
  jsonAnswer,
  jsonBody,
  needsSession,
  otherBody,
  problem,
  sessionSecurity,
} from '../responses.ts';
import { IssuedDocumentView, ResultBody, ResultTicket } from '../result-schemas.ts';
import { basePath, Id } from '../schemas.ts';

export const putResult = createRoute({
  method: 'put',
  path: `${basePath}/applications/{id}/results/{resultId}`,
  operationId: 'putResult',
  summary: 'An office gives what was applied for: a PDF, or where and when to fetch it',
  description:
    'The bytes of a PDF go to `uploadUrl` as those of a document, are looked through like them, and the applicant is told when ' +
    'they are whole. The signature on it is the office’s own business: this server makes none. A result is never taken back; a ' +
    'later one stands beside it. A repetition is recognised before If-Match is looked at, so a lost answer never becomes a 412.',
  security: sessionSecurity,
  ...forOfficers,
  request: { params: z.object({ id: Id, resultId: Id }), headers: ifMatchSeen, body: jsonBody(ResultBody) },
  responses: {
    200: jsonAnswer('Known already.', ResultTicket),
    201: jsonAnswer('Taken.', ResultTicket),
    400: problem('Not JSON.'),
    ...needsSession,
    403: problem('Officials only, and each in the status that is theirs.'),
    404: problem('No such application in the queue of your office.'),
    409: problem(
      'The id is used with other content, the number is another document’s, the status does not allow it, or somebody else ' +
        'has taken the application (`type` ends in assigned-elsewhere).',
    ),
    412: problem('The application has changed since: read it again.'),
    413: problem('The document, or the body, is too large.'),
    415: otherBody,
    422: problem('Refused; `errors` says where and why.'),
    428: problem('If-Match is missing.'),
    ...anyTrouble,
  },
});

export const getResultContent = createRoute({
  method: 'get',
  path: `${basePath}/results/{id}/content`,
  operationId: 'getResultContent',
  summary: 'The PDF that an office has given, for the applicant and the officials of the office',
  security: sessionSecurity,
  ...forSignedIn,
  request: { params: z.object({ id: Id }) },
  responses: {
    200: {
      description: 'Always an attachment, never to be opened as a page of this site.',
      content: { 'application/pdf': { schema: { type: 'string' as const, format: 'binary' } } },
    },
    ...needsSession,
    404: problem('Unknown, not whole, or not yours to see.'),
    410: problem('Its bytes are gone: the term of keeping them has ended (`type` ends in expired).'),
    ...anyTrouble,
  },
});

export const getIssued = createRoute({
  method: 'get',
  path: `${basePath}/issued`,
  operationId: 'getIssued',
  summary: 'Whether an office has given a document with this number',
  description: 'For anybody who holds it. Service, office and day; nothing of whom it is about.',
  ...forEverybody,
  request: { query: z.object({ number: z.string().min(3).max(100) }) },
  responses: {
    200: jsonAnswer('It has.', IssuedDocumentView),
    400: problem('No number.'),
    404: problem('No document of this number was given, or it was not finished.'),
    ...anyTrouble,
  },
});
