import { createRoute, z } from '@hono/zod-openapi';
import {
  anyTrouble,
  forEverybody,
  forSignedIn,
  jsonAnswer,
  jsonBody,
  needsSession,
  otherBody,
  problem,
  problemLater,
  sessionSecurity,
} from '../responses.ts';
import { basePath, DemoTokenRequest, Me, RevocationRequest, TokenResponse } from '../schemas.ts';

export const getMe = createRoute({
  method: 'get',
  path: `${basePath}/me`,
  operationId: 'getMe',
  summary: 'Who the session belongs to',
  security: sessionSecurity,
  ...forSignedIn,
  responses: { 200: jsonAnswer('The account.', Me), ...needsSession, ...anyTrouble },
});

export const deleteSession = createRoute({
  method: 'delete',
  path: `${basePath}/me/sessions/{id}`,
  operationId: 'deleteSession',
  summary: 'Sign out: this session ("current") or another of the same account',
  security: sessionSecurity,
  ...forSignedIn,
  request: { params: z.object({ id: z.string().min(1).max(100) }) },
  responses: {
    204: { description: 'Ended; the cookie is cleared.' },
    ...needsSession,
    403: problem('A cookie came from another site.'),
    404: problem('No such session of this account.'),
    ...anyTrouble,
  },
});

export const createToken = createRoute({
  method: 'post',
  path: `${basePath}/auth/token`,
  operationId: 'createToken',
  summary: 'Sign in at the reference issuer',
  description:
    'Replaceable by any issuer. Also sets an HttpOnly session cookie for the app. The answer never tells whether a login exists.',
  ...forEverybody,
  request: { body: jsonBody(DemoTokenRequest) },
  responses: {
    200: jsonAnswer('A session.', TokenResponse),
    400: problem('Not JSON, or login and code do not fit (`error`: "invalid_grant", RFC 6749 section 5.2).'),
    403: problem('The request came from another site.'),
    413: problem('The body is too large.'),
    415: otherBody,
    422: problem('Refused; `errors` says where and why.'),
    429: problemLater('Too many tries.'),
    503: anyTrouble[503],
  },
});

export const revokeToken = createRoute({
  method: 'post',
  path: `${basePath}/auth/revoke`,
  operationId: 'revokeToken',
  summary: 'End the session of a token (RFC 7009)',
  ...forEverybody,
  request: { body: jsonBody(RevocationRequest) },
  responses: {
    200: { description: 'Ended, or never existed.' },
    400: problem('Not JSON.'),
    413: problem('The body is too large.'),
    415: otherBody,
    422: problem('Refused; `errors` says where and why.'),
    ...anyTrouble,
  },
});
