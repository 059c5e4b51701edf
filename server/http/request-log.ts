import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { ServerLogger } from './server-logger.ts';

/** One line a request: the route's pattern, never the address itself (upload URLs are secrets) nor the query. */
export function requestLog(logger: ServerLogger): MiddlewareHandler {
  return async (c, next) => {
    const startedMs = performance.now();
    await next();
    const route = matchedRoutes(c).find(({ method }) => method !== 'ALL')?.path ?? '(none)';
    logger.info('request', {
      method: c.req.method,
      route,
      status: c.res.status,
      ms: Math.round(performance.now() - startedMs),
    });
  };
}
