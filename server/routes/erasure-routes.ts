import type { OpenAPIHono } from '@hono/zod-openapi';
import { putErasure } from '#contract/routes/erasure.ts';
import type { AppPorts } from '../app-ports.ts';
import { getPrincipal, type RequestVariables } from '../auth/authenticator.ts';
import { eraseFiles } from '../uploads/erase-files.ts';

const moment = (ms: number) => new Date(ms).toISOString();

export function addErasureRoutes(app: OpenAPIHono<RequestVariables>, ports: AppPorts): void {
  app.openapi(putErasure, async (c) => {
    const request = await ports.erasures.erase(getPrincipal(c).accountId, ports.nowMs());
    await eraseFiles(ports);
    c.header('Set-Cookie', ports.cookie.clear());
    return c.json(
      {
        requestedAt: moment(request.requestedAtMs),
        dueAt: moment(request.dueAtMs),
        erasedApplications: request.erased,
        keptApplications: request.kept,
      },
      200,
    );
  });
}
