/** The parts of a service definition that matter for making answers, read from the backend's own words. */
import { z } from 'zod';

const Condition = z.json().optional();

const Field = z.looseObject({
  id: z.string(),
  type: z.string(),
  required: z.boolean().optional(),
  visibleWhen: Condition,
  minLength: z.int().optional(),
  maxLength: z.int().optional(),
  pattern: z.string().optional(),
  digitsOnly: z.boolean().optional(),
  /** Questions that must not have the same answer. */
  differsFrom: z.array(z.string()).optional(),
  /** A number, or an ISO date or "today" for a date. */
  min: z.union([z.number(), z.string()]).optional(),
  max: z.union([z.number(), z.string()]).optional(),
  options: z.array(z.looseObject({ value: z.string() })).optional(),
  get fields() {
    return z.array(Field).optional();
  },
  minItems: z.int().optional(),
  maxItems: z.int().optional(),
});
export type SampleField = z.infer<typeof Field>;

export const Definition = z.looseObject({
  id: z.string(),
  schemaVersion: z.int(),
  requirements: z.array(
    z.looseObject({
      id: z.string(),
      required: z.boolean(),
      accept: z.array(z.enum(['image/jpeg', 'image/png', 'image/webp', 'application/pdf'])).min(1),
      visibleWhen: Condition,
    }),
  ),
  steps: z.array(z.looseObject({ id: z.string(), visibleWhen: Condition, fields: z.array(Field) })),
});
export type SampleDefinition = z.infer<typeof Definition>;
