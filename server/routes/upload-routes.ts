import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { patchUpload } from '#contract/routes/documents.ts';
import type { AppPorts } from '../app-ports.ts';
import { getPrincipal, type RequestVariables } from '../auth/authenticator.ts';
import { piecesOf } from '../http/body-stream.ts';
import { rawProblem, retryAfter } from '../http/problem.ts';
import type { ProblemKind } from '../http/problem-kinds.ts';
import type { StoredDocument } from '../stores/document-store.ts';
import { uploadKeyPattern } from '../uploads/upload-key.ts';
import { refusalDetails } from '../uploads/judging/paper-refusal.ts';
import { readProgress, receiveUpload, type Received } from '../uploads/receive-upload.ts';
import { mayUpload } from './by-ticket.ts';

const tusVersion = '1.0.0';
const tus = { 'Tus-Resumable': tusVersion, 'Cache-Control': 'no-store' };
const path = '/v1/uploads/:upload';
const busyRetryMs = 2000;

type UploadContext = Context<RequestVariables>;

/**
 * tus 1.0.0 core (https://tus.io/protocols/resumable-upload) on a URL that PUT /documents handed out. There is no
 * creation by POST: with ids chosen by clients a second one would take the upload over.
 */
export function addUploadRoutes(app: OpenAPIHono<RequestVariables>, ports: AppPorts): void {
  app.on('OPTIONS', path, (c) =>
    c.body(null, 204, {
      ...tus,
      'Tus-Version': tusVersion,
      'Tus-Max-Size': String(ports.maxUploadBytes),
      Allow: 'OPTIONS, HEAD, PATCH',
    }),
  );

  // Hono answers HEAD from the GET route; a real GET is not part of the protocol.
  app.get(path, async (c) => {
    if (c.req.method !== 'HEAD') return refusal('method-not-allowed', { Allow: 'OPTIONS, HEAD, PATCH' });
    const document = await find(c);
    if (document instanceof Response) return document;
    const progress = await readProgress(ports, document);
    if (progress === 'busy') return refusal('upload-busy', retryAfter(busyRetryMs));
    // Announced again, it says why: an answer to HEAD has no words.
    if (progress.kind === 'refused') return refusal('not-found');
    const offset = progress.kind === 'open' ? progress.offsetBytes : document.sizeBytes;
    return c.body(null, 200, { ...tus, 'Upload-Offset': String(offset), 'Upload-Length': String(document.sizeBytes) });
  });

  app.openapi(patchUpload, (c) => append(c));

  // "The Server SHOULD be able to handle the X-HTTP-Method-Override header": some networks know GET and POST only.
  app.post(path, (c) => {
    if (c.req.header('x-http-method-override')?.toUpperCase() === 'PATCH') return append(c);
    return refusal('method-not-allowed', { Allow: 'OPTIONS, HEAD, PATCH' });
  });

  async function append(c: UploadContext): Promise<Response> {
    const document = await find(c);
    if (document instanceof Response) return document;
    const mediaType = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
    if (mediaType !== 'application/offset+octet-stream') return refusal('media-type');
    const offset = wholeNumber(c.req.header('upload-offset'));
    if (offset === undefined) return refusal('invalid-parameter');
    const length = wholeNumber(c.req.header('content-length'));
    if (offset + (length ?? 0) > document.sizeBytes) return refusal('too-large');
    const pieces = piecesOf(c.req.raw);
    const received = await receiveUpload(ports, document, offset, pieces);
    pieces.discardRest();
    return answerTo(document, received);
  }

  /** Another account's upload is as unknown as one that never was. */
  async function find(c: UploadContext): Promise<StoredDocument | Response> {
    if (c.req.header('tus-resumable') !== tusVersion) return refusal('tus-version', { 'Tus-Version': tusVersion });
    const key = c.req.param('upload') ?? '';
    const document = uploadKeyPattern.test(key) ? await ports.documents.findByUploadKey(key) : undefined;
    return document === undefined || !mayUpload(getPrincipal(c), document) ? refusal('not-found') : document;
  }
}

function answerTo({ slot }: StoredDocument, received: Received): Response {
  switch (received.kind) {
    case 'held':
      return new Response(null, { status: 204, headers: { ...tus, 'Upload-Offset': String(received.offsetBytes) } });
    case 'wrong-offset':
      return refusal('wrong-offset', { 'Upload-Offset': String(received.offsetBytes) });
    case 'too-long':
      return refusal('too-large');
    case 'mismatch':
      return refusal('digest-mismatch', { 'Upload-Offset': '0' });
    case 'refused':
      return rawProblem('paper-refused', {
        headers: tus,
        detail: refusalDetails[received.reason],
        errors: [{ pointer: `/documents/${slot}`, code: received.reason }],
      });
    case 'busy':
      return refusal('upload-busy', retryAfter(busyRetryMs));
  }
}

function refusal(kind: ProblemKind, headers: Readonly<Record<string, string>> = {}): Response {
  return rawProblem(kind, { headers: { ...tus, ...headers } });
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
