import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Principal, RequestVariables } from '../auth/authenticator.ts';
import { clientAddressOf } from './client-address.ts';
import { rawProblem, retryAfter } from './problem.ts';
import type { RequestCounter, Wanted } from './request-counter.ts';
import type { Limit } from './token-buckets.ts';

export interface RateLimits {
  /** Of one address, which may be a whole village behind one antenna. */
  readonly address: Limit;
  readonly account: Limit;
  /** Of one session, which is one phone. */
  readonly session: Limit;
  /** Looks at applications and papers by all officials of one post together: more is copying, not working. */
  readonly office: Limit;
  /** Of one official who has whole numbers shown: each is noted, and many are a list being made. */
  readonly reveals: Limit;
}

/** A phone sends a photo in some fifty pieces; an office opens some hundred applications in an hour, an official fewer. */
export const usualLimits: RateLimits = {
  address: { burst: 6000, perSecond: 100 },
  account: { burst: 3000, perSecond: 20 },
  session: { burst: 2000, perSecond: 15 },
  office: { burst: 1200, perSecond: 0.5 },
  reveals: { burst: 100, perSecond: 1 / 36 },
};

export interface RateLimitParts {
  /** Null: none. For tests and for a backend whose proxy does it. */
  readonly limits: RateLimits | null;
  readonly counter: RequestCounter;
  readonly behindProxy: boolean;
  nowMs(): number;
}

const looks: ReadonlySet<string> = new Set(['/v1/applications/:id', '/v1/documents/:id/content']);

/**
 * Two gates: `ofAddress` stands before anybody is asked who they are, `ofPerson` once it is known. Only what works (/v1)
 * is counted: pages and probes cost next to nothing and are asked for by hundreds behind one address.
 */
export function rateLimit({ limits, counter, behindProxy, nowMs }: RateLimitParts): {
  readonly ofAddress: MiddlewareHandler<RequestVariables>;
  /** The refusal, or null: go on. */
  ofPerson(c: Context<RequestVariables>, principal: Principal): Promise<Response | null>;
} {
  const refusal = async (wanted: Wanted): Promise<Response | null> => {
    const refused = await counter.take(wanted, nowMs());
    return refused === null ? null : rawProblem('too-many-requests', { headers: retryAfter(refused.retryAfterMs) });
  };
  return {
    ofAddress: async (c, next) => {
      if (limits === null || !c.req.path.startsWith('/v1/')) return next();
      return (await refusal([[`address ${clientAddressOf(c, behindProxy)}`, limits.address]])) ?? next();
    },
    ofPerson: async (c, { accountId, sessionId, posts }) => {
      if (limits === null) return null;
      return refusal([
        [`session ${sessionId}`, limits.session],
        [`account ${accountId}`, limits.account],
        ...(isReveal(c) ? [[`reveals ${accountId}`, limits.reveals] as const] : []),
        ...(isLook(c) ? posts.map(({ level, area }) => [`office ${level}:${area}`, limits.office] as const) : []),
      ]);
    },
  };
}

function isLook(c: Context<RequestVariables>): boolean {
  const route = routeOf(c);
  return route?.method === 'GET' && looks.has(route.path);
}

function isReveal(c: Context<RequestVariables>): boolean {
  const route = routeOf(c);
  return route?.method === 'POST' && route.path === '/v1/applications/:id/reveals';
}

function routeOf(c: Context<RequestVariables>) {
  return matchedRoutes(c).find(({ method }) => method !== 'ALL');
}
