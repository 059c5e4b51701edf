import { z } from '@hono/zod-openapi';
import { SubmittedBy } from './on-behalf-schemas.ts';
import { ApplicationStatus, Id, OfficeWire, Timestamp } from './schemas.ts';

/** The official who has taken an application. */
export const AssigneeWire = z
  .object({ accountId: z.string(), name: z.string() })
  .openapi('Assignee', { description: 'The official who has taken it. Never told to applicants.' });

/** Others that may be the same application; only of offices that the official works for. */
export const DuplicateWire = z
  .object({
    id: Id,
    registrationNumber: z.string(),
    because: z.enum(['nik', 'paper']).openapi({
      description: 'nik: of the same person for the same service. paper: one of its papers is byte for byte the same.',
    }),
  })
  .openapi('Duplicate');

export const QueueItem = z
  .looseObject({
    id: Id,
    registrationNumber: z.string(),
    serviceId: z.string(),
    status: ApplicationStatus,
    version: z.int().positive(),
    receivedAt: Timestamp,
    /** As the form says it; of what a field officer put in, the resident's. */
    applicantName: z.string().optional(),
    submittedBy: SubmittedBy.optional(),
    office: OfficeWire.optional(),
    due: z.looseObject({ dueOn: z.iso.date().nullable() }).optional(),
    assignee: AssigneeWire.optional(),
    /** Whether others may be the same; which, the application itself tells. */
    duplicates: z.boolean().optional(),
    /** It came sealed. */
    sealed: z.literal(true).optional(),
  })
  .openapi('QueueItem');
export const QueuePage = z.object({ items: z.array(QueueItem), next: z.string().nullable() }).openapi('QueuePage');

export const QueueCountsWire = z
  .looseObject({
    byStatus: z.record(z.string(), z.int().nonnegative()),
    late: z.int().nonnegative().openapi({
      description:
        'Those whose day is over, in WIB, and which the office has not done its part of: a ready one is none.',
    }),
    dueToday: z.int().nonnegative(),
    mine: z.int().nonnegative().openapi({ description: 'Open ones that the official has taken.' }),
  })
  .openapi('QueueCounts');

const oneStatus = `(${ApplicationStatus.options.join('|')})`;

/** Everything that a list may be asked for without naming a person. */
export const queueFilter = {
  status: z
    .string()
    .regex(new RegExp(`^${oneStatus}(,${oneStatus}){0,20}$`))
    .optional()
    .openapi({ description: 'One or several, with commas.', example: 'submitted,under_review' }),
  service: z.string().min(1).max(100).optional(),
  area: z
    .string()
    .regex(/^\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?$/)
    .optional()
    .openapi({ description: 'Kepmendagri code; everything that lies in it.', example: '36.03.01' }),
  assignee: z.enum(['me', 'none']).optional(),
  due: z.enum(['late', 'today', 'week']).optional().openapi({
    description:
      'late: its day is over. week: today and the six days after it. Days of WIB. What is ready, done, rejected or withdrawn is in none of them.',
  }),
  sort: z.enum(['received', 'due']).default('received'),
  after: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
};

export const QueueSearchRequest = z
  .object({
    q: z.string().trim().min(2).max(100).openapi({
      description:
        'A registration number or its last digits, a whole NIK, or beginnings of words of the name, all of which must fit.',
    }),
    ...queueFilter,
    limit: z.int().min(1).max(200).default(100),
  })
  .openapi('QueueSearch');

export const AssignmentRequest = z
  .object({
    to: z.literal('me').nullable(),
    /** Takes it from who has it. The office notes that. */
    force: z.boolean().optional(),
  })
  .openapi('AssignmentRequest');
export const AssignmentWire = z
  .looseObject({ id: Id, assignee: AssigneeWire.optional() })
  .openapi('Assignment', { description: 'Without `assignee`: nobody has it.' });
