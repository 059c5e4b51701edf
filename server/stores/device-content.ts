import { z } from 'zod';
import type { DeviceReport } from './device-store.ts';

const Range = z.object({ from: z.int(), to: z.int() });
/** What a phone holds, in one column: it is read whole and replaced whole. */
const Content = z.object({
  held: z.array(Range),
  counts: z.object({
    drafts: z.int(),
    sealed: z.int(),
    unsealed: z.int(),
    delivered: z.int(),
    keptPapers: z.int(),
    folders: z.int(),
    sharedFiles: z.int(),
  }),
  readable: z.array(
    z.object({ id: z.string(), serviceId: z.string(), state: z.enum(['draft', 'waiting', 'delivered']) }),
  ),
});
export type KnownContent = z.output<typeof Content>;

export function deviceContent({ held, counts, readable }: DeviceReport): string {
  return JSON.stringify({ held, counts, readable });
}

export function deviceContentOf(text: string): KnownContent {
  return Content.parse(JSON.parse(text));
}
