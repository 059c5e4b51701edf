import type { OpenAPIHono } from '@hono/zod-openapi';
import { getIssued, getResultContent, putResult } from '#contract/routes/results.ts';
import { resultSlot } from '#domain/application/result-slot.ts';
import { isStorableText } from '#domain/form/clean-text.ts';
import { wibDate } from '#domain/form/wib-date.ts';
import type { AppPorts } from '../app-ports.ts';
import { bodyHash, notCanonicalAt } from '../applications/body-hash.ts';
import { etagOf } from '../applications/application-view.ts';
import { giverOf } from '../applications/may-give.ts';
import { mayDecide, maySee } from '../applications/may-see.ts';
import { heldBack } from '../applications/official-turn.ts';
import { getPrincipal, type RequestVariables } from '../auth/authenticator.ts';
import { namesState } from '../http/conditional.ts';
import { problem } from '../http/problem.ts';
import { contentOf, ticketOf } from './document-answers.ts';
import { officialRefusal } from './official-refusal.ts';

/** What an office gives for an application, and anybody's question whether it did. */
export function addResultRoutes(app: OpenAPIHono<RequestVariables>, ports: AppPorts): void {
  app.openapi(putResult, async (c) => {
    const { id, resultId } = c.req.valid('param');
    const body = c.req.valid('json');
    const principal = getPrincipal(c);
    const application = await ports.applications.find(id);
    if (application === undefined || !maySee(principal, application)) return problem(c, 'not-found');
    if (!mayDecide(principal, application)) return problem(c, 'not-allowed');
    const hash = bodyHash(c.get('json'));
    if (hash === null)
      return problem(c, 'invalid-request', {
        errors: [{ pointer: notCanonicalAt(c.get('json')), code: 'notCanonical' }],
      });
    if (body.kind === 'file' && body.size > ports.maxUploadBytes) return problem(c, 'too-large');
    const words = [body.title, ...(body.kind === 'pickup' ? [body.pickup.place, body.pickup.bring ?? ''] : [])];
    if (!words.every(isStorableText))
      return problem(c, 'invalid-request', { errors: [{ pointer: '/title', code: 'notText' }] });
    const ifMatch = c.req.valid('header')['if-match'];
    const given = await ports.results.give(
      {
        id: resultId,
        applicationId: id,
        officerId: principal.accountId,
        title: body.title,
        number: body.number ?? null,
        pickup: body.kind === 'pickup' ? body.pickup : null,
        file:
          body.kind === 'file' ? { sizeBytes: body.size, sha256: body.sha256, uploadKey: ports.newUploadKey() } : null,
        bodyHash: hash,
      },
      (current) => {
        const because = heldBack(current, namesState(ifMatch, etagOf(current)), principal);
        return because === null ? giverOf(current.status, principal.roles) : { kind: 'refuse', because };
      },
      ports.nowMs(),
    );
    switch (given.kind) {
      case 'created':
        return c.json(await answer(resultId), 201);
      case 'replayed':
        return c.json(await answer(resultId), 200);
      case 'missing':
        return problem(c, 'not-found');
      case 'other-content':
        return problem(c, 'content-conflict');
      case 'number-taken':
        return problem(c, 'number-taken');
      case 'refused':
        return officialRefusal(c, given.because, ifMatch);
    }
  });

  async function answer(id: string) {
    const document = await ports.documents.find(id);
    return document === undefined ? { id } : ticketOf(ports, document);
  }

  app.openapi(getResultContent, async (c) => {
    const document = await ports.documents.find(c.req.valid('param').id);
    if (document?.verified !== true || document.slot !== resultSlot) return problem(c, 'not-found');
    const application = await ports.applications.find(document.applicationId);
    if (application === undefined || !maySee(getPrincipal(c), application)) return problem(c, 'not-found');
    if (document.expired) return problem(c, 'expired');
    return contentOf(c, ports, document);
  });

  app.openapi(getIssued, async (c) => {
    const { number } = c.req.valid('query');
    const issued = await ports.results.findIssued(number);
    if (issued === undefined) return problem(c, 'not-found');
    const { serviceId, office, atMs, sha256 } = issued;
    const told = { number: issued.number, serviceId, issuedOn: wibDate(atMs), office, state: 'valid' as const };
    return c.json(sha256 === null ? told : { ...told, sha256 }, 200);
  });
}
