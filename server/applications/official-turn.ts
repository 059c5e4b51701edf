import type { Principal } from '../auth/authenticator.ts';
import type { Refusal, StoredApplication } from '../stores/application-store.ts';

/**
 * Why an official may not act on an application as it is at this moment, whatever they want to do. What another has taken
 * is theirs until it is taken over. @param isSeen whether it still is as they saw it
 */
export function heldBack(
  { assignee }: StoredApplication,
  isSeen: boolean,
  { accountId }: Principal,
): Extract<Refusal, 'assigned' | 'precondition'> | null {
  if (assignee !== null && assignee.accountId !== accountId) return 'assigned';
  return isSeen ? null : 'precondition';
}
