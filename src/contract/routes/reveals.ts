import { createRoute, z } from '@hono/zod-openapi';
import { anyTrouble, forOfficers, jsonAnswer, needsSession, problem, sessionSecurity } from '../responses.ts';
import { RevealWire } from '../reveal-schemas.ts';
import { basePath, Id } from '../schemas.ts';

export const createReveal = createRoute({
  method: 'post',
  path: `${basePath}/applications/{id}/reveals`,
  operationId: 'createReveal',
  summary: 'The whole NIK and KK numbers of an application, for an official who has to compare them',
  description:
    'Each is a look of its own and noted in the audit log before it is answered: who, which application, which questions ' +
    'and when, and never a number. What can’t be noted is not shown. No body; nothing of the application changes.',
  security: sessionSecurity,
  ...forOfficers,
  request: { params: z.object({ id: Id }) },
  responses: {
    200: jsonAnswer('The numbers; to be kept by nobody (`Cache-Control: no-store`).', RevealWire),
    ...needsSession,
    403: problem('Officials only; of their own application they read everything.'),
    404: problem('No such application in the queue of your office.'),
    ...anyTrouble,
  },
});
