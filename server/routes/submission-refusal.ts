import type { Context } from 'hono';
import type { SubmissionCheck } from '../applications/check-submission.ts';
import { problem } from '../http/problem.ts';

/** What is wrong with a form that was handed in. */
export function refusal(c: Context, check: Exclude<SubmissionCheck, { kind: 'right' }>) {
  switch (check.kind) {
    case 'invalid-answers':
    case 'invalid-request':
      return problem(c, check.kind, { errors: check.errors });
    case 'unknown-service':
      return problem(c, check.kind, { errors: [{ pointer: '/serviceId', code: 'unknownService' }] });
    case 'unknown-schema-version':
      return problem(c, check.kind, { errors: [{ pointer: '/schemaVersion', code: 'unknownSchemaVersion' }] });
  }
}
