import { z } from 'zod';
import type { Answer } from './api-client.ts';
import { fail } from './expect.ts';

/** The answer's body with its type, so that a check can name its members. */
export function read<Schema extends z.ZodType>(schema: Schema, answer: Answer): z.output<Schema> {
  const result = schema.safeParse(answer.json);
  if (!result.success) return fail(`${answer.exchange}: ${z.prettifyError(result.error)}`);
  return result.data;
}

/** @returns the header as it is, quotes of an ETag included */
export function readHeader(answer: Answer, name: string): string {
  return answer.headers.get(name) ?? fail(`${answer.exchange}: header ${name} is missing`);
}
