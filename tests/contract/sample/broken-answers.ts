import type { JsonObject, JsonValue } from '#lib/json.ts';
import { holds } from './condition.ts';
import type { SampleDefinition, SampleField } from './definition.ts';

/** Answers that are right but for one place. */
export interface BrokenAnswers {
  /** "nik too short" */
  readonly title: string;
  /** Where the backend must point, RFC 6901 into the answers: "/heirs/0/nik". */
  readonly pointer: string;
  readonly answers: JsonObject;
}

type Path = readonly (string | number)[];
type Breakage = readonly [title: string, value: JsonValue];

/** One breakage of each kind for each type of field that the service has, a missing answer and an unknown one. */
export function brokenAnswers(definition: SampleDefinition, answers: JsonObject): readonly BrokenAnswers[] {
  const visible = definition.steps.filter((step) => holds(step.visibleWhen, answers)).flatMap((step) => step.fields);
  const places = visible
    .flatMap((field) => placesOf(field, [field.id]))
    .filter(({ path }) => readAt(answers, path) !== undefined);
  const firstOfType = places.filter(
    (place, index) => places.findIndex((p) => p.field.type === place.field.type) === index,
  );
  const wrongValues = firstOfType.flatMap(({ field, path }) =>
    breakagesOf(field).map(([title, value]) => ({
      title: `${field.type} ${title}`,
      pointer: toPointer(path),
      answers: writeAt(answers, path, value),
    })),
  );
  const required = places.find(({ field }) => field.required === true && field.type !== 'repeat');
  const missing =
    required === undefined
      ? []
      : [
          {
            title: 'required answer missing',
            pointer: toPointer(required.path),
            answers: dropAt(answers, required.path),
          },
        ];
  const unknown = 'kolom_yang_tidak_ada';
  return [
    ...missing,
    ...wrongValues,
    { title: 'answer to a question nobody asked', pointer: `/${unknown}`, answers: { ...answers, [unknown]: 'x' } },
  ];
}

function placesOf(field: SampleField, path: Path): readonly { field: SampleField; path: Path }[] {
  const inner = (prefix: Path) => (field.fields ?? []).flatMap((child) => placesOf(child, [...prefix, child.id]));
  if (field.type === 'personGroup') return [{ field, path }, ...inner(path)];
  if (field.type === 'repeat') return [{ field, path }, ...inner([...path, 0])];
  return [{ field, path }];
}

function breakagesOf(field: SampleField): readonly Breakage[] {
  switch (field.type) {
    case 'text':
      return [
        ['as a number', 42],
        ['too long', 'A'.repeat((field.maxLength ?? 200) + 1)],
        ['of blanks only', '   '],
        ['with NUL', 'KANARI\u0000KANARI'],
      ];
    case 'longText':
      return [['too long', 'A'.repeat((field.maxLength ?? 2000) + 1)]];
    case 'number':
      return [
        ['as words', 'banyak'],
        ['as digits in a text', '12'],
      ];
    case 'date':
      return [
        ['on 30 February', '2024-02-30'],
        ['as words', 'kapan-kapan'],
        ['as people write it', '01/02/2024'],
      ];
    case 'time':
      return [['at 25 hours', '25:00']];
    case 'position':
      return [
        ['off the earth', 'geo:91,0'],
        ['as words', 'depan balai desa'],
        ['as people write it', '-6.17834, 106.63188'],
      ];
    case 'select':
      return [['not offered', 'pilihan-yang-tidak-ada']];
    case 'multiSelect':
      return [['not offered', ['pilihan-yang-tidak-ada']]];
    case 'yesNo':
      return [
        ['as other words', 'mungkin'],
        ['as a word', 'ya'],
      ];
    case 'nik':
    case 'kk':
      return [
        ['too short', '999999010190000'],
        ['with letters', 'ABCDEFGHIJKLMNOP'],
      ];
    case 'tel':
      return [
        ['too short', '12'],
        ['as people write it', '0812-0000-0001'],
      ];
    case 'area':
      return [['not a code', 'Tigaraksa']];
    case 'personGroup':
      return [['as text', 'KANARI']];
    case 'repeat':
      return [['as an object', {}]];
    default:
      return [];
  }
}

function toPointer(path: Path): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function readAt(value: JsonValue | undefined, [part, ...rest]: Path): JsonValue | undefined {
  if (part === undefined) return value;
  if (Array.isArray(value)) return readAt(Object.entries(value).find(([index]) => index === String(part))?.[1], rest);
  return isObject(value) ? readAt(value[part], rest) : undefined;
}

function writeAt(object: JsonObject, [part = '', ...rest]: Path, value: JsonValue): JsonObject {
  return { ...object, [part]: rest.length === 0 ? value : writeInto(object[part], rest, value) };
}

function writeInto(inner: JsonValue | undefined, path: Path, value: JsonValue): JsonValue {
  if (isObject(inner)) return writeAt(inner, path, value);
  if (!isArray(inner)) return value;
  const [index, ...rest] = path;
  return inner.map((item, at) => (at === index ? (rest.length === 0 ? value : writeInto(item, rest, value)) : item));
}

function dropAt(object: JsonObject, [part = '', ...rest]: Path): JsonObject {
  if (rest.length === 0) return Object.fromEntries(Object.entries(object).filter(([key]) => key !== part));
  const inner = object[part];
  if (isObject(inner)) return { ...object, [part]: dropAt(inner, rest) };
  if (!isArray(inner)) return object;
  const [index, ...deeper] = rest;
  return { ...object, [part]: inner.map((item, at) => (at === index && isObject(item) ? dropAt(item, deeper) : item)) };
}

function isArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
