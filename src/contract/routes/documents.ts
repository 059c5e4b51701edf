import { createRoute, z } from '@hono/zod-openapi';
import {
  anyTrouble,
  forApplicants,
  forSignedIn,
  jsonAnswer,
  jsonBody,
  needsSession,
  problem,
  sessionSecurity,
} from '../responses.ts';
import { basePath, DocumentAnnouncement, DocumentTicket, Id } from '../schemas.ts';

const binary = { type: 'string' as const, format: 'binary' };

export const putDocument = createRoute({
  method: 'put',
  path: `${basePath}/documents/{id}`,
  operationId: 'putDocument',
  summary: 'Announce a document and learn where its bytes go',
  description: 'May come before its application. Repeat it at any time to learn the upload URL and the offset again.',
  security: sessionSecurity,
  ...forApplicants,
  request: { params: z.object({ id: Id }), body: jsonBody(DocumentAnnouncement) },
  responses: {
    200: jsonAnswer('Announced already.', DocumentTicket),
    201: jsonAnswer('Announced.', DocumentTicket),
    400: problem('Not JSON.'),
    401: needsSession[401],
    403: problem('This account does not apply for services.'),
    404: problem('The id, or the application, belongs to somebody else.'),
    409: problem('The id is used with other content, or the application announces something else.'),
    410: problem('Its application was erased at the wish of its owner (`type` ends in erased).'),
    413: problem('The document, or the body, is too large.'),
    415: problem(
      'This type of document is not taken, or the body is not application/json in UTF-8, or it has a Content-Encoding.',
    ),
    422: problem('Refused; `errors` says where and why.'),
    ...anyTrouble,
  },
});

export const getDocumentContent = createRoute({
  method: 'get',
  path: `${basePath}/documents/{id}/content`,
  operationId: 'getDocumentContent',
  summary: 'The bytes of a verified document, for its owner and the officials of its office',
  description:
    'A picture may come without what is not picture (place, time, phone, what hangs on behind its end): `sha256` is of what was sent.',
  security: sessionSecurity,
  ...forSignedIn,
  request: { params: z.object({ id: Id }) },
  responses: {
    200: {
      description: 'Always an attachment, never to be opened as a page of this site.',
      content: {
        'image/jpeg': { schema: binary },
        'image/png': { schema: binary },
        'image/webp': { schema: binary },
        'application/pdf': { schema: binary },
      },
    },
    ...needsSession,
    404: problem('Unknown, not verified, or not yours to see.'),
    410: problem('Its bytes are gone: the term of keeping them has ended (`type` ends in expired).'),
    ...anyTrouble,
  },
});

const header = (description: string, type: 'string' | 'integer' = 'string') => ({ description, schema: { type } });
const tusResumable = { 'Tus-Resumable': header('1.0.0') };
const uploadPath = `${basePath}/uploads/{upload}`;
const uploadParams = z.object({
  upload: z
    .string()
    .openapi({ description: 'Part of a URL handed out by putDocument. Unguessable and opaque: do not build it.' }),
});
const uploadRefusals = {
  ...needsSession,
  404: problem("Unknown, or somebody else's: announce the document again."),
  412: problem('Tus-Resumable is missing, or of a version that is not spoken.'),
  423: problem('Another request is writing: wait 2 s, then HEAD.'),
  ...anyTrouble,
} as const;

export const headUpload = createRoute({
  method: 'head',
  path: uploadPath,
  operationId: 'headUpload',
  summary: 'How many bytes are held (tus 1.0.0 core)',
  security: sessionSecurity,
  ...forSignedIn,
  request: { params: uploadParams, headers: z.object({ 'tus-resumable': z.string().optional() }) },
  responses: {
    200: {
      description: 'The offset is read from the stored bytes.',
      headers: {
        ...tusResumable,
        'Upload-Offset': header('Bytes held.', 'integer'),
        'Upload-Length': header('Bytes announced.', 'integer'),
      },
    },
    ...uploadRefusals,
  },
});

export const patchUpload = createRoute({
  method: 'patch',
  path: uploadPath,
  operationId: 'patchUpload',
  summary: 'Append bytes (tus 1.0.0 core)',
  description:
    'What arrived before a cut is kept. At the full length the SHA-256 and the type are checked, the bytes are made ' +
    'durable, and the paper is looked through before the answer; where that has to wait, its state is `scanning`. A network that drops PATCH may send POST with X-HTTP-Method-Override: PATCH.',
  security: sessionSecurity,
  ...forSignedIn,
  request: {
    params: uploadParams,
    headers: z.object({
      'tus-resumable': z.string().optional(),
      'upload-offset': z.string().optional(),
      'content-type': z.string().optional(),
    }),
    body: {
      content: { 'application/offset+octet-stream': { schema: binary } },
      required: true,
    },
  },
  responses: {
    204: { description: 'Held.', headers: { ...tusResumable, 'Upload-Offset': header('Bytes held now.', 'integer') } },
    400: problem('Upload-Offset is missing or not a number.'),
    403: problem('A cookie came from another site.'),
    409: problem('Upload-Offset is not where the stored bytes end: HEAD, then go on from there.'),
    413: problem('More bytes than announced.'),
    415: problem('Content-Type is not application/offset+octet-stream, or there is a Content-Encoding.'),
    422: problem(
      'The bytes are the announced ones, and not taken: `errors` says why, and so does the document announced again. For good.',
    ),
    460: problem('The bytes are not the announced ones, or not of the announced type. The upload is back at 0.'),
    ...uploadRefusals,
  },
});
