import type { OpenAPIHono } from '@hono/zod-openapi';
import { createStatusLookup } from '#contract/routes/status-lookups.ts';
import type { AppPorts } from '../app-ports.ts';
import type { RequestVariables } from '../auth/authenticator.ts';
import { clientAddressOf } from '../http/client-address.ts';
import { problem, retryAfter } from '../http/problem.ts';

/** Of one address, which may be a whole village behind one antenna; nobody types faster. */
const limit = { burst: 60, perSecond: 0.5 };

/** Where an application is, for who holds its receipt: a number alone tells nothing. */
export function addStatusLookupRoutes(app: OpenAPIHono<RequestVariables>, ports: AppPorts): void {
  app.openapi(createStatusLookup, async (c) => {
    const { registrationNumber, secret } = c.req.valid('json');
    const address = clientAddressOf(c, ports.behindProxy);
    const refused =
      ports.limits === null ? null : await ports.counter.take([[`look-up ${address}`, limit]], ports.nowMs());
    if (refused !== null) return problem(c, 'too-many-requests', { headers: retryAfter(refused.retryAfterMs) });
    c.header('Cache-Control', 'no-store');
    const found = await ports.statusLookup.byNumber(registrationNumber.trim().toUpperCase());
    // Also made and compared where there is none, so that both take as long.
    const isRight = ports.lookupSecrets.isRight(found?.id ?? null, secret);
    if (found === undefined || !isRight) return problem(c, 'not-found');
    const { status, dueOn, updatedAtMs } = found;
    return c.json({ status, dueOn, updatedAt: new Date(updatedAtMs).toISOString() }, 200);
  });
}
