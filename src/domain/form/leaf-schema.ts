import type { CodedField, DateField, NumberField, TextField } from '#domain/service/definition.ts';
import { assertNever } from '#lib/assert-never.ts';
import type { JsonObject } from '#lib/json.ts';
import { blankCharacters, unseenCharacters } from './clean-text.ts';
import type { LeafField } from './clean-value.ts';
import { geoUriPattern } from './position.ts';
import { defaultMaxLength } from './validate-value.ts';

/** No control characters; tab and line feed only where there are lines. Every regular expression dialect reads it alike. */
const storable = {
  text: '^[^\\x00-\\x1F\\x7F-\\x9F]*$',
  longText: '^[^\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F]*$',
};
const somethingToSee = `[^${unseenCharacters}]`;
const blankEdge = `^[${blankCharacters}]|[${blankCharacters}]$`;

/** JSON Schema of one present, cleaned answer. */
export function leafSchema(field: LeafField): JsonObject {
  switch (field.type) {
    case 'text':
    case 'longText':
      return textSchema(field);
    case 'number':
      return numberSchema(field);
    case 'date':
      return dateSchema(field);
    case 'time':
      return { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' };
    case 'position':
      return { type: 'string', pattern: geoUriPattern, $comment: 'A geo URI (RFC 5870) in WGS 84.' };
    case 'select':
      return { type: 'string', enum: field.options.map(({ value }) => value) };
    case 'multiSelect':
      return {
        type: 'array',
        items: { type: 'string', enum: field.options.map(({ value }) => value) },
        minItems: 1,
        uniqueItems: true,
      };
    case 'yesNo':
      return { type: 'boolean' };
    case 'nik':
    case 'kk':
      return { type: 'string', pattern: '^[0-9]{16}$', ...unlike(field) };
    case 'tel':
      return { type: 'string', pattern: '^\\+628[0-9]{7,11}$', ...unlike(field) };
    case 'area':
      return {
        type: 'string',
        pattern: '^[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}$',
        $comment: 'A village code that the office knows.',
      };
    default:
      return assertNever(field);
  }
}

function unlike({ differsFrom }: CodedField): JsonObject {
  return differsFrom === undefined ? {} : { $comment: `Not the same as ${differsFrom.join(', ')}.` };
}

function textSchema(field: TextField): JsonObject {
  const isDigits = field.digitsOnly === true;
  const patterns = [
    ...(isDigits ? ['^[0-9]+$'] : [storable[field.type], somethingToSee]),
    ...(field.pattern === undefined ? [] : [field.pattern]),
  ];
  return {
    type: 'string',
    minLength: Math.max(1, field.minLength ?? 1, field.padTo ?? 1),
    maxLength: field.maxLength ?? defaultMaxLength[field.type],
    ...(patterns.length === 1 ? { pattern: patterns[0] ?? '' } : { allOf: patterns.map((pattern) => ({ pattern })) }),
    ...(isDigits ? {} : { not: { pattern: blankEdge } }),
    ...(field.example === undefined ? {} : { examples: [field.example.id] }),
  };
}

function numberSchema(field: NumberField): JsonObject {
  return {
    type: field.integer === false ? 'number' : 'integer',
    minimum: Math.max(field.min ?? Number.MIN_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
    maximum: Math.min(field.max ?? Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
    ...(field.year === 'past' ? { $comment: 'Not later than the year that it is in WIB.' } : {}),
  };
}

function dateSchema(field: DateField): JsonObject {
  const bounds = [
    ...(field.min === undefined ? [] : [`not before ${field.min}`]),
    ...(field.max === undefined ? [] : [`not after ${field.max}`]),
  ];
  return {
    type: 'string',
    format: 'date',
    pattern: '^[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
    ...(bounds.length === 0 ? {} : { $comment: `A day ${bounds.join(' and ')}; "today" is the day in WIB.` }),
  };
}
