import type { OpenAPIHono } from '@hono/zod-openapi';
import { getDocumentContent, putDocument } from '#contract/routes/documents.ts';
import { sealedSize } from '#domain/sealing/frames.ts';
import type { AppPorts } from '../app-ports.ts';
import { maySee } from '../applications/may-see.ts';
import { getPrincipal, type RequestVariables } from '../auth/authenticator.ts';
import { streamOf } from '../http/body-stream.ts';
import { noteLook } from '../http/audit.ts';
import { problem } from '../http/problem.ts';
import type { StoredDocument } from '../stores/document-store.ts';
import { servedKeyOf } from '../uploads/finish-upload.ts';
import { refusalDetails } from '../uploads/judging/paper-refusal.ts';
import { readProgress } from '../uploads/receive-upload.ts';
import { isSpent, paperRefusal } from './by-ticket.ts';

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
    if (document.ownerId !== principal.accountId) {
      const application = await ports.applications.find(document.applicationId);
      if (application === undefined || !maySee(principal, application)) return problem(c, 'not-found');
    }
    if (document.expired) return problem(c, 'expired');
    noteLook(c, 'document-read', document);
    const content = await ports.uploads.read(servedKeyOf(document));
    if (content === undefined || content.sizeBytes !== (document.rewrittenSizeBytes ?? document.sizeBytes)) {
      throw new Error('A verified document is not in the storage');
    }
    // HEAD is answered from here as well: an opened stream that nobody reads would keep its file open.
    return new Response(c.req.method === 'HEAD' ? null : streamOf(content.chunks), {
      headers: {
        'Content-Type': document.mediaType,
        'Content-Length': String(content.sizeBytes),
        'Content-Disposition': `attachment; filename="${document.id}.${extensionOf(document.mediaType)}"`,
        'Content-Security-Policy': `default-src 'none'; sandbox`,
        'Cache-Control': 'no-store',
      },
    });
  });
}

async function ticketOf(ports: AppPorts, document: StoredDocument) {
  const { id, sizeBytes } = document;
  const progress = await readProgress(ports, document);
  // Somebody is writing at this moment: how far they are is asked again with HEAD.
  if (progress === 'busy') return { id, state: 'uploading' as const, uploadUrl: uploadUrlOf(document), offset: 0 };
  switch (progress.kind) {
    case 'open': {
      const state = progress.offsetBytes === 0 ? ('expected' as const) : ('uploading' as const);
      return { id, state, uploadUrl: uploadUrlOf(document), offset: progress.offsetBytes };
    }
    case 'clean':
    case 'scanning':
      return { id, state: progress.kind, uploadUrl: null, offset: sizeBytes };
    case 'refused': {
      const { reason } = progress;
      return { id, state: 'rejected' as const, uploadUrl: null, offset: 0, reason, detail: refusalDetails[reason] };
    }
  }
}

function uploadUrlOf(document: StoredDocument): string {
  return `/v1/uploads/${document.uploadKey}`;
}

function extensionOf(mediaType: StoredDocument['mediaType']): string {
  return { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'application/pdf': 'pdf' }[mediaType];
}
