/** What is handed in, open or sealed. */
import { z } from '@hono/zod-openapi';
import { AnswersWire, DocumentRef, Id, Timestamp } from './schemas.ts';
import { Sealed } from './sealing-schemas.ts';

/** What a phone has filled in, whether it comes sealed or not. */
export const OpenSubmission = z.object({
  serviceId: z.string().min(1).max(100),
  schemaVersion: z.int().positive(),
  data: AnswersWire,
  documents: z.array(DocumentRef).max(100),
  capturedAt: Timestamp,
  /** Which phone, and its gap-free count of applications, so that the office can name what is missing. */
  device: z.object({ id: Id, sequence: z.int().positive() }).optional(),
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
