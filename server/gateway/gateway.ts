import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { z } from 'zod';
import type { AuthKeys } from '../auth/auth-keys.ts';
import type { Principal, RequestVariables } from '../auth/authenticator.ts';
import type { Issuer } from '../auth/issuer.ts';
import type { SignInOffer } from '../auth/sign-in-offer.ts';
import type { UploadTickets } from '../auth/upload-tickets.ts';
import { clientAddressOf } from '../http/client-address.ts';
import { rawProblem, retryAfter } from '../http/problem.ts';
import { publish, publishedAnswer } from '../http/published.ts';
import type { BackendKeys } from './backend-keys.ts';
import { backendToken } from './backend-token.ts';
import type { Carry } from './carry.ts';
import { capabilitiesRoute, erasureRoute, isOfBackend, lostPhoneRoute } from './own-routes.ts';
import { mayHandIn } from './ticket-scope.ts';
import { unwrapUpload, wrapUpload } from './upload-address.ts';

export interface GatewayParts {
  readonly backend: URL;
  readonly tokenKeys: BackendKeys;
  readonly keys: AuthKeys;
  readonly issuer: Issuer;
  readonly tickets: UploadTickets;
  readonly carry: Carry;
  /** How people sign in here. */
  readonly offer: SignInOffer;
  readonly publicOrigin: string;
  readonly behindProxy: boolean;
  nowMs(): number;
}

type Here = Context<RequestVariables>;

const awayRetryMs = 5000;
const identityFeatures = ['upload-ticket', 'lock-shares', 'lock-recovery'];
const Named = z.looseObject({ documents: z.array(z.looseObject({ id: z.string() })) });
const Offers = z.looseObject({ features: z.array(z.string()).optional(), officialSignIn: z.unknown().optional() });

/**
 * Stands between the app and a backend that takes bearer tokens only: whoever the access rules have let through is told
 * to it by a token of two minutes, which no browser ever sees. Signing in, sessions and tickets stay here.
 */
export function gateway(parts: GatewayParts): MiddlewareHandler<RequestVariables> {
  return async (c, next) => {
    const route = matchedRoutes(c).find(({ method }) => method !== 'ALL');
    const key = `${route?.method ?? ''} ${route?.path ?? ''}`;
    if (route === undefined || !isOfBackend(key)) return next();
    const principal = c.get('principal');
    if (principal?.ticket !== undefined) {
      const refused = await mayHandIn(c, { key, id: idIn(c.req.path, route.path) }, principal, parts.tickets, (id) =>
        papersOf(id, c, principal, parts),
      );
      if (refused !== null) return rawProblem(refused);
    }
    const answer = await carried(c, key, parts, principal);
    if (answer === null) return rawProblem('unavailable', { headers: retryAfter(awayRetryMs) });
    if (key === capabilitiesRoute && answer.ok) return offersOf(c, answer, parts.offer);
    if (!answer.ok || principal === null) return answer;
    if (key === erasureRoute) {
      await next();
      return takeCookie(c, answer);
    }
    if (key === lostPhoneRoute) await endPhone(parts, principal.accountId, idIn(c.req.path, route.path));
    return key === 'PUT /v1/documents/:id' ? withOwnUpload(answer, parts) : answer;
  };
}

/** What ":id" stands for. Hono tells a middleware of the parameters of its own pattern only. */
function idIn(path: string, pattern: string): string {
  return path.split('/')[pattern.split('/').indexOf(':id')] ?? '';
}

async function carried(
  c: Here,
  key: string,
  parts: GatewayParts,
  principal: Principal | null,
): Promise<Response | null> {
  const { pathname, search } = new URL(c.req.url);
  const isUpload = pathname.startsWith('/v1/uploads/');
  const path = isUpload ? unwrapUpload(parts.keys, pathname) : `${pathname}${search}`;
  if (path === undefined) return rawProblem('not-found');
  const { method } = c.req;
  const isBodiless = ['GET', 'HEAD', 'DELETE', 'OPTIONS'].includes(method);
  return parts.carry({
    method,
    path,
    headers: key === capabilitiesRoute ? unconditional(c.req.raw.headers) : c.req.raw.headers,
    body: isBodiless ? null : isUpload ? c.req.raw.body : await c.req.arrayBuffer(),
    token: principal === null ? null : await tokenFor(parts, principal, principal.ticket !== undefined),
    address: clientAddressOf(c, parts.behindProxy),
  });
}

/** Asked as its owner, whose ticket itself reads nothing. */
async function papersOf(
  applicationId: string,
  c: Here,
  owner: Principal,
  parts: GatewayParts,
): Promise<ReadonlySet<string>> {
  const answer = await parts.carry({
    method: 'GET',
    path: `/v1/applications/${encodeURIComponent(applicationId)}`,
    headers: new Headers({ Accept: 'application/json' }),
    body: null,
    token: await tokenFor(parts, owner, false),
    address: clientAddressOf(c, parts.behindProxy),
  });
  const told = answer?.ok === true ? Named.safeParse(await jsonOf(answer)).data : undefined;
  return new Set(told?.documents.map(({ id }) => id));
}

async function tokenFor(
  { tokenKeys, issuer, backend, publicOrigin, nowMs }: GatewayParts,
  principal: Principal,
  handsInOnly: boolean,
) {
  const account = await issuer.accountOf(principal.accountId);
  return backendToken(tokenKeys, principal, account?.phone ?? null, {
    issuer: publicOrigin,
    audience: backend.origin,
    nowMs: nowMs(),
    handsInOnly,
  });
}

/** What is told of it is changed on the way, so it is asked for whole. */
function unconditional(given: Headers): Headers {
  const headers = new Headers(given);
  headers.delete('if-none-match');
  return headers;
}

/** What the backend offers, with the signing in of here. */
async function offersOf(c: Here, answer: Response, offer: SignInOffer): Promise<Response> {
  const theirs = Offers.safeParse(await jsonOf(answer));
  if (!theirs.success) return rawProblem('unavailable', { headers: retryAfter(awayRetryMs) });
  const { officialSignIn: _, features = [], ...offered } = theirs.data;
  const kept = features.filter((feature) => !identityFeatures.includes(feature));
  const body = JSON.stringify({ ...offered, ...offer, features: [...kept, ...identityFeatures] });
  return publishedAnswer(c, publish(body), 'application/json');
}

async function jsonOf(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch {
    return undefined;
  }
}

/** The backend's word stands, where it was done here as well; the cookie that ends the session comes from here. */
function takeCookie(c: Here, answer: Response): void {
  if (!c.res.ok) return;
  const headers = new Headers(answer.headers);
  for (const cookie of c.res.headers.getSetCookie()) headers.append('Set-Cookie', cookie);
  // Hono adds the headers of an answer that is replaced to those of the new one.
  c.res = undefined;
  c.res = new Response(answer.body, { status: answer.status, headers });
}

async function endPhone({ issuer, tickets }: GatewayParts, accountId: string, deviceId: string): Promise<void> {
  const sessions = await issuer.sessionsOf(accountId);
  for (const session of sessions) if (session.deviceId === deviceId) await issuer.endSession(session.id, accountId);
  const sending = await tickets.list(accountId);
  for (const ticket of sending) if (ticket.deviceId === deviceId) await tickets.end(ticket.id, accountId);
}

async function withOwnUpload(answer: Response, { keys, backend }: GatewayParts): Promise<Response> {
  const told = z.looseObject({ uploadUrl: z.string() }).safeParse(await jsonOf(answer.clone()));
  if (!told.success) return answer;
  const uploadUrl = wrapUpload(keys, backend, told.data.uploadUrl);
  // Bytes for another machine can't be carried, and the app would never be let through to it.
  if (uploadUrl === undefined) return rawProblem('unavailable', { headers: retryAfter(awayRetryMs) });
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  return new Response(JSON.stringify({ ...told.data, uploadUrl }), { status: answer.status, headers });
}
