import type { OpenAPIHono, z } from '@hono/zod-openapi';
import { getCapabilities, getService, getServiceSchema, listServices } from '#contract/routes/services.ts';
import { apiVersion, type Capabilities } from '#contract/schemas.ts';
import type { AppPorts } from '../app-ports.ts';
import type { RequestVariables } from '../auth/authenticator.ts';
import { signInOffer } from '../auth/sign-in-offer.ts';
import { problem } from '../http/problem.ts';
import { publish, publishedAnswer } from '../http/published.ts';
import { mapTemplate } from './map-routes.ts';

export function addServiceRoutes(app: OpenAPIHono<RequestVariables>, ports: AppPorts): void {
  let capabilities = publish('{}');
  app.openapi(getCapabilities, (c) => {
    const body = JSON.stringify({
      apiVersions: [apiVersion],
      ...signInOffer(ports),
      uploadProtocols: ['tus-1.0.0'],
      maxUploadSize: ports.maxUploadBytes,
      push: ports.push === null ? null : { vapidPublicKey: ports.push.publicKey },
      features: [
        'applications',
        'uploads',
        'changes',
        'decisions',
        'queue',
        'service-schemas',
        'signed-receipts',
        'erasure',
        'claims',
        'on-behalf',
        'sealing',
        'device-sequence',
        'device-orders',
        'upload-ticket',
        'revisions',
        'results',
        'survey',
        'lock-shares',
        'lock-recovery',
        'reveals',
      ],
      sealing: ports.sealing.terms(ports.nowMs()),
      ...mapOf(ports),
    } satisfies z.input<typeof Capabilities>);
    if (body !== capabilities.body) capabilities = publish(body);
    return publishedAnswer(c, capabilities, 'application/json');
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

function mapOf({ mapTiles }: AppPorts) {
  if (mapTiles === null) return {};
  const { bounds, ...offer } = mapTiles.offer;
  return { map: { tiles: mapTemplate, ...offer, bounds: [...bounds] } };
}
