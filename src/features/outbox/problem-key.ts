import type { DeliveryProblem } from '#domain/application/outbox-entry.ts';

/** Which words a problem has. 410: the office has erased it at its person's wish, and takes the id never again (F100). */
export function problemKey(problem: DeliveryProblem): DeliveryProblem['kind'] | 'erased' | 'forgotten' {
  if (problem.kind === 'refused' && problem.isForgotten === true) return 'forgotten';
  const isRefusal = problem.kind === 'refused' || problem.kind === 'file-refused';
  return isRefusal && problem.status === 410 ? 'erased' : problem.kind;
}
