/** What an office gives for an application. */
import { z } from '@hono/zod-openapi';
import { Id, OfficeWire, Sha256, Timestamp } from './schemas.ts';

const Day = z.iso.date().openapi({ description: 'A day in western Indonesia (WIB).' });

const PickupWire = z
  .object({
    place: z.string().min(1).max(300),
    from: Day,
    until: Day.optional(),
    /** What to bring. */
    bring: z.string().min(1).max(500).optional(),
  })
  .openapi('Pickup');

const named = {
  title: z.string().min(1).max(200),
  number: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9./\- ]{1,98}[A-Za-z0-9]$/)
    .optional()
    .openapi({ description: 'The number that the document bears; anybody who has it may ask whether it is real.' }),
};

export const ResultBody = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('file'),
      ...named,
      mediaType: z.literal('application/pdf'),
      size: z.int().positive(),
      sha256: Sha256,
    }),
    z.object({ kind: z.literal('pickup'), ...named, pickup: PickupWire }),
  ])
  .openapi('Result');

export const ResultTicket = z
  .looseObject({
    id: Id,
    /** Of a file, as of a document. */
    state: z.enum(['expected', 'uploading', 'scanning', 'clean', 'rejected']).optional(),
    uploadUrl: z.string().nullable().optional(),
    offset: z.int().nonnegative().optional(),
    reason: z.string().optional(),
    detail: z.string().optional(),
  })
  .openapi('ResultTicket');

export const ResultView = z
  .looseObject({
    id: Id,
    kind: z.enum(['file', 'pickup']),
    title: z.string(),
    number: z.string().optional(),
    at: Timestamp,
    file: z
      .looseObject({ size: z.int().positive(), sha256: Sha256, mediaType: z.literal('application/pdf') })
      .optional(),
    pickup: PickupWire.optional(),
  })
  .openapi('GivenResult');

export const IssuedDocumentView = z
  .looseObject({
    number: z.string(),
    serviceId: z.string(),
    issuedOn: Day,
    office: OfficeWire.nullable(),
    /** Of the file that was given, where it is one: whoever holds a copy can compare. */
    sha256: Sha256.optional(),
    state: z.literal('valid'),
  })
  .openapi('IssuedDocument');
