import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppPorts } from '../app-ports.ts';
import type { RequestVariables } from '../auth/authenticator.ts';
import { callerOf } from '../http/caller.ts';
import { plainPage } from '../http/plain-page.ts';
import { rawProblem, retryAfter } from '../http/problem.ts';
import { providerPages, type ProviderTrouble } from './provider-pages.ts';

type PageContext = Context<RequestVariables>;

const awayRetryMs = 60_000;

/**
 * Officers and officials sign in at the office's own provider. The browser is sent there and comes back; it never holds a
 * token. A sign-in by GET is what the protocol asks for: state, bound to a cookie, keeps other sites from starting one.
 */
export function addProviderRoutes(app: OpenAPIHono<RequestVariables>, ports: AppPorts): void {
  app.get('/v1/auth/oidc', async (c) => {
    if (ports.provider === null) return rawProblem('not-found');
    // Also a link: whoever follows one from elsewhere would come in as somebody without having asked for it.
    const site = c.req.header('sec-fetch-site');
    if (site === 'cross-site' || site === 'same-site') return trouble(c, 'not-begun');
    const carried = await ports.authenticator.authenticate(c.req.raw);
    const replaces = carried === null ? null : { accountId: carried.accountId, sessionId: carried.sessionId };
    const beginning = await ports.provider.begin(c.req.query('return'), replaces);
    if (beginning.kind === 'away') return trouble(c, 'away');
    c.header('Set-Cookie', beginning.cookie);
    return c.redirect(beginning.url, 303);
  });

  app.get('/v1/auth/oidc/callback', async (c) => {
    const { provider, issuer } = ports;
    if (provider === null || issuer === null) return rawProblem('not-found');
    const ending = await provider.end(c.req.raw.headers, new URL(c.req.url).searchParams);
    // Whatever came of it, it comes of it once.
    c.header('Set-Cookie', provider.clearCookie());
    if (ending.kind !== 'back') return refused(c, ending.kind, null);
    const { reading, flow } = ending;
    if (reading.kind !== 'known') {
      // Who has lost their task at the office has lost it here, wherever they are signed in.
      await issuer.forgetProvided(reading.accountId);
      return refused(c, reading.kind, reading.accountId);
    }
    const grant = await issuer.signInByProvider(reading.identity, callerOf(c, ports.behindProxy));
    if (grant === null) return refused(c, 'refused', reading.identity.accountId);
    if (flow.replaces !== null) await issuer.endSession(flow.replaces.sessionId, flow.replaces.accountId);
    c.set('audit', { event: 'sign-in', actor: grant.accountId, subject: grant.sessionId, about: 'oidc' });
    const { token, lifetimeMs } = grant.carried;
    c.header('Set-Cookie', ports.cookie.set(token, lifetimeMs), { append: true });
    return c.redirect(flow.returnTo, 303);
  });

  // After the session here has ended: at the provider, too. Changes nothing here.
  app.get('/v1/auth/oidc/sign-out', async (c) => {
    if (ports.provider === null) return rawProblem('not-found');
    return c.redirect((await ports.provider.endSessionUrl()) ?? '/', 303);
  });
}

function refused(c: PageContext, kind: ProviderTrouble, accountId: string | null): Response | Promise<Response> {
  // Anybody can open this address: what was never begun is nobody's try.
  if (kind === 'not-begun') return trouble(c, kind);
  c.set('audit', { event: 'sign-in-refused', actor: accountId, subject: null, about: `oidc ${kind}` });
  return trouble(c, kind);
}

function trouble(c: PageContext, kind: ProviderTrouble): Response | Promise<Response> {
  const page = providerPages[kind];
  if (page.status === 503) c.header('Retry-After', retryAfter(awayRetryMs)['Retry-After']);
  return c.html(plainPage(page), page.status);
}
