import { createRoute, z } from '@hono/zod-openapi';
import { PushSubscriptionBody, PushSubscriptionView } from '../push-schemas.ts';
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
import { basePath, Id } from '../schemas.ts';

const path = `${basePath}/push-subscriptions/{id}`;
const params = z.object({ id: Id });

export const putPushSubscription = createRoute({
  method: 'put',
  path,
  operationId: 'putPushSubscription',
  summary: 'Have this browser woken when the office has news',
  description:
    'Under an id minted on the device. It is of this session and ends with it. What is sent there is encrypted to the ' +
    'browser, holds the id of an application and nothing else, and is a reason to read the change feed.',
  security: sessionSecurity,
  ...forApplicants,
  request: { params, body: jsonBody(PushSubscriptionBody) },
  responses: {
    200: jsonAnswer('There already; it is now as it was sent.', PushSubscriptionView),
    201: jsonAnswer('From now on.', PushSubscriptionView),
    400: problem('Not JSON.'),
    401: needsSession[401],
    403: problem('This account does not apply for services, or a cookie came from another site.'),
    404: problem("The id is somebody else's, or this office wakes nobody."),
    413: problem('The body is too large.'),
    415: otherBody,
    422: problem(
      'Refused; `errors` says why: not a push service of a browser, no keys, or made for another key of ours.',
    ),
    ...anyTrouble,
  },
});

export const deletePushSubscription = createRoute({
  method: 'delete',
  path,
  operationId: 'deletePushSubscription',
  summary: 'Wake this browser no more',
  security: sessionSecurity,
  ...forApplicants,
  request: { params },
  responses: {
    204: { description: 'No more.' },
    ...needsSession,
    403: problem('This account does not apply for services, or a cookie came from another site.'),
    404: problem('This account has no such subscription.'),
    ...anyTrouble,
  },
});
