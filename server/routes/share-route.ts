import type { OpenAPIHono } from '@hono/zod-openapi';
import type { RequestVariables } from '../auth/authenticator.ts';

/**
 * Another app shares a file with an installed app whose worker is not there yet (it always answers this itself). The
 * file is not read, and the page says that it has to be shared once more. Added before who may call is asked: the
 * browser sends it for no site, it changes nothing, and its body may be of any size.
 */
export function addShareRoute(app: OpenAPIHono<RequestVariables>): void {
  app.post('/share', (c) => c.redirect('/bagikan?belum', 303));
}
