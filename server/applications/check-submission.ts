import type { z } from 'zod';
import type { OpenSubmission } from '#contract/submission-schemas.ts';
import { cleanAnswers } from '#domain/form/clean.ts';
import { validateAnswers, validateDocuments } from '#domain/form/validate.ts';
import { wibDate } from '#domain/form/wib-date.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { PointedError } from '../http/problem.ts';
import type { Role } from '../auth/authenticator.ts';
import { checkOnBehalf, proofOf } from './check-on-behalf.ts';
import { uncleanAnswers } from './unclean-answers.ts';

export type Submission = z.output<typeof OpenSubmission>;

export type SubmissionCheck =
  /** With the definition that it was filled in with. */
  | { readonly kind: 'right'; readonly definition: ServiceDefinition }
  | { readonly kind: 'invalid-answers'; readonly errors: readonly PointedError[] }
  /** Pointers into the whole body. */
  | { readonly kind: 'invalid-request'; readonly errors: readonly PointedError[] }
  | { readonly kind: 'unknown-service' }
  | { readonly kind: 'unknown-schema-version' };

const dayMs = 24 * 60 * 60 * 1000;
const longestOfflineMs = 180 * dayMs;

/** The same rules as on the phone, asked again: whoever sends is not trusted to have asked them. */
export function checkSubmission(
  catalogue: Catalogue,
  submission: Submission,
  roles: readonly Role[],
  nowMs: number,
): SubmissionCheck {
  const definition = catalogue.findVersion(submission.serviceId, submission.schemaVersion, nowMs);
  if (definition === 'unknown-service') return { kind: 'unknown-service' };
  if (definition === 'unknown-version') return { kind: 'unknown-schema-version' };
  const onBehalf = checkOnBehalf(submission, roles);
  if (onBehalf.length > 0) return { kind: 'invalid-request', errors: onBehalf };
  const proof = proofOf(submission);
  const papers = submission.documents.filter((document) => document !== proof);
  const today = wibDate(filledInAtMs(submission.capturedAt, nowMs));
  const errors: PointedError[] = [
    ...validateAnswers(definition, submission.data, { today }),
    ...validateDocuments(definition, submission.data, papers),
  ];
  // Only when all else is right: a wrong answer changes what is asked after it.
  if (errors.length === 0)
    errors.push(...uncleanAnswers(submission.data, cleanAnswers(definition, submission.data, today)));
  return errors.length === 0 ? { kind: 'right', definition } : { kind: 'invalid-answers', errors };
}

/**
 * "Today" of a rule is the day the form was filled in, which may be weeks ago. A phone whose clock is far off is not
 * believed: then it is the day of receipt.
 */
function filledInAtMs(capturedAt: string, nowMs: number): number {
  const capturedAtMs = Date.parse(capturedAt);
  const plausible = capturedAtMs > nowMs - longestOfflineMs && capturedAtMs < nowMs + dayMs;
  return plausible ? capturedAtMs : nowMs;
}
