/** What a field officer hands in for a resident, and the resident's yes to it. */
import { z } from '@hono/zod-openapi';

export const ConsentWire = z
  .object({
    /** Of the text that was read or heard. */
    textVersion: z.string().regex(/^[\w.-]{1,40}$/),
    language: z.enum(['id', 'en']),
    givenAt: z.iso.datetime({ offset: true }),
    method: z.enum(['signature', 'signed-paper', 'spoken']).openapi({
      description:
        'signature: with a finger on the screen. signed-paper: a photo of the statement with a signature or a thumb on it. ' +
        'spoken: said before a witness.',
    }),
    proof: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .openapi({
        description:
          'SHA-256 of the picture, which goes with the application as a document in the slot `consent.proof`; not of spoken.',
      }),
    /** The name of who was there; of spoken only. */
    witness: z.string().min(1).max(200).optional(),
  })
  .openapi('Consent');

export const OnBehalfOf = z
  .object({
    /** Of the resident, who is the applicant. */
    name: z.string().min(1).max(200),
    consent: ConsentWire,
  })
  .openapi('OnBehalfOf', {
    description: 'A field officer (`pendamping`) has to say whom it is for, and nobody else may.',
  });

export const SubmittedBy = z.looseObject({ accountId: z.string(), name: z.string() }).openapi('SubmittedBy', {
  description: 'The field officer, by the name that the account had then.',
});
