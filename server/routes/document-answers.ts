import type { Context } from 'hono';
import type { AppPorts } from '../app-ports.ts';
import type { RequestVariables } from '../auth/authenticator.ts';
import { noteLook } from '../http/audit.ts';
import { streamOf } from '../http/body-stream.ts';
import type { StoredDocument } from '../stores/document-store.ts';
import { servedKeyOf } from '../uploads/finish-upload.ts';
import { refusalDetails } from '../uploads/judging/paper-refusal.ts';
import { readProgress } from '../uploads/receive-upload.ts';

/** The bytes of a verified document, to who may see it; the look is noted. */
export async function contentOf(
  c: Context<RequestVariables>,
  ports: AppPorts,
  document: StoredDocument,
): Promise<Response> {
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
}

/** Where its bytes go, and how far they have come. */
export async function ticketOf(ports: AppPorts, document: StoredDocument) {
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
