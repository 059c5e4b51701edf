import type { z } from 'zod';
import type { DecisionRequest, Role as RoleWire } from '#contract/schemas.ts';
import type { OfficeStatus } from '#domain/application/status.ts';
import type { Verdict } from '../stores/application-store.ts';

type Role = z.output<typeof RoleWire>;
type Action = z.output<typeof DecisionRequest>['action'];

interface Transition {
  readonly from: readonly OfficeStatus[];
  readonly to: OfficeStatus;
  readonly by: Role;
}

/** Which action leads from where to where, and by whom. What is not in here is refused, whoever asks. */
const transitions: Readonly<Record<Action, readonly Transition[]>> = {
  review: [{ from: ['submitted'], to: 'under_review', by: 'verifikator' }],
  return: [{ from: ['submitted', 'under_review', 'in_process'], to: 'returned', by: 'verifikator' }],
  process: [
    { from: ['under_review'], to: 'in_process', by: 'verifikator' },
    // Not signed as it is: it goes back to who examined it.
    { from: ['awaiting_signature'], to: 'in_process', by: 'penandatangan' },
  ],
  sign: [{ from: ['in_process'], to: 'awaiting_signature', by: 'verifikator' }],
  ready: [
    { from: ['in_process'], to: 'ready', by: 'verifikator' },
    // Signed, and only by who may sign.
    { from: ['awaiting_signature'], to: 'ready', by: 'penandatangan' },
  ],
  complete: [{ from: ['ready'], to: 'done', by: 'verifikator' }],
  reject: [{ from: ['submitted', 'under_review', 'in_process'], to: 'rejected', by: 'verifikator' }],
};

/** A return and a refusal owe the applicant a reason. */
export function needsReason(action: Action): boolean {
  return action === 'return' || action === 'reject';
}

/** Where the action leads; or why not: the status does not allow it to anybody, or only to another role. */
export function statusAfter(action: Action, status: OfficeStatus, roles: readonly Role[]): Verdict {
  const transition = transitions[action].find(({ from }) => from.includes(status));
  if (transition === undefined) return { kind: 'refuse', because: 'transition' };
  return roles.includes(transition.by)
    ? { kind: 'move', status: transition.to, role: transition.by }
    : { kind: 'refuse', because: 'role' };
}
