import { readFileSync } from 'node:fs';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppPorts } from '../app-ports.ts';
import type { RequestVariables } from '../auth/authenticator.ts';
import { accessTable } from '../http/access.ts';
import { plainPageStyle, plainPageStylePath } from '../http/plain-page-style.ts';
import { rawProblem } from '../http/problem.ts';
import { publish, publishedAnswer } from '../http/published.ts';

const definitionFormatFile = new URL('../../src/domain/service/service-definition.schema.json', import.meta.url);
const openapiFile = new URL('../../openapi.json', import.meta.url);
/** Addresses that are never a page of the app: what is not found there is a problem document, not HTML. */
const reserved = /^\/(v1|health|schemas|\.well-known)(\/|$)/;

/** Health, published documents and the built app. Added last: the app's pages take every address that is left. */
export function addPageRoutes(app: OpenAPIHono<RequestVariables>, ports: AppPorts): void {
  app.get('/health/live', (c) => c.json({ status: 'live' }));
  app.get('/health/ready', async (c) => {
    if (ports.readiness.draining()) return rawProblem('unavailable', { headers: { 'Retry-After': '5' } });
    await ports.readiness.check();
    return c.json({ status: 'ready' });
  });

  const definitionFormat = publish(readFileSync(definitionFormatFile, 'utf8'));
  const openapi = publish(readFileSync(openapiFile, 'utf8'));
  app.get('/schemas/service-definition.json', (c) => publishedAnswer(c, definitionFormat, 'application/schema+json'));
  app.get(plainPageStylePath, (c) => publishedAnswer(c, plainPageStyle, 'text/css'));
  app.get('/openapi.json', (c) => publishedAnswer(c, openapi, 'application/json'));

  app.get('/*', (c) => {
    const page = reserved.test(c.req.path)
      ? null
      : ports.staticFiles.answer({ path: c.req.path, headers: c.req.raw.headers });
    return page ?? notFound(c.req.path, c.req.method);
  });
  app.notFound((c) => notFound(c.req.path, c.req.method));
}

const knownPaths = [...accessTable.keys()]
  .filter((key) => key !== 'GET /*')
  .map((key) => {
    const [method = '', pattern = ''] = key.split(' ');
    return { method, address: new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`) };
  });

function notFound(path: string, method: string): Response {
  const allowed = knownPaths.filter(({ address }) => address.test(path)).map((known) => known.method);
  if (allowed.length === 0 || allowed.includes(method)) return rawProblem('not-found');
  return rawProblem('method-not-allowed', { headers: { Allow: [...new Set(allowed)].join(', ') } });
}
