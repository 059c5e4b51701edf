/**
 * NIK and KK numbers among answers. Who only has to recognise somebody is shown two digits in front and four at the end;
 * the rest comes when it is asked for. What was written as free text is not looked into.
 */
import { isJsonArray, isJsonObject, ownValue } from '#domain/form/json-object.ts';
import { pointerTo } from '#domain/form/pointer.ts';
import type { Field, ServiceDefinition } from '#domain/service/definition.ts';
import type { JsonObject, JsonValue } from '#lib/json.ts';
import { isMaskable, maskNik } from './nik.ts';

/** The form that was filled in; null where nobody has it any more. */
type Form = Pick<ServiceDefinition, 'steps'> | null;
/** What is put in place of a number. */
type Change = (number: string, pointer: string) => string;

/** Each number by its JSON Pointer (RFC 6901) into the answers, in their order; one that is masked as it is. */
export function numbersIn(form: Form, answers: JsonObject): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  changeNumbers(form, answers, (number, pointer) => {
    found.set(pointer, number);
    return number;
  });
  return found;
}

/** The same answers with every number masked, except for those that are known. */
export function maskNumbers(
  form: Form,
  answers: JsonObject,
  known: ReadonlyMap<string, string> = new Map(),
): JsonObject {
  return changeNumbers(form, answers, (number, pointer) => known.get(pointer) ?? maskNik(number));
}

function changeNumbers(form: Form, answers: JsonObject, change: Change): JsonObject {
  return changeIn(form?.steps.flatMap(({ fields }) => fields) ?? [], answers, '', change);
}

function changeIn(fields: readonly Field[], answers: JsonObject, above: string, change: Change): JsonObject {
  const entries = Object.keys(answers).map((id) => {
    const value = ownValue(answers, id) ?? null;
    const field = fields.find((one) => one.id === id);
    return [id, changeAnswer(field, value, pointerTo(above, id), change)] as const;
  });
  return Object.fromEntries(entries);
}

function changeAnswer(field: Field | undefined, value: JsonValue, pointer: string, change: Change): JsonValue {
  switch (field?.type) {
    case undefined:
      return changeUnknown(value, pointer, change);
    case 'nik':
    case 'kk':
      return isText(value) ? change(String(value), pointer) : changeUnknown(value, pointer, change);
    case 'personGroup':
      return isJsonObject(value)
        ? changeIn(field.fields, value, pointer, change)
        : changeUnknown(value, pointer, change);
    case 'repeat':
      if (!isJsonArray(value)) return changeUnknown(value, pointer, change);
      return value.map((item, index) => {
        const place = pointerTo(pointer, index);
        return isJsonObject(item) ? changeIn(field.fields, item, place, change) : changeUnknown(item, place, change);
      });
    default:
      return value;
  }
}

/** An answer to a question that the form does not have: whatever has the shape of such a number is taken for one. */
function changeUnknown(value: JsonValue, pointer: string, change: Change): JsonValue {
  if (isText(value)) {
    const text = String(value);
    return isMaskable(text.replaceAll(/[\s.-]/g, '')) ? change(text, pointer) : value;
  }
  if (isJsonArray(value)) return value.map((item, index) => changeUnknown(item, pointerTo(pointer, index), change));
  return isJsonObject(value) ? changeIn([], value, pointer, change) : value;
}

function isText(value: JsonValue): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
