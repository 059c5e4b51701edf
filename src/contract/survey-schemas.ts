/** The survey of satisfaction after a service (PermenPANRB 14/2017). */
import { z } from '@hono/zod-openapi';
import { Id, Timestamp } from './schemas.ts';

const Score = z.int().min(1).max(4);

export const SurveyBody = z
  .object({
    answers: z.strictObject({
      U1: Score,
      U2: Score,
      U3: Score,
      U4: Score,
      U5: Score,
      U6: Score,
      U7: Score,
      U8: Score,
      U9: Score,
    }),
    comment: z.string().min(1).max(500).optional(),
    /** By the clock of the phone. */
    answeredAt: Timestamp,
  })
  .openapi('Survey', { description: 'Each element of the regulation, from 1 (not good) to 4 (very good).' });

export const SurveyTaken = z.looseObject({ id: Id }).openapi('SurveyTaken');
