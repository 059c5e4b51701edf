import type { z } from 'zod';
import type { DecisionRequest } from '#contract/schemas.ts';
import type { OfficeStatus } from '#domain/application/status.ts';

type Action = z.output<typeof DecisionRequest>['action'];

/** Which action leads from where to where. What is not in here is refused, whoever asks. */
const transitions: Readonly<Record<Action, { readonly from: readonly OfficeStatus[]; readonly to: OfficeStatus }>> = {
  review: { from: ['submitted'], to: 'under_review' },
  return: { from: ['submitted', 'under_review', 'in_process'], to: 'returned' },
  process: { from: ['under_review'], to: 'in_process' },
  sign: { from: ['in_process'], to: 'awaiting_signature' },
  ready: { from: ['in_process', 'awaiting_signature'], to: 'ready' },
  complete: { from: ['ready'], to: 'done' },
  reject: { from: ['submitted', 'under_review', 'in_process'], to: 'rejected' },
};

/** A return and a refusal owe the applicant a reason. */
export function needsReason(action: Action): boolean {
  return action === 'return' || action === 'reject';
}

/** @returns null when the status does not allow the action */
export function statusAfter(action: Action, status: OfficeStatus): OfficeStatus | null {
  const { from, to } = transitions[action];
  return from.includes(status) ? to : null;
}
