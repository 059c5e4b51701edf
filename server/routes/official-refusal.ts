import type { Context } from 'hono';
import type { RequestVariables } from '../auth/authenticator.ts';
import { problem } from '../http/problem.ts';
import type { Refusal } from '../stores/application-store.ts';

/** What an official is told who may not do this, or not now. */
export function officialRefusal(c: Context<RequestVariables>, because: Refusal, ifMatch: string | undefined) {
  switch (because) {
    case 'transition':
      return problem(c, 'transition-not-allowed');
    case 'assigned':
      return problem(c, 'assigned-elsewhere');
    case 'role':
      return problem(c, 'not-allowed');
    case 'precondition':
      return problem(c, ifMatch === undefined ? 'precondition-required' : 'changed-since');
  }
}
