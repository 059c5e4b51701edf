import type { JsonObject, JsonValue } from '#lib/json.ts';
import type { SampleDefinition, SampleField } from './definition.ts';

/** Every NIK and KK number among answers, by its JSON Pointer (RFC 6901). */
export function sampleNumbers({ steps }: SampleDefinition, answers: JsonObject): ReadonlyMap<string, string> {
  return new Map(
    numbersIn(
      steps.flatMap(({ fields }) => fields),
      answers,
      '',
    ),
  );
}

function numbersIn(fields: readonly SampleField[], answers: JsonValue, above: string): [string, string][] {
  if (answers === null || typeof answers !== 'object') return [];
  return Object.entries(answers).flatMap(([id, value]): [string, string][] => {
    const field = fields.find((one) => one.id === id);
    const pointer = `${above}/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (field?.type === 'nik' || field?.type === 'kk') return [[pointer, String(value)]];
    const items: [string, JsonValue][] = Array.isArray(value)
      ? value.map((item: JsonValue, index) => [`${pointer}/${index}`, item])
      : [[pointer, value]];
    return items.flatMap(([at, item]) => numbersIn(field?.fields ?? [], item, at));
  });
}
