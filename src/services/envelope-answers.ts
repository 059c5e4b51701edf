import type { Answers } from '#domain/form/answers.ts';
import { isRecord } from '#lib/is-record.ts';

/** The answers inside an unsealed envelope; undefined when it is sealed or not ours. */
export function answersIn(envelope: ArrayBuffer): Answers | undefined {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(envelope));
    return isSubmission(parsed) ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function isSubmission(value: unknown): value is { readonly data: Answers } {
  return isRecord(value) && isRecord(value['data']);
}
