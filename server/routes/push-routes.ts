import type { OpenAPIHono } from '@hono/zod-openapi';
import { deletePushSubscription, putPushSubscription } from '#contract/routes/push.ts';
import type { AppPorts } from '../app-ports.ts';
import { getPrincipal, type RequestVariables } from '../auth/authenticator.ts';
import { problem } from '../http/problem.ts';

export function addPushRoutes(app: OpenAPIHono<RequestVariables>, ports: AppPorts): void {
  app.openapi(putPushSubscription, async (c) => {
    if (ports.push === null) return problem(c, 'not-found');
    const { id } = c.req.valid('param');
    const { endpoint, keys, vapidPublicKey } = c.req.valid('json');
    const wrong = ports.push.problemOf({ endpoint, keys, vapidPublicKey });
    if (wrong !== null) return problem(c, 'invalid-request', { errors: [wrong] });
    const { accountId, sessionId } = getPrincipal(c);
    const put = await ports.pushes.put(
      { id, accountId, sessionId, endpoint, ...keys, serverKey: vapidPublicKey },
      ports.nowMs(),
    );
    switch (put) {
      case 'created':
        return c.json({ id }, 201);
      case 'kept':
        return c.json({ id }, 200);
      case 'foreign':
        return problem(c, 'not-found');
      case 'ended':
        return problem(c, 'sign-in-needed');
    }
  });

  app.openapi(deletePushSubscription, async (c) => {
    const removed = await ports.pushes.remove(c.req.valid('param').id, getPrincipal(c).accountId);
    return removed ? c.body(null, 204) : problem(c, 'not-found');
  });
}
