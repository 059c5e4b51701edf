import type { CodeRefusal } from '../auth/issuer.ts';
import type { ProblemKind } from './problem-kinds.ts';

/** How each refusal of a code is said. */
export const codeProblem = {
  wrong: 'wrong-code',
  spent: 'code-spent',
  expired: 'code-expired',
} as const satisfies Readonly<Record<CodeRefusal, ProblemKind>>;

export const notPhone = { errors: [{ pointer: '/phone', code: 'notPhone' }] };
