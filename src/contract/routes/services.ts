import { createRoute, z } from '@hono/zod-openapi';
import { anyTrouble, forEverybody, jsonAnswerWithEtag, problem } from '../responses.ts';
import { basePath, Capabilities, ServiceDefinitionWire, ServiceList } from '../schemas.ts';

const ifNoneMatch = z.object({ 'if-none-match': z.string().optional() });
const serviceId = z.object({ id: z.string().min(1).max(100) });
const notModified = { description: 'Still the version named by If-None-Match.' } as const;

export const getCapabilities = createRoute({
  method: 'get',
  path: '/.well-known/public-service-sync',
  operationId: 'getCapabilities',
  summary: 'What this backend can do',
  ...forEverybody,
  request: { headers: ifNoneMatch },
  responses: {
    200: jsonAnswerWithEtag('Capabilities, cacheable.', Capabilities),
    304: notModified,
    ...anyTrouble,
  },
});

export const listServices = createRoute({
  method: 'get',
  path: `${basePath}/services`,
  operationId: 'listServices',
  summary: 'The catalogue',
  ...forEverybody,
  request: { headers: ifNoneMatch },
  responses: { 200: jsonAnswerWithEtag('Every service on offer.', ServiceList), 304: notModified, ...anyTrouble },
});

export const getService = createRoute({
  method: 'get',
  path: `${basePath}/services/{id}`,
  operationId: 'getService',
  summary: 'A service as data: its form, requirements and standard',
  ...forEverybody,
  request: { params: serviceId, headers: ifNoneMatch },
  responses: {
    200: jsonAnswerWithEtag(
      'The definition, in the format of /schemas/service-definition.json.',
      ServiceDefinitionWire,
    ),
    304: notModified,
    404: problem('No such service.'),
    ...anyTrouble,
  },
});

export const getServiceSchema = createRoute({
  method: 'get',
  path: `${basePath}/services/{id}/schema`,
  operationId: 'getServiceSchema',
  summary: "JSON Schema 2020-12 of a service's answers, derived from its definition",
  ...forEverybody,
  request: { params: serviceId, headers: ifNoneMatch },
  responses: {
    200: {
      description: 'Validates `data` of an application with any stock JSON Schema library.',
      headers: { ETag: { description: 'Version.', schema: { type: 'string' as const } } },
      content: { 'application/schema+json': { schema: z.looseObject({ $schema: z.string() }).openapi('JsonSchema') } },
    },
    304: notModified,
    404: problem('No such service.'),
    ...anyTrouble,
  },
});
