import { createRoute, z } from '@hono/zod-openapi';
import {
  LockRecoveryBody,
  LockRecoveryView,
  LockShareBody,
  LockShareView,
  LockTryAnswer,
  LockTryBody,
} from '../lock-schemas.ts';
import {
  anyTrouble,
  forSignedIn,
  jsonAnswer,
  jsonBody,
  needsSession,
  otherBody,
  problem,
  sessionSecurity,
} from '../responses.ts';
import { basePath, Id } from '../schemas.ts';

const share = z.object({ id: Id, shareId: Id });
const lockTry = z.object({ id: Id, shareId: Id, tryId: Id });
const recovery = z.object({ id: Id, recoveryId: Id });
const sharePath = `${basePath}/me/devices/{id}/lock-shares/{shareId}`;
const recoveryPath = `${basePath}/me/devices/{id}/lock-recoveries/{recoveryId}`;
const crossSite = { 403: problem('A cookie came from another site.') } as const;
const malformed = {
  400: problem('Not JSON.'),
  413: problem('The body is too large.'),
  415: otherBody,
} as const;
const shape = { 422: problem('Refused; `errors` says where and why.') } as const;

export const putLockShare = createRoute({
  method: 'put',
  path: sharePath,
  operationId: 'putLockShare',
  summary: 'Leave with the office what a PIN needs beside itself',
  description:
    'The key of a lock is derived from the PIN and from this share; who copies the phone has neither. Made once under an ' +
    'id of its own: another PIN brings another share, and the old one is deleted.',
  security: sessionSecurity,
  ...forSignedIn,
  request: { params: share, body: jsonBody(LockShareBody) },
  responses: {
    200: jsonAnswer('Kept already.', LockShareView),
    201: jsonAnswer('Kept.', LockShareView),
    ...malformed,
    ...shape,
    ...needsSession,
    ...crossSite,
    409: problem('The share id is used with other content, or this phone has too many.'),
    ...anyTrouble,
  },
});

export const putLockTry = createRoute({
  method: 'put',
  path: `${sharePath}/tries/{tryId}`,
  operationId: 'putLockTry',
  summary: 'Get the share back for a proof of the PIN',
  description:
    'A try is counted, durably, before it is looked at; ten wrong ones in a row close the share until the office opens it ' +
    'again. The last try, said once more, costs nothing and is answered alike.',
  security: sessionSecurity,
  ...forSignedIn,
  request: { params: lockTry, body: jsonBody(LockTryBody) },
  responses: {
    200: jsonAnswer('It is the PIN.', LockTryAnswer),
    ...malformed,
    422: problem('Not the PIN, `errors` has how many tries are left; or refused, `errors` says where and why.'),
    ...needsSession,
    ...crossSite,
    404: problem('This account and phone have no such share.'),
    409: problem('Closed after ten wrong tries.'),
    ...anyTrouble,
  },
});

export const deleteLockShare = createRoute({
  method: 'delete',
  path: sharePath,
  operationId: 'deleteLockShare',
  summary: 'The lock is gone, or has another PIN',
  security: sessionSecurity,
  ...forSignedIn,
  request: { params: share },
  responses: {
    204: { description: 'Gone, now or before.' },
    400: problem('The id is none.'),
    ...needsSession,
    ...crossSite,
    ...anyTrouble,
  },
});

export const putLockRecovery = createRoute({
  method: 'put',
  path: recoveryPath,
  operationId: 'putLockRecovery',
  summary: 'Ask the office to open a lock whose PIN and spare words are forgotten',
  description:
    'The server can not open `wrap`: whoever keeps the recovery key does, away from it, and seals the key to `answerTo` ' +
    'after comparing its check number with the person by voice.',
  security: sessionSecurity,
  ...forSignedIn,
  request: { params: recovery, body: jsonBody(LockRecoveryBody) },
  responses: {
    200: jsonAnswer('Asked already.', LockRecoveryView),
    201: jsonAnswer('Asked.', LockRecoveryView),
    ...malformed,
    ...shape,
    ...needsSession,
    ...crossSite,
    409: problem('The id is used with other content, or this phone has asked too often.'),
    ...anyTrouble,
  },
});

export const getLockRecovery = createRoute({
  method: 'get',
  path: recoveryPath,
  operationId: 'getLockRecovery',
  summary: 'Whether the office has answered',
  security: sessionSecurity,
  ...forSignedIn,
  request: { params: recovery },
  responses: {
    200: jsonAnswer('As it stands.', LockRecoveryView),
    400: problem('The id is none.'),
    ...needsSession,
    404: problem('This account and phone have not asked for it.'),
    ...anyTrouble,
  },
});

export const deleteLockRecovery = createRoute({
  method: 'delete',
  path: recoveryPath,
  operationId: 'deleteLockRecovery',
  summary: 'The answer has been used, or is not wanted any more',
  security: sessionSecurity,
  ...forSignedIn,
  request: { params: recovery },
  responses: {
    204: { description: 'Gone, now or before.' },
    400: problem('The id is none.'),
    ...needsSession,
    ...crossSite,
    ...anyTrouble,
  },
});
