import { createRoute, z } from '@hono/zod-openapi';
import {
  anyTrouble,
  forApplicants,
  forOfficers,
  forSignedIn,
  ifMatchSeen,
  jsonAnswer,
  jsonAnswerWithEtag,
  jsonBody,
  needsSession,
  otherBody,
  problem,
  sessionSecurity,
} from '../responses.ts';
import { ApplicationInShort, ApplicationView } from '../application-view.ts';
import { basePath, ChangePageWire, DecisionRequest, Id, ReceiptWire } from '../schemas.ts';
import { ApplicationSubmission } from '../submission-schemas.ts';

const applicationId = z.object({ id: Id });
const pageQuery = {
  after: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
};

export const putApplication = createRoute({
  method: 'put',
  path: `${basePath}/applications/{id}`,
  operationId: 'putApplication',
  summary: 'Hand in an application under an id minted on the device',
  description:
    'Idempotent for as long as the application exists. Content is compared by the SHA-256 of the RFC 8785 form of the ' +
    'body, so the order of keys does not matter. The registration number and the time of receipt never change.',
  security: sessionSecurity,
  ...forApplicants,
  request: { params: applicationId, body: jsonBody(ApplicationSubmission) },
  responses: {
    200: jsonAnswerWithEtag('Held already: the same receipt again.', ReceiptWire),
    201: jsonAnswerWithEtag('Received.', ReceiptWire),
    400: problem('Not JSON.'),
    401: needsSession[401],
    403: problem('This account does not apply for services.'),
    404: problem('The id belongs to somebody else: mint another.'),
    409: problem('The id is used with other content.'),
    410: problem(
      'Erased at the wish of its owner, or because its term has ended (`type` ends in erased): the id is never taken again.',
    ),
    413: problem('The body is too large.'),
    415: otherBody,
    422: problem('Refused; `errors` says where and why. Sealed, the pointers are into what was sealed.'),
    426: problem(
      '`urn:ajukan:problem:sealing-required`: this office takes only what is sealed, see `sealing` in its capabilities. Any other type: the app is too old.',
    ),
    ...anyTrouble,
  },
});

export const getApplication = createRoute({
  method: 'get',
  path: `${basePath}/applications/{id}`,
  operationId: 'getApplication',
  summary: 'An application as the office holds it',
  description:
    'Its applicant reads all that they sent. To an official, NIK and KK numbers are masked: see `data`. `Prefer: ' +
    'return=minimal` (RFC 7240) asks for where it is only; a backend may answer in whole, as it always does while the ' +
    'application is returned: its applicant needs all of it for the repair.',
  security: sessionSecurity,
  ...forSignedIn,
  request: {
    params: applicationId,
    headers: z.object({ 'if-none-match': z.string().optional(), prefer: z.string().optional() }),
  },
  responses: {
    200: jsonAnswerWithEtag(
      'The application; in short only with `Preference-Applied: return=minimal`.',
      z.union([ApplicationView, ApplicationInShort]),
    ),
    304: { description: 'Still the version named by If-None-Match.' },
    ...needsSession,
    404: problem("Unknown, somebody else's, of another office, or not complete yet and you are an official."),
    ...anyTrouble,
  },
});

export const putDecision = createRoute({
  method: 'put',
  path: `${basePath}/applications/{id}/decisions/{decId}`,
  operationId: 'putDecision',
  summary: 'An officer moves an application on',
  description: 'A repetition is recognised before If-Match is looked at, so a lost answer never becomes a 412.',
  security: sessionSecurity,
  ...forOfficers,
  request: {
    params: z.object({ id: Id, decId: Id }),
    headers: ifMatchSeen,
    body: jsonBody(DecisionRequest),
  },
  responses: {
    200: jsonAnswerWithEtag('Taken already.', ReceiptWire),
    201: jsonAnswerWithEtag('Taken.', ReceiptWire),
    400: problem('Not JSON.'),
    ...needsSession,
    403: problem('Officials only, and each only what is theirs to do: signing is not for who examined.'),
    404: problem('No such application in the queue of your office.'),
    409: problem('The decision id is used with other content, or the status does not allow the action.'),
    412: problem('The application has changed since: read it again.'),
    413: problem('The body is too large.'),
    415: otherBody,
    422: problem('Refused; `errors` says where and why.'),
    428: problem('If-Match is missing.'),
    ...anyTrouble,
  },
});

export const getChanges = createRoute({
  method: 'get',
  path: `${basePath}/changes`,
  operationId: 'getChanges',
  summary: "What happened to the account's applications since a cursor",
  description: 'Nothing is left out and the order of one application is kept. The cursor is opaque.',
  security: sessionSecurity,
  ...forSignedIn,
  request: { query: z.object(pageQuery) },
  responses: {
    200: jsonAnswer('A page; ask again at once while `more`.', ChangePageWire),
    400: problem('A parameter is not valid.'),
    ...needsSession,
    410: problem('The cursor is not known any more: read from the beginning.'),
    ...anyTrouble,
  },
});
