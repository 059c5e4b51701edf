import type { OpenAPIHono } from '@hono/zod-openapi';
import { getReceiptKeys } from '#contract/routes/receipts.ts';
import type { AppPorts } from '../app-ports.ts';
import type { RequestVariables } from '../auth/authenticator.ts';

export function addReceiptRoutes(app: OpenAPIHono<RequestVariables>, { receipts }: AppPorts): void {
  app.openapi(getReceiptKeys, (c) => {
    c.header('Cache-Control', 'public, max-age=3600');
    return c.json({ keys: [...receipts.published] }, 200);
  });
}
