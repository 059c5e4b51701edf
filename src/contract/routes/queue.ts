import { createRoute, z } from '@hono/zod-openapi';
import {
  AssignmentRequest,
  AssignmentWire,
  QueueCountsWire,
  queueFilter,
  QueuePage,
  QueueSearchRequest,
} from '../queue-schemas.ts';
import {
  anyTrouble,
  forOfficers,
  ifMatchSeen,
  jsonAnswer,
  jsonAnswerWithEtag,
  jsonBody,
  needsSession,
  otherBody,
  problem,
  sessionSecurity,
} from '../responses.ts';
import { basePath, Id } from '../schemas.ts';

const page = jsonAnswer('A page; `next` goes into `after`, null at the end.', QueuePage);

export const getQueue = createRoute({
  method: 'get',
  path: `${basePath}/queue`,
  operationId: 'getQueue',
  summary: 'Complete applications of your office, the longest waiting first; no answers in it',
  description:
    '`after` goes with the sort that it came from. Each page is noted in the audit log: how many, not whose.',
  security: sessionSecurity,
  ...forOfficers,
  request: { query: z.object(queueFilter) },
  responses: {
    200: page,
    400: problem('A parameter is not valid.'),
    ...needsSession,
    403: problem('Officials only.'),
    ...anyTrouble,
  },
});

export const searchQueue = createRoute({
  method: 'post',
  path: `${basePath}/queue/searches`,
  operationId: 'searchQueue',
  summary: 'The same list for a name, a NIK or a number, which stand in no address and so in no log',
  description: 'Changes nothing. Noted in the audit log: that it was searched and how many were found, not for whom.',
  security: sessionSecurity,
  ...forOfficers,
  request: { body: jsonBody(QueueSearchRequest) },
  responses: {
    200: page,
    400: problem('Not JSON, or `after` is not valid.'),
    ...needsSession,
    403: problem('Officials only.'),
    413: problem('The body is too large.'),
    415: otherBody,
    422: problem('`errors` says what is not valid.'),
    ...anyTrouble,
  },
});

export const getQueueCounts = createRoute({
  method: 'get',
  path: `${basePath}/queue/counts`,
  operationId: 'getQueueCounts',
  summary: 'How many applications of your office stand where',
  security: sessionSecurity,
  ...forOfficers,
  responses: {
    200: jsonAnswer('Of all that the list without filters has.', QueueCountsWire),
    ...needsSession,
    403: problem('Officials only.'),
    ...anyTrouble,
  },
});

export const putAssignment = createRoute({
  method: 'put',
  path: `${basePath}/applications/{id}/assignment`,
  operationId: 'putAssignment',
  summary: 'An official takes an application, or gives it back',
  description:
    'Taken, nobody else decides on it unless they take it over. It ends by itself with the work, and where the application ' +
    'goes on to who signs or comes back from there. What is so already is answered before If-Match is looked at.',
  security: sessionSecurity,
  ...forOfficers,
  request: {
    params: z.object({ id: Id }),
    headers: ifMatchSeen,
    body: jsonBody(AssignmentRequest),
  },
  responses: {
    200: jsonAnswerWithEtag('So it is now.', AssignmentWire),
    400: problem('Not JSON.'),
    ...needsSession,
    403: problem('Officials only, and nobody for their own application.'),
    404: problem('No such application in the queue of your office.'),
    409: problem('Somebody else has it (`type` ends in assigned-elsewhere), or it has ended.'),
    412: problem('The application has changed since: read it again.'),
    413: problem('The body is too large.'),
    415: otherBody,
    422: problem('`errors` says what is not valid.'),
    428: problem('If-Match is missing.'),
    ...anyTrouble,
  },
});
