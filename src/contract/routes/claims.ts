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
import { basePath, Id, OfficeWire, ReceiptWire, Timestamp } from '../schemas.ts';

const ClaimOfferWire = z
  .looseObject({
    /** Of the application. Until it is claimed, nothing else can be read with it. */
    id: Id,
    serviceId: z.string(),
    registrationNumber: z.string().min(1),
    receivedAt: Timestamp,
    /** Which office works on it. */
    office: OfficeWire.nullable(),
    /** By this account already: another phone of theirs may not know yet. */
    claimed: z.boolean(),
  })
  .openapi('ClaimOffer');
export const ClaimOfferList = z.object({ items: z.array(ClaimOfferWire).max(100) }).openapi('ClaimOfferList');
const ClaimRequestBody = z
  .object({
    /** Several people of a family may have one number: this says whose it is. */
    nikEnding: z.string().regex(/^\d{4}$/),
  })
  .openapi('ClaimRequest');

export const listClaims = createRoute({
  method: 'get',
  path: `${basePath}/claims`,
  operationId: 'listClaims',
  summary: 'Complete applications that a field officer put in for who has this number',
  description:
    'Service, day, office and number, and nothing of what is in them. Gone once closed, claimed by another account, or 180 days old; what this account has claimed stays.',
  security: sessionSecurity,
  ...forApplicants,
  responses: {
    200: jsonAnswer('The latest first.', ClaimOfferList),
    ...needsSession,
    403: problem('Applicants only.'),
    ...anyTrouble,
  },
});

export const putClaim = createRoute({
  method: 'put',
  path: `${basePath}/applications/{id}/claim`,
  operationId: 'putClaim',
  summary: '"This is mine": take over an application that a field officer put in',
  description:
    'The account sees it from then on like one of its own, and its feed tells of it; who put it in still sees it, too. ' +
    'Repeated, it is the same claim. Five wrong tries close it for good, and twenty of all that waits for one number close them all.',
  security: sessionSecurity,
  ...forApplicants,
  request: { params: z.object({ id: Id }), body: jsonBody(ClaimRequestBody) },
  responses: {
    200: jsonAnswer('Claimed.', ReceiptWire),
    400: problem('Not JSON.'),
    ...needsSession,
    403: problem('Applicants only, or a cookie came from another site.'),
    404: problem('Nothing waits under this id for the number of this account.'),
    409: problem('Closed after too many wrong tries (`type` ends in claim-closed).'),
    413: problem('The body is too large.'),
    415: otherBody,
    422: problem('Not four digits, or not the right ones (`type` ends in wrong-digits).'),
    ...anyTrouble,
  },
});
