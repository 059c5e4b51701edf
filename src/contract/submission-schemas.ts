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
const openOrSealed = { data: AnswersWire.optional(), sealed: Sealed.optional() };

function isEither(
  { data, sealed }: { readonly data?: unknown; readonly sealed?: unknown },
  issues: z.core.$RefinementCtx,
): void {
  if ((data === undefined) !== (sealed === undefined)) return;
  issues.addIssue(
    data === undefined
      ? { code: 'invalid_type', expected: 'record', path: ['data'] }
      : { code: 'unrecognized_keys', keys: ['sealed'], path: ['sealed'] },
  );
}

export const ApplicationSubmission = z
  .object({ ...OpenSubmission.shape, ...openOrSealed })
  .superRefine(isEither)
  .openapi('ApplicationSubmission', { description: 'With either `data` or `sealed`.' });

const { claim: _claim, onBehalfOf: _onBehalfOf, ...ofRevision } = OpenSubmission.shape;
export const RevisionSubmission = z
  .object({ ...ofRevision, ...openOrSealed })
  .superRefine(isEither)
  .openapi('RevisionSubmission', {
    description:
      'The whole form and all papers, with either `data` or `sealed`. A paper that stays is named by the id that it has, with ' +
      'the size and SHA-256 of the view; the picture of a consent is not named and stays.',
  });
export const WithdrawalBody = z.object({ reason: z.string().min(1).max(2000).optional() }).openapi('Withdrawal');
