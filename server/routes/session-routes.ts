import type { OpenAPIHono } from '@hono/zod-openapi';
import { deleteOtherSessions, deleteSession, getMe, listSessions, putPhone } from '#contract/routes/session.ts';
import { putUploadTicket } from '#contract/routes/tickets.ts';
import { readPhone } from '#domain/identity/phone.ts';
import type { AppPorts } from '../app-ports.ts';
import { getPrincipal, type Principal, type RequestVariables } from '../auth/authenticator.ts';
import { callerOf } from '../http/caller.ts';
import { codeProblem, notPhone } from '../http/code-problems.ts';
import { problem } from '../http/problem.ts';

/** For so long a sign-in elsewhere is marked in the list of the phones that were there before it. */
const newForMs = 7 * 24 * 60 * 60 * 1000;
const moment = (ms: number) => new Date(ms).toISOString();

export function addSessionRoutes(app: OpenAPIHono<RequestVariables>, ports: AppPorts): void {
  app.openapi(getMe, async (c) => {
    const principal = getPrincipal(c);
    const account = await ports.issuer?.accountOf(principal.accountId);
    return c.json(meOf(principal, account?.phone ?? null), 200);
  });

  app.openapi(listSessions, async (c) => {
    const { accountId, sessionId } = getPrincipal(c);
    const sessions = (await ports.issuer?.sessionsOf(accountId)) ?? [];
    const own = sessions.find(({ id }) => id === sessionId);
    const items = sessions.map(({ id, device, deviceId, createdAtMs, lastSeenAtMs }) => {
      const line = {
        id,
        device,
        current: id === sessionId,
        isNew: own !== undefined && createdAtMs > own.createdAtMs && ports.nowMs() - createdAtMs < newForMs,
        createdAt: moment(createdAtMs),
        lastSeenAt: moment(lastSeenAtMs),
      };
      return deviceId === null ? line : { ...line, deviceId };
    });
    const living = new Set(items.map(({ id }) => id));
    const sending = (await ports.tickets.list(accountId)).filter((ticket) => !living.has(ticket.sessionId));
    const phones = sending.map(({ id, deviceId, label, renewedAtMs, lastSeenAtMs }) => ({
      id,
      device: label,
      deviceId,
      current: false,
      isNew: false,
      sendsOnly: true,
      createdAt: moment(renewedAtMs),
      lastSeenAt: moment(lastSeenAtMs),
    }));
    const lost = (await ports.devices.lostBy(accountId)).map(({ deviceId, label, orderedAtMs, doneAtMs }) => {
      const line = { deviceId, device: label, orderedAt: moment(orderedAtMs) };
      return doneAtMs === null ? line : { ...line, doneAt: moment(doneAtMs) };
    });
    return c.json({ items: [...items, ...phones], ...(lost.length === 0 ? {} : { lost }) }, 200);
  });

  app.openapi(putUploadTicket, async (c) => {
    const principal = getPrincipal(c);
    const { device } = callerOf(c, ports.behindProxy);
    const given = await ports.tickets.give(principal, c.req.valid('json').device, device);
    if (given === null) return problem(c, 'sign-in-needed');
    const { ticket, lifetimeMs } = given;
    return c.json({ ticket, accountId: principal.accountId, expiresIn: Math.floor(lifetimeMs / 1000) }, 200);
  });

  app.openapi(deleteSession, async (c) => {
    const { id } = c.req.valid('param');
    const { accountId, sessionId } = getPrincipal(c);
    const isOwn = id === 'current' || id === sessionId;
    const ended = await ports.issuer?.endSession(isOwn ? sessionId : id, accountId);
    // Who leaves here lets the rest of it go out; who ends another phone ends all that it may.
    const isSilenced = !isOwn && (await ports.tickets.end(id, accountId));
    if (ended !== true && !isSilenced) return problem(c, 'not-found');
    c.set('audit', { event: 'session-end', actor: accountId, subject: isOwn ? sessionId : id, about: null });
    if (isOwn) {
      c.header('Set-Cookie', ports.cookie.clear());
      const account = ports.provider === null ? undefined : await ports.issuer?.accountOf(accountId);
      if (account?.origin === 'provider') c.header('Link', '</v1/auth/oidc/sign-out>; rel="next"');
    }
    return c.body(null, 204);
  });

  app.openapi(deleteOtherSessions, async (c) => {
    const { accountId, sessionId } = getPrincipal(c);
    await ports.issuer?.endOtherSessions(accountId, sessionId);
    await ports.tickets.endOthers(accountId, sessionId);
    c.set('audit', { event: 'session-end', actor: accountId, subject: sessionId, about: 'all-others' });
    return c.body(null, 204);
  });

  app.openapi(putPhone, async (c) => {
    const asked = c.req.valid('json');
    const phone = readPhone(asked.phone);
    if (phone === null || ports.issuer === null) return problem(c, 'invalid-request', notPhone);
    const principal = getPrincipal(c);
    const { accountId, sessionId } = principal;
    const change = await ports.issuer.changeNumber(
      { accountId, sessionId },
      { phone, ...asked.proof },
      asked.oldProof ?? null,
    );
    switch (change.kind) {
      case 'changed':
        c.set('audit', { event: 'number-change', actor: accountId, subject: sessionId, about: null });
        return c.json(meOf(principal, change.account.phone), 200);
      case 'proof-needed':
        return problem(c, 'proof-needed');
      case 'in-use':
        return problem(c, 'number-in-use');
      case 'wrong':
      case 'spent':
      case 'expired':
        return problem(c, codeProblem[change.kind]);
    }
  });
}

function meOf({ accountId, name, roles, posts }: Principal, phone: string | null) {
  return {
    accountId,
    name,
    roles: [...roles],
    posts: posts.map(({ services, ...office }) => ({
      ...office,
      ...(services === undefined ? {} : { services: [...services] }),
    })),
    phone,
  };
}
