/** Numbers by which a person is known, kept from the eyes of officials until one of them asks. */
import { z } from '@hono/zod-openapi';

/** Said of the answers as an official reads them; also what tells a client whether a backend masks. */
export const maskingRule =
  'To an official who is not its applicant, the backend gives every answer to a question of type nik or kk masked, in ' +
  'groups and repeats too: the first two and the last four digits, and ten times U+2022 between them ("36••••••••••0001"); ' +
  'texts are not looked into. `reveals` among the `features` says that it does so. What comes whole from a backend ' +
  'without it, a desk masks by itself.';

export const RevealWire = z
  .looseObject({
    /** Of the application that they are read from. */
    version: z.int().positive(),
    numbers: z.record(z.string(), z.string()).openapi({
      description: 'Every NIK and KK number among the answers, by its JSON Pointer (RFC 6901) into `data`.',
      example: { '/nik': '9903010101900001', '/anggota/0/nik': '9903014101900002' },
    }),
  })
  .openapi('Reveal');
