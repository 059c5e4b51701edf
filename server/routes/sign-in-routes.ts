import type { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { grantTypes, type TokenRequest } from '#contract/identity-schemas.ts';
import { createCode, createToken, revokeToken } from '#contract/routes/session.ts';
import { readPhone } from '#domain/identity/phone.ts';
import type { AppPorts } from '../app-ports.ts';
import type { RequestVariables } from '../auth/authenticator.ts';
import type { Caller, Grant, Issuer, SignIn } from '../auth/issuer.ts';
import { saysNothingOfItsSite } from '../auth/same-site.ts';
import { callerOf } from '../http/caller.ts';
import { codeProblem, notPhone } from '../http/code-problems.ts';
import { problem, retryAfter } from '../http/problem.ts';

const seconds = (ms: number) => Math.max(1, Math.floor(ms / 1000));
const invalidGrant = { error: 'invalid_grant' };

const triesOfSomebody: ReadonlySet<string> = new Set(['no-match', 'wrong', 'spent']);

export function addSignInRoutes(app: OpenAPIHono<RequestVariables>, ports: AppPorts): void {
  app.openapi(createCode, async (c) => {
    const asked = c.req.valid('json');
    const phone = readPhone(asked.phone);
    if (phone === null) return problem(c, 'invalid-request', notPhone);
    const request = ports.issuer?.requestCode ?? null;
    if (request === null) return problem(c, 'not-found');
    const issue = await request(
      { phone, purpose: asked.purpose, deviceId: asked.device ?? '' },
      callerOf(c, ports.behindProxy),
    );
    switch (issue.kind) {
      case 'sent': {
        // What it was asked for, never for whom; there are no more of them in a day than the budget has codes.
        c.set('audit', { event: 'code-asked', actor: null, subject: issue.requestId, about: asked.purpose });
        const { requestId, lifetimeMs, resendAfterMs } = issue;
        return c.json({ requestId, expiresIn: seconds(lifetimeMs), resendIn: seconds(resendAfterMs) }, 202);
      }
      case 'not-sent':
        return problem(c, 'code-not-sent', { headers: retryAfter(issue.retryAfterMs) });
      case 'too-many':
        return problem(c, 'too-many-requests', { headers: retryAfter(issue.retryAfterMs) });
    }
  });

  app.openapi(createToken, async (c) => {
    if (ports.issuer === null) return problem(c, 'invalid-grant', { error: 'unsupported_grant_type' });
    const request = c.req.valid('json');
    const signIn = await granted(ports.issuer, request, callerOf(c, ports.behindProxy));
    // Of somebody's try only: what names nobody could fill a log that nothing is ever taken out of.
    if (signIn.kind !== 'granted' && triesOfSomebody.has(signIn.kind))
      c.set('audit', { event: 'sign-in-refused', actor: null, subject: null, about: signIn.kind });
    // Going on is no coming in.
    else if (signIn.kind === 'granted' && request.grant_type !== 'refresh_token')
      c.set('audit', { event: 'sign-in', actor: signIn.accountId, subject: signIn.sessionId, about: null });
    switch (signIn.kind) {
      case 'not-phone':
        return problem(c, 'invalid-request', notPhone);
      case 'too-many':
        return problem(c, 'too-many-requests', { headers: retryAfter(signIn.retryAfterMs) });
      case 'no-grant':
      case 'no-match':
        return problem(c, 'invalid-grant', invalidGrant);
      case 'wrong':
      case 'spent':
      case 'expired':
        return problem(c, codeProblem[signIn.kind], invalidGrant);
      case 'granted': {
        c.header('Pragma', 'no-cache');
        if (saysNothingOfItsSite(c.req.raw.headers)) return c.json(tokensOf(signIn), 200);
        await endCarriedSession(c, ports, signIn);
        const { token, lifetimeMs } = signIn.carried;
        c.header('Set-Cookie', ports.cookie.set(token, lifetimeMs));
        return c.json({ token_type: 'Cookie' as const, expires_in: seconds(lifetimeMs) }, 200);
      }
    }
  });

  app.openapi(revokeToken, async (c) => {
    const { token } = c.req.valid('json');
    await ports.issuer?.revoke(token);
    await ports.tickets.revoke(token);
    return c.body(null, 200);
  });
}

async function granted(
  issuer: Issuer,
  request: z.output<typeof TokenRequest>,
  caller: Caller,
): Promise<SignIn | { readonly kind: 'no-grant' | 'no-match' | 'not-phone' }> {
  switch (request.grant_type) {
    case grantTypes.code: {
      const phone = readPhone(request.phone);
      if (phone === null) return { kind: 'not-phone' };
      return issuer.signInByCode({ requestId: request.request_id, phone, code: request.code }, caller);
    }
    case 'refresh_token':
      return (await issuer.refresh(request.refresh_token)) ?? { kind: 'no-grant' };
    case grantTypes.demo: {
      const signIn = await issuer.signInByDemo(request.login, request.code, caller);
      return signIn.kind === 'granted' || signIn.kind === 'too-many' ? signIn : { kind: 'no-match' };
    }
  }
}

function tokensOf({ accessToken, accessLifetimeMs, carried }: Grant) {
  return {
    access_token: accessToken,
    token_type: 'Bearer' as const,
    expires_in: seconds(accessLifetimeMs),
    refresh_token: carried.token,
  };
}

/** A sign-in replaces the session that the browser came with. */
async function endCarriedSession(c: Context, ports: AppPorts, grant: Grant): Promise<void> {
  const carried = ports.cookie.read(c.req.raw.headers);
  // A repeated sign-in, whose answer was lost, may come with the very session that it gets again.
  if (carried !== undefined && carried !== grant.carried.token) await ports.issuer?.revoke(carried);
}
