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
import { basePath, Id } from '../schemas.ts';
import { SurveyBody, SurveyTaken } from '../survey-schemas.ts';

export const putSurvey = createRoute({
  method: 'put',
  path: `${basePath}/applications/{id}/survey/{surveyId}`,
  operationId: 'putSurvey',
  summary: 'Say how the service was, once, after it has ended',
  description:
    'By the applicant, once the application is ready, done or rejected. The answers are added to those of others and not ' +
    'kept beside the application: nobody can read from the office who answered what. A repetition is recognised.',
  security: sessionSecurity,
  ...forApplicants,
  request: { params: z.object({ id: Id, surveyId: Id }), body: jsonBody(SurveyBody) },
  responses: {
    200: jsonAnswer('Taken already.', SurveyTaken),
    201: jsonAnswer('Taken.', SurveyTaken),
    400: problem('Not JSON.'),
    401: needsSession[401],
    403: problem('Applicants only.'),
    404: problem("Unknown, or somebody else's."),
    409: problem(
      'Answered before, under this id with other content or under another, or not ended yet (`type` ends in transition-not-allowed).',
    ),
    413: problem('The body is too large.'),
    415: otherBody,
    ...anyTrouble,
    422: problem('Refused; `errors` says where and why.'),
  },
});
