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
      issuer: ports.provider?.issuer ?? null,
      clientId: ports.provider?.clientId ?? null,
      signIn: signInOf(ports),
      uploadProtocols: ['tus-1.0.0'],
      maxUploadSize: ports.maxUploadBytes,
      push: null,
      features: [
        'applications',
        'uploads',
        'changes',
        'decisions',
        'queue',
        'service-schemas',
        'signed-receipts',
        'erasure',
      ],
    };
    return c.json({ ...capabilities, ...providerOf(ports), ...mapOf(ports) }, 200);
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

function providerOf({ provider }: AppPorts) {
  return provider === null ? {} : { officialSignIn: '/v1/auth/oidc' };
}

function mapOf({ mapTiles }: AppPorts) {
  if (mapTiles === null) return {};
  const { bounds, ...offer } = mapTiles.offer;
  return { map: { tiles: mapTemplate, ...offer, bounds: [...bounds] } };
}

function signInOf({ issuer, provider }: AppPorts): 'none' | 'demo' | 'otp' | 'oidc' {
  if (issuer === null) return 'none';
  if (issuer.requestCode !== null) return 'otp';
  return provider === null ? 'demo' : 'oidc';
}
