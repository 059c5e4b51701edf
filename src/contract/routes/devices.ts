import { createRoute, z } from '@hono/zod-openapi';
import {
  DeviceOrderBody,
  DeviceOrders,
  DeviceOrderView,
  DeviceReportBody,
  SequenceAnswer,
  WipeReceipt,
} from '../device-schemas.ts';
import {
  anyTrouble,
  forEverybody,
  forSignedIn,
  jsonAnswer,
  jsonBody,
  needsSession,
  otherBody,
  problem,
  sessionSecurity,
} from '../responses.ts';
import { basePath, Id } from '../schemas.ts';

const device = z.object({ id: Id });
const order = z.object({ id: Id, orderId: Id });
/** Minted on the phone, and told to the office alone. */
const bySecret = z.object({
  'device-secret': z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .openapi({
      description:
        'What only the phone knows, 256 bits: its id may be known to others. Once an office has heard one, nobody speaks for ' +
        'the phone without it. An office keeps its hash.',
    }),
});
const malformed = {
  400: problem('Not JSON.'),
  413: problem('The body is too large.'),
  415: otherBody,
  422: problem('Refused; `errors` says where and why.'),
} as const;

export const putDevice = createRoute({
  method: 'put',
  path: `${basePath}/me/devices/{id}`,
  operationId: 'putDevice',
  summary: 'A phone tells what it holds, and hears which of its numbers are missing',
  description:
    'Once a day and after sending. A phone numbers its applications without a gap (`device` in ApplicationSubmission), ' +
    'whoever is signed in. A number that neither has is a loss that both can name. The latest report of an account and ' +
    'phone is kept: it is what an office can say of a phone that gets lost.',
  security: sessionSecurity,
  ...forSignedIn,
  request: { params: device, headers: bySecret, body: jsonBody(DeviceReportBody) },
  responses: {
    200: jsonAnswer('What is missing.', SequenceAnswer),
    ...malformed,
    ...needsSession,
    403: problem('Not by the secret of this phone, or a cookie came from another site.'),
    ...anyTrouble,
  },
});

export const putDeviceOrder = createRoute({
  method: 'put',
  path: `${basePath}/me/devices/{id}/orders/{orderId}`,
  operationId: 'putDeviceOrder',
  summary: 'Sign a lost phone out, or have it delete what is yours on it',
  description:
    'Its sessions of this account end at once; the phone obeys the signed order when it is next in contact, and answers ' +
    'with a receipt.',
  security: sessionSecurity,
  ...forSignedIn,
  request: { params: order, body: jsonBody(DeviceOrderBody) },
  responses: {
    200: jsonAnswer('Ordered already.', DeviceOrderView),
    201: jsonAnswer('Ordered.', DeviceOrderView),
    ...malformed,
    ...needsSession,
    403: problem('A cookie came from another site.'),
    404: problem('This account has never reported from such a phone.'),
    409: problem('The order id is used with other content.'),
    ...anyTrouble,
  },
});

export const getDeviceOrders = createRoute({
  method: 'get',
  path: `${basePath}/devices/{id}/orders`,
  operationId: 'getDeviceOrders',
  summary: 'What a phone is ordered to do',
  description:
    'Without a session, which a phone that was signed out does not have. A phone obeys only what is signed for it and its ' +
    'own nonce, with a key that it kept at an earlier contact.',
  ...forEverybody,
  request: { params: device, query: z.object({ nonce: z.string().regex(/^[\w-]{22,64}$/) }) },
  responses: {
    200: jsonAnswer('Orders that are not done, the oldest first.', DeviceOrders),
    400: problem('No nonce.'),
    ...anyTrouble,
  },
});

export const putDeviceOrderReceipt = createRoute({
  method: 'put',
  path: `${basePath}/devices/{id}/orders/{orderId}/receipt`,
  operationId: 'putDeviceOrderReceipt',
  summary: 'A phone says what it has done',
  ...forEverybody,
  request: { params: order, headers: bySecret, body: jsonBody(WipeReceipt) },
  responses: {
    204: { description: 'Noted, now or before.' },
    ...malformed,
    403: problem('The request came from another site.'),
    404: problem(
      'There is no such order, or it was never given to this phone, or this is not the secret of this phone.',
    ),
    ...anyTrouble,
  },
});
