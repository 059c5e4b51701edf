import type { OpenAPIHono } from '@hono/zod-openapi';
import { getCapabilities, getService, getServiceSchema, listServices } from '#contract/routes/services.ts';
import { apiVersion } from '#contract/schemas.ts';
import type { AppPorts } from '../app-ports.ts';
import type { RequestVariables } from '../auth/authenticator.ts';
import { problem } from '../http/problem.ts';
import { publishedAnswer } from '../http/published.ts';
import { mapTemplate } from './map-routes.ts';

export function addServiceRoutes(app: OpenAPIHono<RequestVariables>, ports: AppPorts): void {
  app.openapi(getCapabilities, (c) => {
    c.header('Cache-Control', 'public, max-age=300');
    const capabilities = {
      apiVersions: [apiVersion],
      issuer: null,
      clientId: null,
      signIn: signInOf(ports.issuer),
      uploadProtocols: ['tus-1.0.0'],
      maxUploadSize: ports.maxUploadBytes,
      push: null,
      features: ['applications', 'uploads', 'changes', 'decisions', 'queue', 'service-schemas', 'signed-receipts'],
    };
    if (ports.mapTiles === null) return c.json(capabilities, 200);
    const { bounds, ...offer } = ports.mapTiles.offer;
    return c.json({ ...capabilities, map: { tiles: mapTemplate, ...offer, bounds: [...bounds] } }, 200);
  });

  app.openapi(listServices, (c) => publishedAnswer(c, ports.catalogue.list, 'application/json'));

  app.openapi(getService, (c) => {
    const service = ports.catalogue.find(c.req.valid('param').id);
    return service === undefined ? problem(c, 'not-found') : publishedAnswer(c, service.definition, 'application/json');
  });

  app.openapi(getServiceSchema, (c) => {
    const service = ports.catalogue.find(c.req.valid('param').id);
    return service === undefined
      ? problem(c, 'not-found')
      : publishedAnswer(c, service.schema, 'application/schema+json');
  });
}

function signInOf(issuer: AppPorts['issuer']): 'none' | 'demo' | 'otp' {
  if (issuer === null) return 'none';
  return issuer.requestCode === null ? 'demo' : 'otp';
}
