/** An application as the office holds it, for its applicant and its officials. */
import { z } from '@hono/zod-openapi';
import { AssigneeWire, DuplicateWire } from './queue-schemas.ts';
import { OnBehalfOf, SubmittedBy } from './on-behalf-schemas.ts';
import { maskingRule } from './reveal-schemas.ts';
import { ResultView } from './result-schemas.ts';
import { AnswersWire, ApplicationStatus, DocumentRef, OfficeWire, ReceiptWire, Role, Timestamp } from './schemas.ts';

const HistoryEntryWire = z
  .looseObject({
    at: Timestamp,
    /** More may come. */
    action: z.string().openapi({
      description:
        'received (whole at the office), review, return, revise, process, sign, ready, complete, reject, withdraw, result.',
    }),
    /** Where it led. */
    status: ApplicationStatus,
    by: z.enum(['applicant', 'field-officer', 'official']),
    /** Of an official: as what they acted, and never who it was. */
    role: Role.optional(),
    reason: z.string().optional(),
    /** In short, where one was chosen; more may come. */
    reasonCode: z.string().optional().openapi({ example: 'unreadable' }),
    fields: z.array(z.string()).optional(),
  })
  .openapi('HistoryEntry');

export const ApplicationView = z
  .looseObject({
    ...ReceiptWire.shape,
    serviceId: z.string(),
    schemaVersion: z.int().positive(),
    data: AnswersWire.describe(maskingRule),
    documents: z.array(z.looseObject({ ...DocumentRef.shape, state: z.string(), reason: z.string().optional() })),
    /** For its applicant only: with its number, anybody may ask where it is (POST /v1/status-lookups). */
    lookupSecret: z
      .string()
      .regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)
      .optional(),
    capturedAt: Timestamp,
    updatedAt: Timestamp,
    /** The officer's words for the last return or rejection. */
    reason: z.string().nullable(),
    office: OfficeWire.nullable().optional(),
    /** JSON Pointers of the answers and papers that the last return marked; empty unless it is returned. */
    fields: z.array(z.string()).optional(),
    /** Every step, the oldest first: who, as what, when and why. */
    history: z.array(HistoryEntryWire).optional(),
    /** By when the office has promised to be done. */
    due: z
      .looseObject({
        /** Null: none were promised. */
        workingDays: z.int().nonnegative().nullable(),
        /** In WIB; null while it is the applicant's turn. Of what has ended it is what had been promised. */
        dueOn: z.iso.date().nullable(),
        /** The clock stands still: it is the applicant's turn. */
        pausedSince: Timestamp.optional(),
      })
      .optional(),
    /** What the office has given, the oldest first. */
    results: z.array(ResultView).optional(),
    /** When the resident took it over whom a field officer had put it in for. */
    claimedAt: Timestamp.optional(),
    /** Of what a field officer put in: the resident is the applicant. */
    onBehalfOf: OnBehalfOf.optional(),
    submittedBy: SubmittedBy.optional(),
    /** Only for officials, and not of what they applied for themselves. */
    assignee: AssigneeWire.optional(),
    duplicates: z.array(DuplicateWire).optional(),
    sealed: z.literal(true).optional(),
  })
  .openapi('Application');

/** Where an application is and how it got there, with nothing that was written into it. */
export const ApplicationInShort = ApplicationView.omit({
  data: true,
  documents: true,
  signed: true,
  onBehalfOf: true,
  submittedBy: true,
}).openapi('ApplicationInShort');
