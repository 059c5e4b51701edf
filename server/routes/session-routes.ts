import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { createToken, deleteSession, getMe, revokeToken } from '#contract/routes/session.ts';
import type { AppPorts } from '../app-ports.ts';
import { getPrincipal, type RequestVariables } from '../auth/authenticator.ts';
import { clientAddressOf } from '../http/client-address.ts';
import { problem, retryAfter } from '../http/problem.ts';

export function addSessionRoutes(app: OpenAPIHono<RequestVariables>, ports: AppPorts): void {
  app.openapi(getMe, (c) => {
    const { accountId, name, roles, posts } = getPrincipal(c);
    return c.json(
      {
        accountId,
        name,
        roles: [...roles],
        posts: posts.map(({ services, ...office }) => ({
          ...office,
          ...(services === undefined ? {} : { services: [...services] }),
        })),
      },
      200,
    );
  });

  app.openapi(deleteSession, async (c) => {
    const { id } = c.req.valid('param');
    const { accountId, sessionId } = getPrincipal(c);
    const ended = await ports.issuer?.endSession(id === 'current' ? sessionId : id, accountId);
    if (ended !== true) return problem(c, 'not-found');
    c.set('audit', { event: 'session-end', actor: accountId, subject: id === 'current' ? sessionId : id, about: null });
    if (id === 'current' || id === sessionId) c.header('Set-Cookie', ports.cookie.clear());
    return c.body(null, 204);
  });

  app.openapi(createToken, async (c) => {
    const { login, code } = c.req.valid('json');
    if (ports.issuer === null) return problem(c, 'invalid-grant', { error: 'unsupported_grant_type' });
    const signIn = await ports.issuer.signIn(login, code, clientAddressOf(c, ports.behindProxy));
    if (signIn.kind !== 'signed-in')
      c.set('audit', { event: 'sign-in-refused', actor: null, subject: null, about: signIn.kind });
    if (signIn.kind === 'too-many')
      return problem(c, 'too-many-requests', { headers: retryAfter(signIn.retryAfterMs) });
    if (signIn.kind === 'wrong') return problem(c, 'invalid-grant', { error: 'invalid_grant' });
    await endCarriedSession(c, ports);
    c.set('audit', { event: 'sign-in', actor: signIn.accountId, subject: signIn.sessionId, about: null });
    return c.json(
      {
        access_token: signIn.token,
        token_type: 'Bearer' as const,
        expires_in: Math.floor(signIn.lifetimeMs / 1000),
      },
      200,
      { 'Set-Cookie': ports.cookie.set(signIn.token, signIn.lifetimeMs), Pragma: 'no-cache' },
    );
  });

  app.openapi(revokeToken, async (c) => {
    await ports.issuer?.revoke(c.req.valid('json').token);
    return c.body(null, 200);
  });
}

/** A sign-in replaces the session that the browser came with. */
async function endCarriedSession(c: Context, ports: AppPorts): Promise<void> {
  const carried = ports.cookie.read(c.req.raw.headers);
  if (carried !== undefined) await ports.issuer?.revoke(carried);
}
