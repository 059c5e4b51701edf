import type { OpenAPIHono } from '@hono/zod-openapi';
import { getDocumentContent, putDocument } from '#contract/routes/documents.ts';
import { resultSlot } from '#domain/application/result-slot.ts';
import { sealedSize } from '#domain/sealing/frames.ts';
import type { AppPorts } from '../app-ports.ts';
import { maySee } from '../applications/may-see.ts';
import { getPrincipal, type RequestVariables } from '../auth/authenticator.ts';
import { problem } from '../http/problem.ts';
import { isSpent, paperRefusal } from './by-ticket.ts';
import { contentOf, ticketOf } from './document-answers.ts';

export function addDocumentRoutes(app: OpenAPIHono<RequestVariables>, ports: AppPorts): void {
  app.openapi(putDocument, async (c) => {
    const { size, sealed, ...announcement } = c.req.valid('json');
    if (size > (sealed === true ? sealedSize(ports.maxUploadBytes) : ports.maxUploadBytes))
      return problem(c, 'too-large');
    const principal = getPrincipal(c);
    const { accountId, sessionId } = principal;
    const { id } = c.req.valid('param');
    const unfit = await paperRefusal(ports, principal, { id, applicationId: announcement.applicationId });
    if (unfit === 'not-allowed') return problem(c, unfit);
    if (unfit === 'not-found') return problem(c, unfit);
    const isNew = principal.ticket !== undefined && (await ports.documents.find(id)) === undefined;
    if (isNew && (await isSpent(ports, principal))) return problem(c, 'sign-in-needed');
    const announced = await ports.documents.announce(
      {
        ...announcement,
        ...(sealed === true ? { sealed } : {}),
        id,
        sizeBytes: size,
        ownerId: accountId,
        ...(ports.issuer === null ? {} : { sessionId }),
        uploadKey: ports.newUploadKey(),
      },
      ports.nowMs(),
    );
    switch (announced.kind) {
      case 'created':
        return c.json(await ticketOf(ports, announced.document), 201);
      case 'replayed':
        return c.json(await ticketOf(ports, announced.document), 200);
      case 'foreign':
        return problem(c, 'not-found');
      case 'erased':
        return problem(c, 'erased');
      case 'other-content':
        return problem(c, 'content-conflict');
      case 'too-many':
        return problem(c, 'too-many-documents');
    }
  });

  app.openapi(getDocumentContent, async (c) => {
    const document = await ports.documents.find(c.req.valid('param').id);
    if (document === undefined || !document.verified) return problem(c, 'not-found');
    const principal = getPrincipal(c);
    // What an office has given is not theirs who uploaded it: they may work elsewhere by now.
    if (document.ownerId !== principal.accountId || document.slot === resultSlot) {
      const application = await ports.applications.find(document.applicationId);
      if (application === undefined || !maySee(principal, application)) return problem(c, 'not-found');
    }
    if (document.expired) return problem(c, 'expired');
    return contentOf(c, ports, document);
  });
}
