import type { OpenAPIHono } from '@hono/zod-openapi';
import { getNotices, putNotices } from '#contract/routes/notices.ts';
import type { AppPorts } from '../app-ports.ts';
import { getPrincipal, type RequestVariables } from '../auth/authenticator.ts';
import { problem } from '../http/problem.ts';

export function addNoticeRoutes(app: OpenAPIHono<RequestVariables>, { notices }: AppPorts): void {
  app.openapi(getNotices, async (c) => {
    if (notices === null) return problem(c, 'not-found');
    return c.json({ wanted: await notices.wants(getPrincipal(c).accountId) }, 200);
  });

  app.openapi(putNotices, async (c) => {
    if (notices === null) return problem(c, 'not-found');
    const { wanted } = c.req.valid('json');
    await notices.setWants(getPrincipal(c).accountId, wanted);
    return c.json({ wanted }, 200);
  });
}
