import type { ServiceDefinition } from '#domain/service/definition.ts';
import type { JsonValue } from '#lib/json.ts';
import type { Answers } from './answers.ts';
import { askForm } from './ask.ts';

/**
 * The answers that are stored at Kirim and sent: only what was asked and answered, each in its one form. Cleaning
 * twice changes nothing, and what can't be understood stays as typed, for the validator to name.
 * @param today ISO date in WIB; makes a two-digit year of a past date (17/08/45) mean the past
 */
export function cleanAnswers(definition: ServiceDefinition, answers: JsonValue, today?: string): Answers {
  return askForm(definition, answers, { today }).answers;
}
