import type { MiddlewareHandler } from 'hono';
import { pointerTo } from '#domain/form/pointer.ts';
import type { RequestVariables } from '../auth/authenticator.ts';
import { rawProblem } from './problem.ts';

/** Deeper than any form; shallow enough for every recursive rule after this. */
const mostLevels = 64;
const bodiless: ReadonlySet<string> = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS']);

/**
 * Looks at a JSON body before any rule does: nesting without end would exhaust the stack of whoever walks it, and a
 * "__proto__" member is passed over by many readers, so that what is checked is not what is kept.
 */
export const guardJson: MiddlewareHandler<RequestVariables> = async (c, next) => {
  // Many clients name a type also where there is no body.
  if (bodiless.has(c.req.method)) return next();
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return next();
  let json: unknown;
  try {
    // A byte that is no UTF-8 would silently become another character.
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await c.req.arrayBuffer()));
  } catch {
    return rawProblem('not-json');
  }
  const fault = findFault(json);
  if (fault !== undefined) return rawProblem('invalid-request', { errors: [fault] });
  c.set('json', json);
  return next();
};

/** What no JSON that is taken in may have, wherever it came from. */
export function findFault(json: unknown): { readonly pointer: string; readonly code: string } | undefined {
  const open: { readonly value: unknown; readonly pointer: string; readonly level: number }[] = [
    { value: json, pointer: '', level: 0 },
  ];
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    const { value, pointer, level } = here;
    if (typeof value !== 'object' || value === null) continue;
    if (level >= mostLevels) return { pointer: '', code: 'tooDeep' };
    for (const [key, inner] of Object.entries(value)) {
      if (key === '__proto__') return { pointer: pointerTo(pointer, key), code: 'unknownField' };
      if (typeof inner === 'object') open.push({ value: inner, pointer: pointerTo(pointer, key), level: level + 1 });
    }
  }
  return undefined;
}
