/** Whether new requests may start: what concerns every application, not only the one that was answered. */
import type { DeliveryProblem } from '#domain/application/outbox-entry.ts';
import { problemOf } from './after-answer.ts';
import type { Outcome } from './ports.ts';
import type { Closing } from './verdict.ts';

/**
 * `unproven`: the office is being asked who it takes us for, at the start and again after a 401. The closed gates end
 * the run once what is in flight has come back.
 */
export type Gate = { readonly kind: 'unproven' } | { readonly kind: 'open' } | Closing | { readonly kind: 'fenced' };

export function gateAfterIdentity(
  accountId: string,
  outcome: Outcome<{ readonly accountId: string }>,
  nowMs: number,
): Gate {
  switch (outcome.kind) {
    case 'ok':
      return outcome.value.accountId === accountId ? { kind: 'open' } : { kind: 'sign-in-needed' };
    case 'busy':
      return { kind: 'busy', untilMs: nowMs + outcome.retryAfterMs };
    case 'sign-in-needed':
    case 'update-needed':
      return { kind: outcome.kind };
    case 'unreachable':
      return { kind: 'silence', problem: problemOf(outcome) };
    default:
      return {
        kind: 'silence',
        problem: { kind: 'office-trouble', status: outcome.kind === 'refused' ? outcome.status : 0 },
      };
  }
}

/** Said on screen beside the queue; null when nothing keeps it from going. */
export function problemOfGate(gate: Gate): DeliveryProblem | null {
  switch (gate.kind) {
    case 'silence':
      return gate.problem;
    case 'busy':
      return { kind: 'office-busy' };
    case 'update-needed':
      return { kind: 'app-too-old' };
    default:
      return null;
  }
}
