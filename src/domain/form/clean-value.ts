import { readPhone } from '#domain/identity/phone.ts';
import type { Field } from '#domain/service/definition.ts';
import { assertNever } from '#lib/assert-never.ts';
import type { JsonValue } from '#lib/json.ts';
import { cleanDigits, cleanText } from './clean-text.ts';
import { isJsonArray } from './json-object.ts';
import { parseDate } from './parse-date.ts';
import { parseNumber } from './parse-number.ts';
import { parseTime } from './parse-time.ts';
import { geoUriOf, parsePosition } from './position.ts';

/** Every field whose answer is one value. Groups and repeats are taken apart in ask.ts. */
export type LeafField = Exclude<Field, { readonly type: 'personGroup' | 'repeat' }>;

const spokenYesNo: Readonly<Record<string, boolean>> = {
  ya: true,
  yes: true,
  true: true,
  tidak: false,
  no: false,
  false: false,
};

/**
 * An answer in the one form that is stored and sent. What can't be understood stays as it was typed, for the
 * validator to name; undefined when there is no answer.
 * @param today ISO date in WIB, for two-digit years in a date that lies in the past
 */
export function cleanValue(field: LeafField, value: JsonValue | undefined, today?: string): JsonValue | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return cleanTyped(field, value, today);
  if (isJsonArray(value)) return cleanChoices(field, value);
  // JSON has no -0; adding zero makes it 0, so that a stored answer and a sent one are the same.
  return typeof value === 'number' ? value + 0 : value;
}

function cleanTyped(field: LeafField, typed: string, today: string | undefined): JsonValue | undefined {
  const text = cleanText(typed, field.type === 'longText');
  if (text === '') return undefined;
  switch (field.type) {
    case 'text':
    case 'longText':
      return field.digitsOnly === true ? padded(cleanDigits(text), field.padTo) || undefined : text;
    case 'nik':
    case 'kk':
      return cleanDigits(text) || undefined;
    case 'tel':
      return readPhone(text) ?? text;
    case 'number':
      return parseNumber(text) ?? text;
    case 'date':
      return parseDate(text, field.max === 'today' ? today : undefined) ?? text;
    case 'time':
      return parseTime(text) ?? text;
    case 'position': {
      const position = parsePosition(text);
      return position === null ? text : geoUriOf(position);
    }
    case 'yesNo':
      return Object.hasOwn(spokenYesNo, text.toLowerCase()) ? spokenYesNo[text.toLowerCase()] : text;
    case 'select':
    case 'multiSelect':
    case 'area':
      return text;
    default:
      return assertNever(field);
  }
}

/** "3" as 003; what is no number stays as it was typed, for the validator to name. */
function padded(digits: string, padTo: number | undefined): string {
  return padTo !== undefined && /^\d+$/.test(digits) ? digits.padStart(padTo, '0') : digits;
}

/** Choices without repetition, in the order of the options; unknown ones follow, for the validator to name. */
function cleanChoices(field: LeafField, values: readonly JsonValue[]): JsonValue | undefined {
  if (field.type !== 'multiSelect') return values;
  const chosen = new Set(values);
  const known = field.options.map((option) => option.value).filter((value) => chosen.delete(value));
  const choices = [...known, ...chosen];
  return choices.length === 0 ? undefined : choices;
}
