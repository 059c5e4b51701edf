import { consentSlot } from '#domain/resident/consent.ts';
import type { Role } from '../auth/authenticator.ts';
import type { PointedError } from '../http/problem.ts';
import type { Submission } from './check-submission.ts';

/** The picture of the resident's yes; undefined where there is none. Any other paper of that slot is a stranger. */
export function proofOf({ onBehalfOf, documents }: Submission): Submission['documents'][number] | undefined {
  const sha256 = onBehalfOf?.consent.proof;
  return documents.find((document) => document.slot === consentSlot && document.sha256 === sha256);
}

/**
 * A field officer says for whom and how they agreed; nobody else speaks for others.
 * @returns what is wrong, with pointers into the whole body
 */
export function checkOnBehalf(submission: Submission, roles: readonly Role[]): readonly PointedError[] {
  const { onBehalfOf } = submission;
  const isOfficer = roles.includes('pendamping');
  if (onBehalfOf === undefined) return isOfficer ? [{ pointer: '/onBehalfOf', code: 'required' }] : [];
  if (!isOfficer) return [{ pointer: '/onBehalfOf', code: 'notAllowed' }];
  const { method, proof, witness } = onBehalfOf.consent;
  const at = '/onBehalfOf/consent';
  if (method === 'spoken') {
    if (proof !== undefined) return [{ pointer: `${at}/proof`, code: 'unknownField' }];
    return witness === undefined ? [{ pointer: `${at}/witness`, code: 'required' }] : [];
  }
  if (witness !== undefined) return [{ pointer: `${at}/witness`, code: 'unknownField' }];
  return proofOf(submission) === undefined ? [{ pointer: `${at}/proof`, code: 'documentMissing' }] : [];
}
