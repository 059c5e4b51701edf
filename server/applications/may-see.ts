import { isApplicantOf } from '#domain/application/is-applicant.ts';
import { isAtPost } from '#domain/office/office.ts';
import { rolesOf } from '#contract/responses.ts';
import type { Principal } from '../auth/authenticator.ts';
import type { StoredApplication } from '../stores/application-store.ts';

/** One's own always; else only as an official. What somebody may not see is to them as what does not exist. */
export function maySee(principal: Principal, application: StoredApplication): boolean {
  return isApplicantOf(application, principal.accountId) || isWorkOf(principal, application);
}

/** Nobody decides on what they have applied for themselves. */
export function mayDecide(principal: Principal, application: StoredApplication): boolean {
  return !isApplicantOf(application, principal.accountId) && isWorkOf(principal, application);
}

/** An official's, when it is complete and belongs to an office that they work for. */
function isWorkOf({ roles, posts }: Principal, { office, serviceId, status }: StoredApplication): boolean {
  if (office === null || status === 'incomplete') return false;
  if (!roles.some((role) => rolesOf.officials.includes(role))) return false;
  return posts.some((post) => isAtPost(post, office, serviceId));
}
