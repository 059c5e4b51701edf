import type { OpenAPIHono } from '@hono/zod-openapi';
import { putSurvey } from '#contract/routes/surveys.ts';
import { isStorableText } from '#domain/form/clean-text.ts';
import { wholeAnswers } from '#domain/survey/elements.ts';
import type { AppPorts } from '../app-ports.ts';
import { bodyHash, notCanonicalAt } from '../applications/body-hash.ts';
import { getPrincipal, type RequestVariables } from '../auth/authenticator.ts';
import { problem } from '../http/problem.ts';

/** How a service was, said once by whoever it was for. */
export function addSurveyRoutes(app: OpenAPIHono<RequestVariables>, ports: AppPorts): void {
  app.openapi(putSurvey, async (c) => {
    const { id: applicationId, surveyId: id } = c.req.valid('param');
    const { answers: some, comment = null } = c.req.valid('json');
    const hash = bodyHash(c.get('json'));
    if (hash === null)
      return problem(c, 'invalid-request', {
        errors: [{ pointer: notCanonicalAt(c.get('json')), code: 'notCanonical' }],
      });
    const answers = wholeAnswers(some);
    if (answers === undefined)
      return problem(c, 'invalid-request', { errors: [{ pointer: '/answers', code: 'type' }] });
    if (comment !== null && !isStorableText(comment))
      return problem(c, 'invalid-request', { errors: [{ pointer: '/comment', code: 'notText' }] });
    const { accountId } = getPrincipal(c);
    const surveyed = await ports.surveys.answer(
      { id, applicationId, accountId, answers, comment, bodyHash: hash },
      ports.nowMs(),
    );
    switch (surveyed) {
      case 'created':
        return c.json({ id }, 201);
      case 'replayed':
        return c.json({ id }, 200);
      case 'missing':
        return problem(c, 'not-found');
      case 'other-content':
        return problem(c, 'content-conflict');
      case 'not-ended':
        return problem(c, 'transition-not-allowed');
    }
  });
}
