import { cleanValue } from '#domain/form/clean-value.ts';
import { ownValue } from '#domain/form/json-object.ts';
import { valueProblem } from '#domain/form/validate-value.ts';
import type { DateField, Field, NikHolder } from '#domain/service/definition.ts';
import type { JsonObject } from '#lib/json.ts';
import { nikDisagrees, type NikReading, readNik } from './nik.ts';

export interface NikAdvice {
  readonly reading: NikReading;
  /** What the form knows otherwise. Worth a second look, never a refusal. */
  readonly disagrees: readonly ('birthDate' | 'sex')[];
  /** Answers that the number knows, to the questions beside it. Whether they may be put there, the caller knows. */
  readonly knows: readonly { readonly id: string; readonly value: string }[];
}

/**
 * What a NIK says about its holder, held against the questions beside it; null while there are not 16 digits.
 * @param answers to the questions beside it, as typed
 * @param today ISO date in WIB
 */
export function adviseOnNik(
  nik: string,
  holder: NikHolder,
  beside: { readonly fields: readonly Field[]; readonly answers: JsonObject },
  today: string,
): NikAdvice | null {
  const reading = readNik(nik, today);
  if (reading.digits === null) return null;
  const disagrees: NikAdvice['disagrees'][number][] = [];
  const knows: { id: string; value: string }[] = [];
  const day = beside.fields.find((field): field is DateField => field.type === 'date' && field.id === holder.birthDate);
  if (day !== undefined && reading.birthDate !== null) {
    const given = cleanValue(day, ownValue(beside.answers, day.id), today);
    if (typeof given === 'string' && valueProblem(day, given, { today }) === null) {
      if (nikDisagrees(reading.digits, given, today)) disagrees.push('birthDate');
    }
    // The year has two digits: a day that the question would refuse is of another century, and not guessed.
    if (valueProblem(day, reading.birthDate, { today }) === null) knows.push({ id: day.id, value: reading.birthDate });
  }
  if (reading.sex !== null) {
    const sex = reading.sex === 'P' ? 'female' : 'male';
    const said = saidSex(holder, beside.answers);
    if (said !== undefined && said !== sex) disagrees.push('sex');
    if (holder.sexQuestion !== undefined) knows.push({ id: holder.sexQuestion.id, value: holder.sexQuestion[sex] });
  }
  return { reading, disagrees, knows };
}

function saidSex({ sex, sexQuestion }: NikHolder, answers: JsonObject): 'male' | 'female' | undefined {
  if (sex !== undefined || sexQuestion === undefined) return sex;
  const given = ownValue(answers, sexQuestion.id);
  if (given === sexQuestion.male) return 'male';
  return given === sexQuestion.female ? 'female' : undefined;
}
