import type { MiddlewareHandler } from 'hono';
import { rawProblem } from './problem.ts';

const bodiless: ReadonlySet<string> = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS']);

/** Bodies come as they are, and text in UTF-8: what is compressed or in another charset would be misread, so it is refused. */
export const refuseOtherCodings: MiddlewareHandler = async (c, next) => {
  if (bodiless.has(c.req.method)) return next();
  const coding = c.req.header('content-encoding')?.trim().toLowerCase() ?? '';
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(c.req.header('content-type') ?? '')?.[1]?.toLowerCase();
  const isPlain = coding === '' || coding === 'identity';
  if (isPlain && (charset === undefined || charset === 'utf-8')) return next();
  // RFC 9110, 12.5.3: says that the coding was the trouble, and which one is none.
  return rawProblem('body-coding', { headers: { 'Accept-Encoding': 'identity' } });
};
