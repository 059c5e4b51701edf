/** What is handed in, open or sealed. */
import { z } from '@hono/zod-openapi';
import { OnBehalfOf } from './on-behalf-schemas.ts';
import { AnswersWire, DocumentRef, Id, Timestamp } from './schemas.ts';
import { Sealed } from './sealing-schemas.ts';

/** The resident's own number (E.164), and the last four digits of their NIK: kept as HMACs only. */
export const Claimant = z
  .object({ phone: z.string().regex(/^\+628\d{7,11}$/), nikEnding: z.string().regex(/^\d{4}$/) })
  .openapi('Claimant', {
    description:
      'Taken from a field officer (`pendamping`) only: an offer to anybody else would be a message to a stranger.',
  });

/** What a phone has filled in, whether it comes sealed or not. */
export const OpenSubmission = z.object({
  serviceId: z.string().min(1).max(100),
  schemaVersion: z.int().positive(),
  data: AnswersWire,
  documents: z.array(DocumentRef).max(100),
  capturedAt: Timestamp,
  /** Which phone, and its gap-free count of applications, so that the office can name what is missing. */
  device: z.object({ id: Id, sequence: z.int().positive() }).optional(),
  /** Of a field officer: whose application it is, so that they may claim it on a phone of their own. */
  claim: Claimant.optional(),
  /** Of a field officer: the resident whose application it is, and their consent. */
  onBehalfOf: OnBehalfOf.optional(),
});
export const ApplicationSubmission = z
  .object({ ...OpenSubmission.shape, data: AnswersWire.optional(), sealed: Sealed.optional() })
  .superRefine(({ data, sealed }, issues) => {
    if ((data === undefined) !== (sealed === undefined)) return;
    issues.addIssue(
      data === undefined
        ? { code: 'invalid_type', expected: 'record', path: ['data'] }
        : { code: 'unrecognized_keys', keys: ['sealed'], path: ['sealed'] },
    );
  })
  .openapi('ApplicationSubmission', { description: 'With either `data` or `sealed`.' });
