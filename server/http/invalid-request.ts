import type { Hook } from '@hono/zod-openapi';
import { pointerTo } from '#domain/form/pointer.ts';
import type { RequestVariables } from '../auth/authenticator.ts';
import { rawProblem } from './problem.ts';

/** What a request that does not have the shape of the contract is told: where and why, by pointers into the body. */
export const invalidRequest: Hook<unknown, RequestVariables, string, Response | undefined> = (result) => {
  if (result.success) return undefined;
  // An id in the address that can't be one is the address of nothing.
  if (result.target === 'param') return rawProblem('not-found');
  if (result.target !== 'json') return rawProblem('invalid-parameter');
  const issues = result.error.issues;
  // A paper of a type that is not taken, said with the status that clients know for it.
  if (issues.every(({ path }) => path.length === 1 && path[0] === 'mediaType')) return rawProblem('media-type');
  return rawProblem('invalid-request', {
    errors: issues.map(({ path, code }) => ({
      pointer: path.reduce<string>((parent, key) => pointerTo(parent, typeof key === 'symbol' ? '' : key), ''),
      code,
    })),
  });
};
