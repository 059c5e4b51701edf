import { createRoute, z } from '@hono/zod-openapi';
import {
  anyTrouble,
  forCitizens,
  jsonAnswer,
  jsonBody,
  needsSession,
  otherBody,
  problem,
  sessionSecurity,
} from '../responses.ts';
import { basePath } from '../schemas.ts';

const path = `${basePath}/me/notices`;
const NoticeChoice = z.object({ wanted: z.boolean() }).openapi('NoticeChoice');
export const NoticeChoiceView = z.looseObject({ wanted: z.boolean() }).openapi('NoticeChoiceView');

const description =
  'By SMS or what else the office has, to the number of the account, when an application has come back, is ready, done or ' +
  'refused and no browser of the account is woken: its registration number and its status, nothing else.';

export const getNotices = createRoute({
  method: 'get',
  path,
  operationId: 'getNotices',
  summary: 'Whether this account gets short messages',
  description,
  security: sessionSecurity,
  ...forCitizens,
  responses: {
    200: jsonAnswer('What was chosen; wanted, until something was.', NoticeChoiceView),
    ...needsSession,
    403: problem('Citizens only.'),
    404: problem('This office sends none.'),
    ...anyTrouble,
  },
});

export const putNotices = createRoute({
  method: 'put',
  path,
  operationId: 'putNotices',
  summary: 'Have short messages sent, or none',
  description,
  security: sessionSecurity,
  ...forCitizens,
  request: { body: jsonBody(NoticeChoice) },
  responses: {
    200: jsonAnswer('Chosen.', NoticeChoiceView),
    400: problem('Not JSON.'),
    ...needsSession,
    403: problem('Citizens only, or a cookie came from another site.'),
    404: problem('This office sends none.'),
    413: problem('The body is too large.'),
    415: otherBody,
    422: problem('Refused; `errors` says where and why.'),
    ...anyTrouble,
  },
});
