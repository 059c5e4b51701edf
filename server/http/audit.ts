import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { getPrincipal, type RequestVariables } from '../auth/authenticator.ts';
import type { AuditNote } from '../stores/audit-chain.ts';

/** As of `AppPorts.audit`, at the app's own time. */
export type AppendAudit = (note: AuditNote) => Promise<void>;

/** Addresses whose id names something of somebody's. Upload addresses are secrets: they are never noted. */
const ofSomebody = /^\/v1\/(applications|documents)\/:id/;
const looksLikeId = /^[0-9a-f-]{36}$/;

/**
 * Notes what a route asks for (`c.set('audit', …)`), and by itself every refusal that somebody signed in gets about a
 * thing: 403, and 404 where it may be somebody else's. The note is durable before the answer leaves: when it can't be
 * written nobody sees anything (503).
 */
export function auditTrail(append: AppendAudit): MiddlewareHandler<RequestVariables> {
  return async (c, next) => {
    c.set('audit', null);
    await next();
    const note = c.get('audit') ?? refusalOf();
    if (note === null) return;
    try {
      await append(note);
    } catch (error) {
      // Nobody will read it: an opened file would stay open.
      await c.res.body?.cancel();
      // Else its headers, a cookie among them, would go out with the refusal.
      c.res = undefined;
      throw error;
    }

    function refusalOf(): AuditNote | null {
      const principal = c.get('caller');
      if (principal === null) return null;
      const { status } = c.res;
      const route = matchedRoutes(c).find(({ method }) => method !== 'ALL');
      if (route === undefined) return null;
      const about = `${c.req.method} ${route.path}`;
      if (status !== 403 && !(status === 404 && ofSomebody.test(route.path))) return null;
      const id = ofSomebody.test(route.path) ? c.req.path.split('/')[3]?.toLowerCase() : undefined;
      const subject = id !== undefined && looksLikeId.test(id) ? id : null;
      return { event: 'access-refused', actor: principal.accountId, subject, about };
    }
  };
}

/** An official's look at a list: how many lines, not whose. */
export function noteList(c: Context<RequestVariables>, what: string, lines: number): void {
  c.set('audit', { event: 'queue-read', actor: getPrincipal(c).accountId, subject: null, about: `${what}: ${lines}` });
}

/** An official was given the whole numbers behind `fields`, the ids of questions. */
export function noteReveal(c: Context<RequestVariables>, applicationId: string, fields: string): void {
  c.set('audit', { event: 'reveal', actor: getPrincipal(c).accountId, subject: applicationId, about: fields });
}

/** An official's look at what is somebody else's; nobody's own is noted. */
export function noteLook(
  c: Context<RequestVariables>,
  event: 'application-read' | 'document-read',
  {
    id,
    ownerId,
    claimedBy = null,
  }: { readonly id: string; readonly ownerId: string; readonly claimedBy?: string | null },
): void {
  const { accountId } = getPrincipal(c);
  if (ownerId !== accountId && claimedBy !== accountId)
    c.set('audit', { event, actor: accountId, subject: id, about: null });
}
