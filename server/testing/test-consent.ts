import type { z } from 'zod';
import type { OnBehalfOf } from '#contract/on-behalf-schemas.ts';

/** What a field officer says of a resident who agreed by word of mouth: it needs no picture. */
export const spokenConsent: z.input<typeof OnBehalfOf> = {
  name: 'KANARI Warga',
  consent: {
    textVersion: '2026-11-26',
    language: 'id',
    givenAt: '2026-11-23T09:00:00.000Z',
    method: 'spoken',
    witness: 'KANARI Saksi',
  },
};
