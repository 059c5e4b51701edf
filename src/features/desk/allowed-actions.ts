import type { ToldStatus } from '#domain/application/status.ts';
import type { DeskAction } from '#domain/desk/desk-decision.ts';

type Decider = 'verifikator' | 'penandatangan';

/** Who may do what next, the usual next step first. The office decides; this only shows no button that it would refuse. */
const steps: Readonly<Record<string, Readonly<Partial<Record<Decider, readonly DeskAction[]>>>>> = {
  submitted: { verifikator: ['review', 'return', 'reject'] },
  under_review: { verifikator: ['process', 'return', 'reject'] },
  in_process: { verifikator: ['sign', 'ready', 'return', 'reject'] },
  awaiting_signature: { penandatangan: ['ready', 'process'] },
  ready: { verifikator: ['complete'] },
};

export function allowedActions(status: ToldStatus, roles: readonly string[]): readonly DeskAction[] {
  const byRole = Object.hasOwn(steps, status) ? steps[status] : undefined;
  const deciders = ['verifikator', 'penandatangan'] as const;
  return deciders.filter((role) => roles.includes(role)).flatMap((role) => byRole?.[role] ?? []);
}

/** What the applicant is told at once and nobody takes back: it is asked for twice. */
export function isFinal(action: DeskAction): boolean {
  return action === 'reject' || action === 'complete' || action === 'ready';
}

export function needsReason(action: DeskAction): boolean {
  return action === 'return' || action === 'reject';
}

/** Still somebody's work: it can be taken on. */
export function isOpen(status: ToldStatus): boolean {
  return Object.hasOwn(steps, status);
}
