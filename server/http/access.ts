import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { RouterRoute } from 'hono/types';
import { type Access, rolesOf } from '#contract/responses.ts';
import { contractRoutes } from '#contract/routes.ts';
import type { Authenticator, Principal, RequestVariables } from '../auth/authenticator.ts';
import { comesFromOwnPages, saysNothingOfItsSite } from '../auth/same-site.ts';
import { rawProblem } from './problem.ts';
import { ticketRoutes } from './ticket-routes.ts';

/** Routes that serve the product and are no part of the contract. Hono answers HEAD from the GET route. */
const ownRoutes: readonly (readonly [string, Access])[] = [
  ['GET /health/live', 'public'],
  ['GET /health/ready', 'public'],
  ['GET /schemas/service-definition.json', 'public'],
  ['GET /openapi.json', 'public'],
  ['GET /.well-known/jwks.json', 'public'],
  ['GET /server-page.css', 'public'],
  ['GET /v1/auth/oidc', 'public'],
  ['GET /v1/auth/oidc/callback', 'public'],
  ['GET /v1/auth/oidc/sign-out', 'public'],
  ['GET /v1/uploads/:upload', 'signed-in'],
  ['POST /v1/uploads/:upload', 'signed-in'],
  ['OPTIONS /v1/uploads/:upload', 'public'],
  ['POST /share', 'public'],
  ['GET /*', 'public'],
];

/** Who may call what. A route that is not in here is served to nobody, and the server does not start with one. */
export const accessTable: ReadonlyMap<string, Access> = new Map([
  ...contractRoutes
    .filter((route) => route.method !== 'head')
    .map((route) => [`${route.method.toUpperCase()} ${route.getRoutingPath()}`, route['x-access']] as const),
  ...ownRoutes,
]);

/** Throws at start when a route has no rule, or a rule has no route. */
export function assertEveryRouteHasAccess(routes: readonly RouterRoute[]): void {
  const registered = new Set(routes.filter((route) => route.method !== 'ALL').map(keyOf));
  const strangers = [...registered].filter((key) => !accessTable.has(key));
  const missing = [...accessTable.keys()].filter((key) => !registered.has(key));
  if (strangers.length > 0) throw new Error(`No access rule for: ${strangers.join(', ')}`);
  if (missing.length > 0) throw new Error(`No route for: ${missing.join(', ')}`);
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Runs before everything else of a route: who is it, may they, and does the request come from our own pages. */
export function enforceAccess(
  authenticator: Authenticator,
  publicOrigin: string,
  refuseTooMany: (c: Context<RequestVariables>, principal: Principal) => Promise<Response | null>,
): MiddlewareHandler<RequestVariables> {
  return async (c, next) => {
    c.set('principal', null);
    c.set('caller', null);
    const route = matchedRoutes(c).find(({ method }) => method !== 'ALL');
    // Nothing matches: the not-found handler answers.
    if (route === undefined) return next();
    const access = accessTable.get(keyOf(route));
    if (access === undefined) return rawProblem('not-allowed');
    const changes = !safeMethods.has(c.req.method);
    if (access === 'public') {
      const { headers } = c.req.raw;
      // Signing somebody in from another site would put their work into a stranger's account.
      if (changes && !saysNothingOfItsSite(headers) && !comesFromOwnPages(headers, publicOrigin))
        return rawProblem('cross-site');
      return next();
    }
    const principal = await authenticator.authenticate(c.req.raw);
    if (principal === null) return rawProblem('sign-in-needed', { headers: { 'WWW-Authenticate': 'Bearer' } });
    // Refused requests count as well: each of them is noted.
    const tooMany = await refuseTooMany(c, principal);
    if (tooMany !== null) return tooMany;
    c.set('caller', principal);
    if (changes && principal.via === 'cookie' && !comesFromOwnPages(c.req.raw.headers, publicOrigin))
      return rawProblem('cross-site');
    if (principal.via === 'ticket' && !ticketRoutes.has(keyOf(route))) return rawProblem('not-allowed');
    if (!mayCall(principal, access)) return rawProblem('not-allowed');
    c.set('principal', principal);
    return next();
  };
}

function mayCall(principal: Principal, access: Exclude<Access, 'public'>): boolean {
  return access === 'signed-in' || principal.roles.some((role) => rolesOf[access].includes(role));
}

function keyOf(route: { readonly method: string; readonly path: string }): string {
  return `${route.method} ${route.path}`;
}
