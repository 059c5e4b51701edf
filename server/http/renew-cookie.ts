import type { MiddlewareHandler } from 'hono';
import type { RequestVariables } from '../auth/authenticator.ts';
import type { SessionCookie } from '../auth/session-cookie.ts';

/** Gives a browser its next cookie with whatever answer is on its way; a route that sets one itself has the last word. */
export function renewCookie(cookie: SessionCookie): MiddlewareHandler<RequestVariables> {
  return async (c, next) => {
    await next();
    const renewal = c.get('principal')?.renewal ?? null;
    if (renewal === null || c.res.headers.has('Set-Cookie')) return;
    c.header('Set-Cookie', cookie.set(renewal.token, renewal.lifetimeMs));
  };
}
