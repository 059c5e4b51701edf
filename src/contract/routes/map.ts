import { createRoute, z } from '@hono/zod-openapi';
import { anyTrouble, etagHeader, forEverybody, problem } from '../responses.ts';
import { basePath } from '../schemas.ts';

const picture = { schema: { type: 'string' as const, format: 'binary' } };

export const getMapTile = createRoute({
  method: 'get',
  path: `${basePath}/map-tiles/{z}/{x}/{y}`,
  operationId: 'getMapTile',
  summary: 'A picture of the map, 256 pixels a side, where `map` of the capabilities offers one',
  description:
    'Web Mercator (EPSG:3857), y counted from the north. Optional: a backend without a map says no `map` and answers 404. ' +
    'One with its map at another address of the same origin names that in `map.tiles`.',
  ...forEverybody,
  request: {
    params: z.object({
      z: z.string().regex(/^\d{1,2}$/),
      x: z.string().regex(/^\d{1,7}$/),
      y: z.string().regex(/^\d{1,7}$/),
    }),
    headers: z.object({ 'if-none-match': z.string().optional() }),
  },
  responses: {
    200: {
      description: 'The same for everybody; may be kept for a week.',
      headers: etagHeader,
      content: { 'image/png': picture, 'image/jpeg': picture, 'image/webp': picture },
    },
    304: { description: 'Still the picture named by If-None-Match.' },
    404: problem('The map has no picture there.'),
    ...anyTrouble,
  },
});
