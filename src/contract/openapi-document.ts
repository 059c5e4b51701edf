import { OpenAPIHono } from '@hono/zod-openapi';
import { contractRoutes } from './routes.ts';

/** The published contract, OpenAPI 3.1. Depends on nothing but the routes and schemas of this folder. */
export function openapiDocument() {
  const app = new OpenAPIHono();
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  app.openAPIRegistry.registerComponent('securitySchemes', 'cookie', {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-sid',
    description: 'Set by the sign-in; named "sid" on plain http to localhost.',
  });
  for (const route of contractRoutes) app.openAPIRegistry.registerPath(route);
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Public service sync',
      version: '1.0.0',
      description:
        'What a backend must do so that applications made with no signal reach the office. Every create is a PUT on an id ' +
        'minted by the client: 201 first, 200 on repetition, 409 on the same id with other content.',
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    servers: [{ url: '/' }],
  });
}
