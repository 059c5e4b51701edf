import { createRoute } from '@hono/zod-openapi';
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
import { UploadTicketGrant, UploadTicketRequest } from '../identity-schemas.ts';
import { basePath } from '../schemas.ts';

export const putUploadTicket = createRoute({
  method: 'put',
  path: `${basePath}/me/upload-ticket`,
  operationId: 'putUploadTicket',
  summary: 'What lets this phone hand in with nobody signed in (feature "upload-ticket")',
  description:
    'A bearer token for `PUT /v1/applications/{id}` of this account and phone, `PUT /v1/documents/{id}` and upload ' +
    'addresses, and for nothing else: every other route answers it with 403. Made or prolonged by each call and the same ' +
    'as before; it outlasts the session, and ends with DELETE of the session from elsewhere, with /v1/auth/revoke, or ' +
    'by itself. A receipt by it says no more than that all of it was handed in.',
  security: sessionSecurity,
  ...forApplicants,
  request: { body: jsonBody(UploadTicketRequest) },
  responses: {
    200: jsonAnswer('The ticket.', UploadTicketGrant),
    400: problem('Not JSON.'),
    401: needsSession[401],
    403: problem('This account does not apply for services, or a cookie came from another site.'),
    413: problem('The body is too large.'),
    415: otherBody,
    422: problem('Refused; `errors` says where and why.'),
    ...anyTrouble,
  },
});
