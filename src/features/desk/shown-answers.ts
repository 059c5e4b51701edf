import type { DeskCase, RevealedNumbers } from '#domain/desk/desk-case.ts';
import { maskNumbers, numbersIn } from '#domain/identity/masked-numbers.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import type { JsonObject } from '#lib/json.ts';

export interface ShownAnswers {
  readonly answers: JsonObject;
  /** NIK and KK numbers in them, shown or not. */
  readonly count: number;
  /** Whether the office has them and this device does not: an older backend sends them whole. */
  readonly isMaskedByOffice: boolean;
  readonly isShown: boolean;
}

/**
 * The answers as they may stand on the screen: with no whole number in them, whatever the backend has sent, unless it was
 * asked for. What was revealed of another version is of no use: it may be another number by now.
 */
export function shownAnswers(
  { data, version }: Pick<DeskCase, 'data' | 'version'>,
  form: ServiceDefinition | null,
  revealed: RevealedNumbers | null,
): ShownAnswers {
  const here = numbersIn(form, data);
  const whole = [...here].filter(([, number]) => !number.includes('•'));
  const isShown = revealed !== null && revealed.version === version;
  return {
    answers: maskNumbers(form, data, isShown ? new Map([...whole, ...revealed.numbers]) : undefined),
    count: here.size,
    isMaskedByOffice: whole.length < here.size,
    isShown,
  };
}
