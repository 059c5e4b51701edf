/** How an office works, in numbers that are about nobody. */
import { z } from '@hono/zod-openapi';

export const Day = z.iso.date().openapi({ description: 'A day in western Indonesia (WIB).', example: '2026-11-24' });
const Count = z.int().nonnegative();
const Level = z.enum(['desa', 'kecamatan', 'dinas']);

const Figures = {
  /** Whole at the office in this time. */
  received: Count,
  /** Ready, done or rejected in this time. */
  ended: Count,
  rejected: Count,
  returned: Count,
  /** Of those that ended and had a promised day. */
  inTime: Count,
  late: Count,
  /** Working days with the office; null where none ended. */
  medianDays: z.number().nonnegative().nullable(),
  ninetiethDays: z.number().nonnegative().nullable(),
  /** Not ended now, whatever the time that is asked for. */
  waiting: Count,
  /** People whose answers are told; always full fives. */
  answers: Count,
  /** IKM, 25 to 100; null with fewer than five. */
  satisfaction: z.number().min(25).max(100).nullable(),
};

export const StatisticsView = z
  .looseObject({
    from: Day,
    to: Day,
    all: z.looseObject(Figures),
    byDay: z.array(z.looseObject({ day: Day, received: Count, ended: Count })),
    byPlace: z.array(z.looseObject({ level: Level, area: z.string(), serviceId: z.string(), ...Figures })),
    /** What waits, by working days since it came. */
    backlog: z.array(z.looseObject({ upToDays: Count.nullable(), count: Count })),
    /** What had to be repaired: pointers into the form and its papers. */
    repairs: z.array(z.looseObject({ serviceId: z.string(), field: z.string(), count: Count })),
    /** How often each reason was chosen, beside the words; null: none was. */
    reasons: z.array(
      z.looseObject({ action: z.enum(['return', 'reject']), code: z.string().nullable(), count: Count }),
    ),
    /** Mean of each element, 1 to 4. */
    elements: z.array(z.looseObject({ element: z.string(), mean: z.number().nullable() })),
    /** The newest of full fives, in no order that tells of a person. */
    comments: z.array(z.string()),
  })
  .openapi('Statistics');

export const StatisticsQuery = z.object({
  from: Day,
  to: Day,
  level: Level.optional(),
  area: z
    .string()
    .regex(/^\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?$/)
    .optional(),
  service: z.string().min(1).max(100).optional(),
});

export const OpenServices = z
  .looseObject({
    license: z.string(),
    note: z.string(),
    months: z.array(
      z.looseObject({
        /** "2026-10" */
        month: z.string(),
        serviceId: z.string(),
        /** Null: fewer than five. */
        received: z.int().min(5).nullable(),
        ended: z.int().min(5).nullable(),
        satisfaction: z.number().min(25).max(100).nullable(),
      }),
    ),
  })
  .openapi('OpenServices');
