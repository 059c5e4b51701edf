import { createRoute, z } from '@hono/zod-openapi';
import {
  anyTrouble,
  forCitizens,
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
import {
  CodeRequest,
  CodeTicket,
  CookieGrant,
  NumberChangeRequest,
  SessionList,
  TokenRequest,
  RevocationRequest,
  TokenResponse,
} from '../identity-schemas.ts';
import { basePath, Me } from '../schemas.ts';

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
    204: {
      description: 'Ended; the cookie is cleared.',
      headers: {
        Link: {
          description: 'With rel="next" where a browser goes on to leave the provider that it signed in at, too.',
          schema: { type: 'string' as const },
        },
      },
    },
    ...needsSession,
    403: problem('A cookie came from another site.'),
    404: problem('No such session of this account.'),
    ...anyTrouble,
  },
});

export const listSessions = createRoute({
  method: 'get',
  path: `${basePath}/me/sessions`,
  operationId: 'listSessions',
  summary: 'Where this account is signed in; the one that was used last comes first',
  security: sessionSecurity,
  ...forSignedIn,
  responses: { 200: jsonAnswer('The sessions.', SessionList), ...needsSession, ...anyTrouble },
});

export const deleteOtherSessions = createRoute({
  method: 'delete',
  path: `${basePath}/me/sessions`,
  operationId: 'deleteOtherSessions',
  summary: 'Sign out everywhere else',
  security: sessionSecurity,
  ...forSignedIn,
  responses: {
    204: { description: 'Only the session of this request is left.' },
    ...needsSession,
    403: problem('A cookie came from another site.'),
    ...anyTrouble,
  },
});

export const putPhone = createRoute({
  method: 'put',
  path: `${basePath}/me/phone`,
  operationId: 'putPhone',
  summary: 'Change the number, with a code sent to the new one',
  description:
    'Later than ten minutes after signing in, a code sent to the old number is needed as well. The old number is told. ' +
    'Who works for an office has no number to come in by.',
  security: sessionSecurity,
  ...forCitizens,
  request: { body: jsonBody(NumberChangeRequest) },
  responses: {
    200: jsonAnswer('Changed, or it was this number already.', Me),
    400: problem('Not JSON, or a code does not fit (`type` ends in wrong-code, code-spent or code-expired).'),
    ...needsSession,
    403: problem(
      'Not the role for it, a cookie came from another site, or the old number has to be proved (`type`: proof-needed).',
    ),
    409: problem('Another account has this number.'),
    413: problem('The body is too large.'),
    415: otherBody,
    422: problem('Refused; `errors` says where and why.'),
    ...anyTrouble,
  },
});

export const createCode = createRoute({
  method: 'post',
  path: `${basePath}/auth/otp`,
  operationId: 'createCode',
  summary: 'Have a one-time code sent to a phone',
  description:
    'Six digits, for ten minutes, five tries, one sign-in. The answer is the same for every number, known or not. ' +
    'Codes are limited by number, address, device and day.',
  ...forEverybody,
  request: { body: jsonBody(CodeRequest) },
  responses: {
    202: jsonAnswer('On its way.', CodeTicket),
    400: problem('Not JSON.'),
    403: problem('The request came from another site.'),
    404: problem('This issuer sends no codes.'),
    413: problem('The body is too large.'),
    415: otherBody,
    422: problem('Not a mobile number; `errors` says so.'),
    429: problemLater('Too many codes.'),
    502: problemLater('Nobody has taken the code over for delivery: it has not been sent.'),
    503: anyTrouble[503],
  },
});

export const createToken = createRoute({
  method: 'post',
  path: `${basePath}/auth/token`,
  operationId: 'createToken',
  summary: 'Sign in at the reference issuer, or go on with a refresh token',
  description:
    'Replaceable by any issuer. A browser, which says where its request comes from (Origin, Sec-Fetch-Site), gets an ' +
    'HttpOnly cookie and no token; any other client gets an access and a refresh token. A refresh token holds until ' +
    'its successor is used, so that a lost answer signs nobody out; after that its use ends the session. ' +
    'The account is made at the first sign-in with its number.',
  ...forEverybody,
  request: { body: jsonBody(TokenRequest) },
  responses: {
    200: jsonAnswer('A session.', z.union([TokenResponse, CookieGrant])),
    400: problem(
      'Not JSON, or it opens nothing (`error`: "invalid_grant", RFC 6749 section 5.2). `type` ends in wrong-code (try ' +
        'again), code-spent (five tries are over) or code-expired where a code was sent.',
    ),
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
