import type { DateField, Field, NumberField, SelectField, TextField } from '#domain/service/definition.ts';
import { assertNever } from '#lib/assert-never.ts';
import type { JsonValue } from '#lib/json.ts';
import type { FieldProblem, FieldProblemCode } from './answers.ts';
import { isStorableText } from './clean-text.ts';
import type { LeafField } from './clean-value.ts';
import { isJsonArray } from './json-object.ts';
import { isIsoDate } from './parse-date.ts';
import { isTime } from './parse-time.ts';
import { patternFits } from './pattern.ts';
import { readGeoUri } from './position.ts';

export interface ValidationContext {
  /** ISO date in WIB. */
  readonly today: string;
  /** Without it any well-formed village code passes. */
  readonly isKnownArea?: (code: string) => boolean;
}

type Problem = Omit<FieldProblem, 'pointer'>;

export const defaultMaxLength = { text: 200, longText: 2000 } as const;
export const areaPattern = /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/;
export const phonePattern = /^\+628\d{7,11}$/;

/** What is wrong with one cleaned, present answer; null when nothing is. */
export function valueProblem(field: LeafField, value: JsonValue, context: ValidationContext): Problem | null {
  switch (field.type) {
    case 'number':
      return numberProblem(field, value, context.today);
    case 'yesNo':
      return typeof value === 'boolean' ? null : { code: 'notYesNo' };
    case 'select':
    case 'multiSelect':
      return choiceProblem(field, value);
    case 'text':
    case 'longText':
      return typeof value === 'string' ? textProblem(field, value) : { code: 'notText' };
    case 'nik':
      return sixteenDigits(value, 'nikLength');
    case 'kk':
      return sixteenDigits(value, 'kkLength');
    case 'tel':
      return typeof value === 'string' && phonePattern.test(value) ? null : { code: 'notPhone' };
    case 'area':
      return typeof value === 'string' && isArea(value, context) ? null : { code: 'notArea' };
    case 'date':
      return typeof value === 'string' ? dateProblem(field, value, context.today) : { code: 'notDate' };
    case 'time':
      return typeof value === 'string' && isTime(value) ? null : { code: 'notTime' };
    case 'position':
      return typeof value === 'string' && readGeoUri(value) !== null ? null : { code: 'notPosition' };
    default:
      return assertNever(field);
  }
}

function isArea(code: string, context: ValidationContext): boolean {
  return areaPattern.test(code) && (context.isKnownArea?.(code) ?? true);
}

/** Length as a person counts it: code points, not UTF-16 units. */
function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

function textProblem(field: TextField, text: string): Problem | null {
  const max = field.maxLength ?? defaultMaxLength[field.type];
  const min = field.minLength ?? 0;
  const length = lengthOf(text);
  if (!isStorableText(text)) return { code: 'notText' };
  if (length > max) return { code: 'tooLong', params: { max, length } };
  if (field.digitsOnly === true && !/^\d+$/.test(text)) return { code: 'notDigits' };
  if (length < min) return { code: 'tooShort', params: { min, length } };
  return field.pattern === undefined || patternFits(field.pattern, max, text) ? null : { code: 'pattern' };
}

/** Always text: a number would have lost its leading zeros and its last digits. */
function sixteenDigits(text: JsonValue, code: FieldProblemCode): Problem | null {
  if (typeof text !== 'string') return { code: 'notText' };
  if (!/^\d+$/.test(text)) return { code: 'notDigits' };
  return text.length === 16 ? null : { code, params: { length: text.length } };
}

function numberProblem(field: NumberField, value: JsonValue, today: string): Problem | null {
  if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    return { code: 'notNumber' };
  }
  if (field.integer !== false && !Number.isInteger(value)) return { code: 'notInteger' };
  if (field.min !== undefined && value < field.min) return { code: 'tooSmall', params: { min: field.min } };
  const thisYear = field.year === 'past' ? Number(today.slice(0, 4)) : Number.POSITIVE_INFINITY;
  const max = Math.min(field.max ?? Number.POSITIVE_INFINITY, thisYear);
  return value > max ? { code: 'tooLarge', params: { max } } : null;
}

function dateProblem(field: DateField, text: string, today: string): Problem | null {
  if (!isIsoDate(text)) return { code: 'notDate' };
  const min = field.min === 'today' ? today : field.min;
  const max = field.max === 'today' ? today : field.max;
  if (min !== undefined && text < min) return { code: 'tooEarly', params: { min } };
  if (max !== undefined && text > max) return { code: 'tooLate', params: { max } };
  return null;
}

function isOption(field: SelectField, value: JsonValue): boolean {
  return field.options.some((option) => option.value === value);
}

function choiceProblem(field: SelectField, value: JsonValue): Problem | null {
  if (field.type === 'select') return isOption(field, value) ? null : { code: 'notOption' };
  if (!isJsonArray(value)) return { code: 'wrongShape' };
  if (new Set(value).size !== value.length) return { code: 'wrongShape' };
  return value.every((choice) => isOption(field, choice)) ? null : { code: 'notOption' };
}

export function isLeaf(field: Field): field is LeafField {
  return field.type !== 'personGroup' && field.type !== 'repeat';
}
