import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { withoutMetadata } from '#domain/document/metadata/strip-metadata.ts';
import { finishDocument, maySee } from './model-applications.ts';
import {
  isAnswer,
  jsonAnswer,
  type ModelAnswer,
  type ModelRequest,
  problemAnswer,
  readBody,
  readJson,
} from './model-answer.ts';
import { fingerprintOf, type ModelState, type StoredDocument } from './model-state.ts';

export const modelMaxUploadSize = 4 * 1024 * 1024;

const Announcement = z.object({
  applicationId: z.uuid(),
  slot: z.string().min(1),
  mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']),
  size: z.int().positive(),
  sha256: z.string().length(64),
});

export async function putDocument(state: ModelState, request: ModelRequest, id: string): Promise<ModelAnswer> {
  if (request.account.role !== 'citizen') return problemAnswer(403, 'Only citizens send papers');
  const body = await readJson(state, request);
  if (isAnswer(body)) return body;
  const parsed = Announcement.safeParse(body.value);
  if (!parsed.success && state.has('announcement-unchecked')) {
    return jsonAnswer(201, { id, state: 'expected', uploadUrl: '/v1/uploads/nowhere', offset: 0 });
  }
  if (!parsed.success) return problemAnswer(422, 'Not an announcement');
  const { applicationId, ...ref } = parsed.data;
  if (ref.size > modelMaxUploadSize && !state.has('document-any-size')) return problemAnswer(413, 'Too large');
  const held = state.documents.get(id);
  if (held !== undefined) {
    if (!isOwn(state, request, held)) return problemAnswer(404, 'No such document');
    const isSame = held.applicationId === applicationId && fingerprintOf(held.ref) === fingerprintOf({ id, ...ref });
    if (!isSame || state.has('document-replay-409')) return problemAnswer(409, 'The id is used with other content');
    return ticketAnswer(held, 200);
  }
  const application = state.applications.get(applicationId);
  if (
    application !== undefined &&
    application.ownerId !== request.account.id &&
    !state.has('stranger-attaches-papers')
  ) {
    return problemAnswer(404, 'No such application');
  }
  const document: StoredDocument = {
    id,
    ownerId: request.account.id,
    applicationId,
    ref: { id, ...ref },
    uploadKey: randomUUID(),
    bytes: Buffer.alloc(0),
    isVerified: false,
    isRejected: false,
    isBusy: false,
  };
  state.documents.set(id, document);
  return ticketAnswer(document, 201);
}

export function getContent(state: ModelState, request: ModelRequest, id: string): ModelAnswer {
  const document = state.documents.get(id);
  const application = document === undefined ? undefined : state.applications.get(document.applicationId);
  const isVisible =
    document !== undefined &&
    (request.account.role === 'officer'
      ? application !== undefined && maySee(state, request, application)
      : isOwn(state, request, document));
  if (!isVisible || (!document.isVerified && !state.has('content-before-verified'))) {
    return problemAnswer(404, 'No such document');
  }
  const headers = {
    'content-type': document.ref.mediaType,
    'content-disposition': 'attachment',
    'x-content-type-options': 'nosniff',
  };
  return { status: 200, headers, body: withoutCamera(state, document) };
}

/** tus 1.0.0 core. */
export async function answerUpload(state: ModelState, request: ModelRequest, key: string): Promise<ModelAnswer> {
  const document = [...state.documents.values()].find(({ uploadKey }) => uploadKey === key);
  if (document === undefined || !isOwn(state, request, document)) return problemAnswer(404, 'No such upload');
  if (request.method === 'HEAD') {
    const caching = state.has('head-cacheable') ? 'max-age=60' : 'no-store';
    const headers = { 'upload-length': String(document.ref.size), 'cache-control': caching };
    return tusAnswer(200, document, headers);
  }
  if (request.method === 'POST' && state.has('post-resets-upload')) {
    document.bytes = Buffer.alloc(0);
    return tusAnswer(201, document);
  }
  if (request.method !== 'PATCH') return { ...problemAnswer(405, 'Not allowed'), headers: { allow: 'HEAD, PATCH' } };
  return patchUpload(state, request, document);
}

async function patchUpload(state: ModelState, request: ModelRequest, document: StoredDocument): Promise<ModelAnswer> {
  const refusal = await refuse(state, request, document);
  if (refusal !== null) {
    // The rest of the body is read, so that the client reads the answer.
    await readBody(request.stream).catch(() => undefined);
    return refusal;
  }
  document.isBusy = true;
  const hasRoom = await append(state, request, document).finally(() => {
    document.isBusy = false;
  });
  if (!hasRoom) return problemAnswer(413, 'More bytes than announced');
  if (document.bytes.length < document.ref.size) {
    if (state.has('counts-begun-papers')) await finishDocument(state, document);
    return tusAnswer(204, document);
  }
  if (state.has('takes-too-many-bytes')) document.bytes = document.bytes.subarray(0, document.ref.size);
  const digest = createHash('sha256').update(document.bytes).digest('hex');
  if (digest !== document.ref.sha256 && !state.has('digest-unchecked')) {
    if (!state.has('digest-keeps-offset')) document.bytes = Buffer.alloc(0);
    return problemAnswer(460, 'The bytes are not the announced ones');
  }
  if (!looksLike(document.ref.mediaType, document.bytes) && !state.has('type-unchecked')) {
    document.bytes = Buffer.alloc(0);
    return problemAnswer(460, 'The bytes are not of the announced type');
  }
  if (document.bytes.includes('/JavaScript') && !state.has('takes-scripted-pdf')) {
    document.isRejected = true;
    document.bytes = Buffer.alloc(0);
    return problemAnswer(422, 'The paper can not be taken');
  }
  await finishDocument(state, document);
  return tusAnswer(204, document);
}

function withoutCamera(state: ModelState, { bytes, ref }: StoredDocument): Buffer {
  if (!isPictureType(ref.mediaType) || state.has('keeps-camera-words')) return bytes;
  const pixels = withoutMetadata(Uint8Array.from(bytes).buffer, ref.mediaType);
  return pixels === null ? bytes : Buffer.from(pixels);
}

function isPictureType(mediaType: string): mediaType is 'image/jpeg' | 'image/png' | 'image/webp' {
  return mediaType.startsWith('image/');
}

async function refuse(state: ModelState, request: ModelRequest, document: StoredDocument): Promise<ModelAnswer | null> {
  if (request.header('tus-resumable') !== '1.0.0' && !state.has('tus-version-ignored')) {
    return problemAnswer(412, 'Tus-Resumable is not 1.0.0');
  }
  if (request.header('content-type') !== 'application/offset+octet-stream')
    return problemAnswer(415, 'Wrong media type');
  const offset = request.header('upload-offset') ?? '';
  if (!/^[0-9]+$/.test(offset)) return problemAnswer(400, 'Upload-Offset is missing');
  if (state.has('offset-unchecked') || (document.isVerified && state.has('late-piece-appended'))) return null;
  if (document.isBusy && !state.has('two-writers')) return problemAnswer(423, 'Another request is writing');
  return Number(offset) === document.bytes.length ? null : problemAnswer(409, 'Upload-Offset is not the end');
}

/** Keeps every chunk as it arrives. @returns false when there are more bytes than announced */
async function append(state: ModelState, request: ModelRequest, document: StoredDocument): Promise<boolean> {
  const isWholePiece = state.has('cut-loses-bytes');
  const isUnlimited = state.has('takes-too-many-bytes') || (document.isVerified && state.has('late-piece-appended'));
  const room = () => (isUnlimited ? Number.POSITIVE_INFINITY : document.ref.size - document.bytes.length);
  const declared = Number(request.header('content-length') ?? 0);
  if (declared > room()) {
    await readBody(request.stream);
    return false;
  }
  let waiting = Buffer.alloc(0);
  let isMore = false;
  for await (const chunk of request.stream) {
    if (!Buffer.isBuffer(chunk)) continue;
    isMore ||= chunk.length > room();
    if (isWholePiece) waiting = Buffer.concat([waiting, chunk]);
    else if (!isMore) document.bytes = Buffer.concat([document.bytes, chunk]);
  }
  document.bytes = Buffer.concat([document.bytes, waiting]);
  return !isMore;
}

/** By its first bytes. */
function looksLike(mediaType: string, bytes: Buffer): boolean {
  const signatures = {
    'image/jpeg': 'ffd8ff',
    'image/png': '89504e47',
    'image/webp': '52494646',
    'application/pdf': '25504446',
  };
  return Object.entries(signatures).some(
    ([type, hex]) => type === mediaType && bytes.toString('hex', 0, 4).startsWith(hex),
  );
}

function isOwn(state: ModelState, request: ModelRequest, document: StoredDocument): boolean {
  return document.ownerId === request.account.id || state.has('document-other-owner');
}

function ticketAnswer(document: StoredDocument, status: number): ModelAnswer {
  const { id, isRejected } = document;
  if (isRejected) {
    return jsonAnswer(status, { id, state: 'rejected', uploadUrl: null, offset: 0, detail: 'PDF ini berisi program.' });
  }
  const offset = document.bytes.length;
  const state = document.isVerified ? 'clean' : offset > 0 ? 'uploading' : 'expected';
  const uploadUrl = document.isVerified ? null : `/v1/uploads/${document.uploadKey}`;
  return jsonAnswer(status, { id: document.id, state, uploadUrl, offset });
}

function tusAnswer(
  status: number,
  document: StoredDocument,
  headers: Readonly<Record<string, string>> = {},
): ModelAnswer {
  return { status, headers: { 'tus-resumable': '1.0.0', 'upload-offset': String(document.bytes.length), ...headers } };
}
