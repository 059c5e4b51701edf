import type { OpenAPIHono } from '@hono/zod-openapi';
import { getMapTile } from '#contract/routes/map.ts';
import type { AppPorts } from '../app-ports.ts';
import type { RequestVariables } from '../auth/authenticator.ts';
import { namesEtag } from '../http/conditional.ts';
import { problem } from '../http/problem.ts';

/** Where this backend serves its own map. */
export const mapTemplate = getMapTile.path;

/** A week: a map of streets changes slowly, and a phone asks by ETag after that. */
const keptForS = 7 * 24 * 3600;

export function addMapRoutes(app: OpenAPIHono<RequestVariables>, ports: AppPorts): void {
  app.openapi(getMapTile, (c) => {
    const { z, x, y } = c.req.valid('param');
    const tile = ports.mapTiles?.find(Number(z), Number(x), Number(y)) ?? null;
    if (tile === null) return problem(c, 'not-found');
    const headers = { 'Cache-Control': `public, max-age=${keptForS}`, ETag: tile.etag };
    if (namesEtag(c.req.header('if-none-match'), tile.etag)) return new Response(null, { status: 304, headers });
    return new Response(tile.bytes, { headers: { ...headers, 'Content-Type': tile.mediaType } });
  });
}
