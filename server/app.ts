import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { AppPorts } from './app-ports.ts';
import type { RequestVariables } from './auth/authenticator.ts';
import { assertEveryRouteHasAccess, enforceAccess } from './http/access.ts';
import { auditTrail } from './http/audit.ts';
import { refuseOtherCodings } from './http/body-coding.ts';
import { guardJson } from './http/json-guard.ts';
import { invalidRequest } from './http/invalid-request.ts';
import { rawProblem, retryAfter } from './http/problem.ts';
import { rateLimit } from './http/rate-limit.ts';
import { requestLog } from './http/request-log.ts';
import { securityHeaders } from './http/security-headers.ts';
import { renewCookie } from './http/renew-cookie.ts';
import { addApplicationRoutes } from './routes/application-routes.ts';
import { addClaimRoutes } from './routes/claim-routes.ts';
import { addDecisionRoutes } from './routes/decision-routes.ts';
import { addDocumentRoutes } from './routes/document-routes.ts';
import { addDeviceRoutes } from './routes/device-routes.ts';
import { addErasureRoutes } from './routes/erasure-routes.ts';
import { addKeySetRoute } from './routes/key-set-route.ts';
import { addLockRoutes } from './routes/lock-routes.ts';
import { addMapRoutes } from './routes/map-routes.ts';
import { addNoticeRoutes } from './routes/notice-routes.ts';
import { addPageRoutes } from './routes/page-routes.ts';
import { addProviderRoutes } from './routes/provider-routes.ts';
import { addPushRoutes } from './routes/push-routes.ts';
import { addResultRoutes } from './routes/result-routes.ts';
import { addRevealRoutes } from './routes/reveal-routes.ts';
import { addRevisionRoutes } from './routes/revision-routes.ts';
import { addQueueRoutes } from './routes/queue-routes.ts';
import { addReceiptRoutes } from './routes/receipt-routes.ts';
import { addServiceRoutes } from './routes/service-routes.ts';
import { addShareRoute } from './routes/share-route.ts';
import { addSignInRoutes } from './routes/sign-in-routes.ts';
import { addSessionRoutes } from './routes/session-routes.ts';
import { addStatusLookupRoutes } from './routes/status-lookup-routes.ts';
import { addStatisticsRoutes } from './routes/statistics-routes.ts';
import { addSurveyRoutes } from './routes/survey-routes.ts';
import { addUploadRoutes } from './routes/upload-routes.ts';
import { StoreUnavailableError } from './stores/sql-database.ts';

const largestJsonBytes = 1024 * 1024;
const unavailableRetryMs = 5000;

/** The reference backend as a function from requests to answers. Opens no port, reads no environment, owns no clock. */
export function createApp(ports: AppPorts) {
  const app = new OpenAPIHono<RequestVariables>({ defaultHook: invalidRequest });

  app.use(requestLog(ports.logger));
  app.use(securityHeaders(ports.publicOrigin.startsWith('https:')));
  app.use(async (c, next) => {
    await next();
    if (ports.readiness.draining()) c.res.headers.set('Connection', 'close');
  });
  addShareRoute(app);
  const { ofAddress, ofPerson } = rateLimit(ports);
  app.use(ofAddress);
  app.use(auditTrail((note) => ports.audit.append(note, ports.nowMs())));
  app.use(enforceAccess(ports.authenticator, ports.publicOrigin, ofPerson));
  app.use(renewCookie(ports.cookie));
  app.use(refuseOtherCodings);
  const limitJson = bodyLimit({ maxSize: largestJsonBytes, onError: () => rawProblem('too-large') });
  app.use((c, next) => (c.req.path.startsWith('/v1/uploads/') ? next() : limitJson(c, next)));
  app.use(guardJson);
  if (ports.gateway !== null) app.use(ports.gateway.handle);

  addServiceRoutes(app, ports);
  addMapRoutes(app, ports);
  addApplicationRoutes(app, ports);
  addClaimRoutes(app, ports);
  addDecisionRoutes(app, ports);
  addRevisionRoutes(app, ports);
  addSurveyRoutes(app, ports);
  addStatisticsRoutes(app, ports);
  addQueueRoutes(app, ports);
  addRevealRoutes(app, ports);
  addResultRoutes(app, ports);
  addReceiptRoutes(app, ports);
  addStatusLookupRoutes(app, ports);
  addDocumentRoutes(app, ports);
  addUploadRoutes(app, ports);
  addSignInRoutes(app, ports);
  addProviderRoutes(app, ports);
  addSessionRoutes(app, ports);
  addErasureRoutes(app, ports);
  addDeviceRoutes(app, ports);
  addLockRoutes(app, ports);
  addPushRoutes(app, ports);
  addNoticeRoutes(app, ports);
  addKeySetRoute(app, ports);
  addPageRoutes(app, ports);
  assertEveryRouteHasAccess(app.routes);

  app.onError((error) => {
    if (error instanceof StoreUnavailableError) {
      ports.logger.warn('store unavailable', { because: error.message });
      return rawProblem('unavailable', { headers: retryAfter(unavailableRetryMs) });
    }
    if (error instanceof HTTPException) {
      if (error.status === 400) return rawProblem('not-json');
      if (error.status === 415) return rawProblem('media-type');
    }
    ports.logger.error('unexpected error', error);
    return rawProblem('internal');
  });
  return app;
}
