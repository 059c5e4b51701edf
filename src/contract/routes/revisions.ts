import { createRoute, z } from '@hono/zod-openapi';
import {
  anyTrouble,
  forApplicants,
  jsonAnswerWithEtag,
  jsonBody,
  needsSession,
  otherBody,
  problem,
  sessionSecurity,
} from '../responses.ts';
import { basePath, Id, ReceiptWire } from '../schemas.ts';
import { RevisionSubmission, WithdrawalBody } from '../submission-schemas.ts';

const ifMatch = z.object({
  'if-match': z.string().optional().openapi({
    description:
      'The ETag that was seen. Only the version in it counts here, so that `"5"` names every state of version 5.',
  }),
});
export const putRevision = createRoute({
  method: 'put',
  path: `${basePath}/applications/{id}/revisions/{revId}`,
  operationId: 'putRevision',
  summary: 'Hand in a repaired application under its own number',
  description:
    'Only while it is returned, by its owner or whoever claimed it. The receipt names the papers that are still missing; until ' +
    'they are there it stays returned, and then everything changes at once, with a raised version. A repetition is ' +
    'recognised before If-Match is looked at, so a lost answer never becomes a 412.',
  security: sessionSecurity,
  ...forApplicants,
  request: { params: z.object({ id: Id, revId: Id }), headers: ifMatch, body: jsonBody(RevisionSubmission) },
  responses: {
    200: jsonAnswerWithEtag('Taken already: what is missing now.', ReceiptWire),
    201: jsonAnswerWithEtag('Taken.', ReceiptWire),
    400: problem('Not JSON.'),
    401: needsSession[401],
    403: problem('Applicants only.'),
    404: problem("Unknown, or somebody else's."),
    409: problem(
      'The id is used with other content, the status does not allow it (`type` ends in transition-not-allowed), or there ' +
        'would be too many papers (too-many-documents).',
    ),
    412: problem('The application has changed since: read it again. Nothing was changed.'),
    413: problem('The body is too large.'),
    415: otherBody,
    428: problem('If-Match is missing.'),
    ...anyTrouble,
    422: problem('Refused; `errors` says where and why. Sealed, the pointers are into what was sealed.'),
    426: problem('`urn:ajukan:problem:sealing-required`: this office takes only what is sealed.'),
  },
});

export const putWithdrawal = createRoute({
  method: 'put',
  path: `${basePath}/applications/{id}/withdrawals/{withdrawalId}`,
  operationId: 'putWithdrawal',
  summary: 'Take an application back, before the office has decided to do it',
  description: 'A repetition is recognised before If-Match is looked at.',
  security: sessionSecurity,
  ...forApplicants,
  request: { params: z.object({ id: Id, withdrawalId: Id }), headers: ifMatch, body: jsonBody(WithdrawalBody) },
  responses: {
    200: jsonAnswerWithEtag('Taken back already.', ReceiptWire),
    201: jsonAnswerWithEtag('Taken back.', ReceiptWire),
    400: problem('Not JSON.'),
    401: needsSession[401],
    403: problem('Applicants only.'),
    404: problem("Unknown, or somebody else's."),
    409: problem(
      'The id is used with other content, or the status does not allow it (`type` ends in transition-not-allowed).',
    ),
    412: problem('The application has changed since: read it again. Nothing was changed.'),
    413: problem('The body is too large.'),
    415: otherBody,
    428: problem('If-Match is missing.'),
    ...anyTrouble,
    422: problem('Refused; `errors` says where and why.'),
  },
});
