import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppPorts } from '../app-ports.ts';
import type { RequestVariables } from '../auth/authenticator.ts';
import { rawProblem } from '../http/problem.ts';

/** The keys that a backend behind this gateway checks our tokens with, RFC 7517. */
export function addKeySetRoute(app: OpenAPIHono<RequestVariables>, { gateway }: AppPorts): void {
  app.get('/.well-known/jwks.json', (c) => {
    if (gateway === null) return rawProblem('not-found');
    return c.json(gateway.keySet, 200, { 'Cache-Control': 'public, max-age=300' });
  });
}
