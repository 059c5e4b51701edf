import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const shipped = join(import.meta.dirname, 'holidays.json');

const CalendarFile = z.object({
  days: z
    .array(
      z.object({
        day: z.iso.date(),
        name: z.string().min(1).max(200),
        kind: z.enum(['national', 'joint-leave', 'regional']),
        /** False: reckoned, and not decreed yet. */
        settled: z.boolean(),
      }),
    )
    .max(2000),
});

/**
 * Days on which the offices are closed although it is no weekend, as ISO 8601.
 * @param file an office's own in the format of holidays.json; null for the one that comes with the server
 * @throws Error with a sentence about what is wrong with the file
 */
export function readHolidays(file: string | null): ReadonlySet<string> {
  const path = file ?? shipped;
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} can’t be read as JSON`, { cause: error });
  }
  const read = CalendarFile.safeParse(content);
  if (read.success) return new Set(read.data.days.map(({ day }) => day));
  const [issue] = read.error.issues;
  throw new Error(`${path} is no list of days: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}
