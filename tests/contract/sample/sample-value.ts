import fc from 'fast-check';
import type { JsonValue } from '#lib/json.ts';
import { fail } from '../expect.ts';
import type { SampleField } from './definition.ts';

/** Which of two valid sets of answers: the same application again, or another content under the same id. */
export type Variant = 'first' | 'other';

/** Balaraja. A backend of another regency needs one of its own here. */
const sampleVillage = '36.03.01.1001';

/** An answer that the field's own description allows. Groups and repeats are filled by the caller. */
export function sampleValue(field: SampleField, variant: Variant): JsonValue {
  switch (field.type) {
    case 'text':
    case 'longText':
      return sampleText(field, variant);
    case 'number':
      return sampleNumber(field);
    case 'date':
      return sampleDate(field);
    case 'time':
      return '08:30';
    case 'position':
      return 'geo:-6.17834,106.63188;u=12';
    case 'select':
      return firstOption(field);
    case 'multiSelect':
      return [firstOption(field)];
    case 'yesNo':
      return true;
    // Region 99 does not exist: nobody has this number.
    case 'nik':
      return variant === 'first' ? '9999990101900001' : '9999990101900002';
    case 'kk':
      return variant === 'first' ? '9999990101900003' : '9999990101900004';
    case 'tel':
      return variant === 'first' ? '+6281200000001' : '+6281200000002';
    case 'area':
      return sampleVillage;
    default:
      return fail(`field ${field.id} has type ${field.type}, which the definition format does not know`);
  }
}

function sampleText(field: SampleField, variant: Variant): string {
  const { minLength = 1, maxLength = field.type === 'text' ? 200 : 2000, pattern, digitsOnly = false } = field;
  const fits = (text: string) =>
    text.length >= minLength &&
    text.length <= maxLength &&
    text.trim() === text &&
    (!digitsOnly || /^[0-9]+$/.test(text)) &&
    (pattern === undefined || new RegExp(pattern, 'u').test(text));
  const words = variant === 'first' ? 'KANARI CONTOH SATU' : 'KANARI CONTOH LAIN';
  const digits = (variant === 'first' ? '1' : '2').repeat(Math.max(minLength, Math.min(3, maxLength)));
  const padded = words.slice(0, maxLength).trim().padEnd(minLength, 'A');
  const simple = [padded, digits].find(fits);
  if (simple !== undefined) return simple;
  if (pattern === undefined) return fail(`field ${field.id}: no sample text fits its limits`);
  const seed = variant === 'first' ? 1 : 2;
  const matching = fc.sample(fc.stringMatching(new RegExp(pattern, 'u')), { seed, numRuns: 200 }).find(fits);
  return matching ?? fail(`field ${field.id}: no sample text found for pattern ${pattern}`);
}

function sampleNumber(field: SampleField): number {
  const min = typeof field.min === 'number' ? field.min : Number.NEGATIVE_INFINITY;
  const max = typeof field.max === 'number' ? field.max : Number.POSITIVE_INFINITY;
  return Math.ceil(Math.min(Math.max(1, min), max));
}

const wibOffsetMs = 7 * 60 * 60 * 1000;

/** "today" is the day in WIB, which begins at 17:00 UTC. */
function sampleDate(field: SampleField): string {
  const today = new Date(Date.now() + wibOffsetMs).toISOString().slice(0, 10);
  const read = (limit: unknown, otherwise: string) =>
    limit === 'today' ? today : typeof limit === 'string' ? limit : otherwise;
  const min = read(field.min, '0001-01-01');
  const max = read(field.max, '9999-12-31');
  const usual = '1990-01-01';
  return usual < min ? min : usual > max ? max : usual;
}

function firstOption(field: SampleField): string {
  return field.options?.[0]?.value ?? fail(`field ${field.id} offers no options`);
}
