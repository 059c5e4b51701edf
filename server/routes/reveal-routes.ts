import type { OpenAPIHono } from '@hono/zod-openapi';
import { createReveal } from '#contract/routes/reveals.ts';
import { numbersIn } from '#domain/identity/masked-numbers.ts';
import type { AppPorts } from '../app-ports.ts';
import { formOf } from '../applications/form-of.ts';
import { mayDecide, maySee } from '../applications/may-see.ts';
import { revealedFields } from '../applications/revealed-fields.ts';
import { getPrincipal, type RequestVariables } from '../auth/authenticator.ts';
import { noteReveal } from '../http/audit.ts';
import { problem } from '../http/problem.ts';

/** What `asShown` masks, for an official who needs it whole. */
export function addRevealRoutes(app: OpenAPIHono<RequestVariables>, ports: AppPorts): void {
  app.openapi(createReveal, async (c) => {
    const principal = getPrincipal(c);
    const application = await ports.applications.find(c.req.valid('param').id);
    if (application === undefined || !maySee(principal, application)) return problem(c, 'not-found');
    if (!mayDecide(principal, application)) return problem(c, 'not-allowed');
    const numbers = numbersIn(formOf(ports.catalogue, application), application.data);
    noteReveal(c, application.id, revealedFields(numbers.keys()));
    c.header('Cache-Control', 'no-store');
    return c.json({ version: application.version, numbers: Object.fromEntries(numbers) }, 200);
  });
}
