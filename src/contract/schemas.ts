/**
 * The wire, once: zod schemas shared by the reference backend, the published openapi.json and (as types only)
 * the app. Sizes are bytes, times RFC 3339 in UTC, ids UUIDs of version 7 (RFC 9562) minted by the client.
 */
import { z } from '@hono/zod-openapi';
import { SealingTermsWire } from './sealing-schemas.ts';

export const apiVersion = '1';
export const basePath = '/v1';

/** Compared without regard to case, answered in lower case. */
export const Id = z.uuidv7().toLowerCase().openapi('Id', {
  description: 'UUID version 7 (RFC 9562), minted by the client: a later one sorts after an earlier one.',
  pattern: '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-7[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$',
  example: '0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e4f',
});
/** The id of a requirement of the service. */
export const Slot = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/)
  .openapi('Slot', { example: 'ktp' });
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .openapi('Sha256', { description: 'Lower-case hexadecimal SHA-256 of the bytes.' });
/** Answers by field id; their shape is the service's own, see GET /services/{id}/schema. */
export const AnswersWire = z.record(z.string(), z.json()).openapi('Answers', {
  type: 'object',
  additionalProperties: true,
  description:
    "Every answer in the one form that the service's JSON Schema describes: a number is no text, a text has no blanks around it, nothing is null or empty. Another form is refused with 422 and a pointer to the answer, and is never changed.",
});
export const Timestamp = z.iso.datetime({ offset: true });
export const DocumentMediaType = z.enum(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']);

export const ApplicationStatus = z
  .enum([
    'incomplete',
    'submitted',
    'under_review',
    'returned',
    'in_process',
    'awaiting_signature',
    'ready',
    'done',
    'rejected',
    'withdrawn',
  ])
  .openapi('ApplicationStatus', {
    description:
      'incomplete: announced documents are missing, invisible to officers. returned: the applicant repairs under the same number.',
  });

/**
 * RFC 9457. `errors[].pointer` is an RFC 6901 JSON Pointer: into the request's `data` where `type` ends in
 * `invalid-answers` ("/documents/<slot>" for a paper), into the whole body where it ends in `invalid-request`.
 */
export const Problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z
      .array(
        z.object({
          pointer: z.string(),
          code: z.string(),
          detail: z.string().optional(),
          params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        }),
      )
      .optional(),
  })
  .openapi('Problem');

/** Tiles of 256 pixels a side in Web Mercator (EPSG:3857), y counted from the north. */
const MapWire = z
  .looseObject({
    /** A path on the origin of the app, with {z}, {x} and {y} in it once each: the app asks no other origin. */
    tiles: z
      .string()
      .regex(/^\/[A-Za-z0-9][\w\-./~{}?=&]*$/)
      .openapi({ example: '/v1/map-tiles/{z}/{x}/{y}' }),
    minZoom: z.int().min(0).max(22),
    maxZoom: z.int().min(0).max(22),
    /** West, south, east and north edge in degrees of WGS 84. */
    bounds: z.array(z.number()).length(4),
    /** Whose map it is, as plain text; always shown with it. */
    attribution: z.string().max(300),
  })
  .openapi('Map');

export const Capabilities = z
  .looseObject({
    apiVersions: z.array(z.string()),
    issuer: z.string().nullable(),
    clientId: z.string().nullable(),
    /** How a person signs in at the reference issuer: by a code sent to the phone, or by the accounts of the operator only. */
    signIn: z.enum(['demo', 'otp', 'oidc', 'none']),
    /** Where a browser goes to sign in at `issuer`, which officers and officials do; `?return=` a page of the same origin. */
    officialSignIn: z
      .string()
      .regex(/^\/[\w\-./]*$/)
      .optional(),
    uploadProtocols: z.array(z.string()).openapi({ example: ['tus-1.0.0'] }),
    maxUploadSize: z.int().positive(),
    push: z.object({ vapidPublicKey: z.string() }).nullable(),
    features: z.array(z.string()).openapi({
      description:
        'What is offered, by name; more may come. The conformance suite tries upload-ticket, revisions, results and survey where they are named.',
    }),
    /** A map of pictures for questions about a place; missing where none is offered. */
    map: MapWire.optional(),
    sealing: SealingTermsWire.optional(),
  })
  .openapi('Capabilities');

export const ServiceSummaryWire = z
  .looseObject({
    id: z.string(),
    schemaVersion: z.int().positive(),
    name: z.object({ id: z.string(), en: z.string().optional() }),
    description: z.object({ id: z.string(), en: z.string().optional() }),
    category: z.string(),
    /** Everyday words to find it by. */
    keywords: z.array(z.string()).optional(),
    unit: z.string(),
    sampleData: z.boolean(),
    feeIdr: z.int().nonnegative(),
    workingDays: z.int().positive().nullable(),
  })
  .openapi('ServiceSummary');
export const ServiceList = z.object({ items: z.array(ServiceSummaryWire) }).openapi('ServiceList');
/** The full format is published as JSON Schema at /schemas/service-definition.json. */
export const ServiceDefinitionWire = z
  .looseObject({ id: z.string(), schemaVersion: z.int().positive() })
  .openapi('ServiceDefinition');

export const DocumentRef = z
  .object({
    id: Id,
    slot: Slot,
    mediaType: DocumentMediaType,
    size: z.int().positive(),
    sha256: Sha256,
  })
  .openapi('DocumentRef');

export const ReceiptWire = z
  .looseObject({
    id: Id,
    registrationNumber: z.string().min(1),
    status: ApplicationStatus,
    version: z.int().positive(),
    receivedAt: Timestamp,
    missingDocuments: z.array(Id),
    /** Once nothing is missing: a compact JWS (EdDSA) that holds without asking the office; see /v1/receipt-keys. */
    signed: z
      .string()
      .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/)
      .max(2000)
      .optional(),
  })
  .openapi('Receipt');

/** RFC 7517. Keys that sign no more stay in it for as long as their receipts are shown. */
export const ReceiptKeySet = z
  .looseObject({
    keys: z.array(
      z.looseObject({
        kty: z.literal('OKP'),
        crv: z.literal('Ed25519'),
        kid: z.string().min(1).max(40),
        x: z.string().regex(/^[\w-]{43}$/),
      }),
    ),
  })
  .openapi('ReceiptKeySet');

export const DocumentAnnouncement = z
  .object({
    applicationId: Id,
    slot: Slot,
    mediaType: DocumentMediaType,
    size: z.int().positive(),
    sha256: Sha256,
    sealed: z
      .literal(true)
      .optional()
      .openapi({ description: 'size and sha256 are those of the sealed bytes, mediaType is of what they hold.' }),
  })
  .openapi('DocumentAnnouncement');

export const DocumentState = z
  .enum(['expected', 'uploading', 'scanning', 'clean', 'rejected'])
  .openapi('DocumentState');
export const DocumentTicket = z
  .looseObject({
    id: Id,
    state: DocumentState,
    /** Where HEAD and PATCH of tus 1.0.0 core go; null once the bytes are verified. */
    uploadUrl: z.string().nullable(),
    offset: z.int().nonnegative(),
    /** Of a rejected one, for good: a word for programs, and a sentence for the person whose paper it is. */
    reason: z.string().optional(),
    detail: z.string().optional(),
  })
  .openapi('DocumentTicket');

export const Change = z
  .looseObject({
    applicationId: Id,
    kind: z.literal('application'),
    status: ApplicationStatus,
    version: z.int().positive(),
    at: Timestamp,
  })
  .openapi('Change');
export const ChangePageWire = z
  .object({ items: z.array(Change), next: z.string(), more: z.boolean() })
  .openapi('ChangePage');

export const ReasonCodeWire = z
  .enum([
    'unreadable',
    'mismatch',
    'wrong-paper',
    'expired',
    'incomplete',
    'not-served-here',
    'duplicate',
    'not-eligible',
    'other',
  ])
  .openapi('ReasonCode', {
    description:
      'Names nobody, so that it may be counted. For return: unreadable, mismatch, wrong-paper, expired, incomplete, ' +
      'other. For reject: not-served-here, duplicate, not-eligible, mismatch, other.',
  });

export const DecisionRequest = z
  .object({
    action: z.enum(['review', 'return', 'process', 'sign', 'ready', 'complete', 'reject']),
    reason: z.string().min(1).max(2000).optional(),
    /** The same in short, for counting; absent: none was chosen. */
    reasonCode: ReasonCodeWire.optional(),
    /** JSON Pointers of the answers or papers to repair. */
    fields: z.array(z.string()).max(200).optional(),
  })
  .openapi('DecisionRequest');

export const Role = z.enum(['pemohon', 'pendamping', 'verifikator', 'penandatangan', 'admin']).openapi('Role', {
  description:
    'pemohon applies for services, pendamping is the field officer who does so for residents, verifikator examines and ' +
    'decides, penandatangan signs what was examined, admin looks after the service and sees no application.',
});
/** An office, by the Kepmendagri code of the place that it serves. */
export const OfficeWire = z
  .object({
    level: z.enum(['desa', 'kecamatan', 'dinas']),
    area: z
      .string()
      .regex(/^\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?$/)
      .openapi({ example: '36.03.01.2003' }),
  })
  .openapi('Office', {
    description: 'The office that works on it, by the Kepmendagri code of the place that it serves.',
  });

/** Where an official works; the code of a larger place stands for every office of that level in it. */
export const PostWire = z
  .object({
    ...OfficeWire.shape,
    /** Absent: every service of the office. */
    services: z.array(z.string()).min(1).optional(),
  })
  .openapi('Post');
export const Me = z
  .looseObject({
    accountId: z.string(),
    /** Empty until it is known. */
    name: z.string(),
    roles: z.array(Role),
    /** What an official sees: the applications of these offices, and no others. */
    posts: z.array(PostWire).optional(),
    /** E.164; null or absent where another way signs in. */
    phone: z.string().nullable().optional(),
  })
  .openapi('Me');
