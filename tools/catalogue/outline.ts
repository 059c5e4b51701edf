/** A service as a page of text, so that somebody can read a form through without filling it in. */
import { isJsonArray, isJsonObject } from '#domain/form/json-object.ts';
import type { Condition, Field, Requirement, ServiceDefinition } from '#domain/service/definition.ts';
import type { JsonValue } from '#lib/json.ts';

const mostOptions = 8;

export function outlineOf(definition: ServiceDefinition): string {
  const { standard, visit, requirements, steps } = definition;
  const days =
    standard.workingDays === null
      ? 'no time promised'
      : `${standard.workingDays} working ${standard.workingDays === 1 ? 'day' : 'days'}`;
  return [
    `${definition.name.id}   (${definition.id}, version ${definition.schemaVersion})`,
    definition.description.id,
    `${definition.unit} · ${days}${definition.sampleData ? ', not official' : ''} · ${standard.feeIdr === 0 ? 'free' : `Rp${standard.feeIdr}`}`,
    ...(visit.required === 'none' ? [] : [`In person: ${visit.required}. ${visit.note?.id ?? ''}`.trimEnd()]),
    '',
    'PAPERS',
    ...(requirements.length === 0 ? ['  none'] : requirements.flatMap(paperLines)),
    ...steps.flatMap(({ id, title, visibleWhen, fields }, index) => [
      '',
      `STEP ${index + 1}  ${title.id}   (${id})${onlyIf(visibleWhen)}`,
      ...fields.flatMap((field) => fieldLines(field, '  ')),
    ]),
    '',
    '* must be answered',
  ].join('\n');
}

function paperLines({ id, label, required, maxFiles, accept, paper, visibleWhen }: Requirement): readonly string[] {
  const kinds = accept.map((type) => type.split('/')[1]).join(', ');
  return [
    `  ${label.id}${required ? ' *' : ''}   (${id})${onlyIf(visibleWhen)}`,
    `      ${kinds}${maxFiles === undefined ? '' : `; at most ${maxFiles}`}${paper === undefined ? '' : `; may be kept: ${paper.kind}`}`,
  ];
}

function fieldLines(field: Field, indent: string): readonly string[] {
  const { id, type, label, required, visibleWhen } = field;
  return [
    `${indent}${label.id}${required === true ? ' *' : ''}   (${id}: ${type})${onlyIf(visibleWhen)}`,
    ...('options' in field ? [`${indent}    ${optionsOf(field.options.map((option) => option.label.id))}`] : []),
    ...('differsFrom' in field ? [`${indent}    not the same as ${field.differsFrom?.join(', ')}`] : []),
    ...('fields' in field ? field.fields.flatMap((inner) => fieldLines(inner, `${indent}    `)) : []),
  ];
}

function optionsOf(labels: readonly string[]): string {
  const shown = labels.slice(0, mostOptions).map((label) => `○ ${label}`);
  return [...shown, ...(labels.length > mostOptions ? [`… ${labels.length} in all`] : [])].join('  ');
}

function onlyIf(rule: Condition | undefined): string {
  return rule === undefined ? '' : `   only if ${conditionInWords(rule)}`;
}

/** `alasan is hilang`, `alasan is one of hilang, rusak`; a rule with other operations stays as it is written. */
export function conditionInWords(rule: JsonValue): string {
  if (!isJsonObject(rule)) return isJsonArray(rule) ? rule.map(conditionInWords).join(', ') : literal(rule);
  const [[name, value] = ['', null]] = Object.entries(rule);
  const args = isJsonArray(value) ? value : [value];
  const [first = null, second = null] = args;
  const words = args.map(conditionInWords);
  switch (name) {
    case 'var':
      return String(first);
    case '==':
    case '===':
      return `${words[0]} is ${words[1]}`;
    case '!=':
    case '!==':
      return `${words[0]} is not ${words[1]}`;
    case 'in':
      return isJsonArray(second) ? `${words[0]} is one of ${words[1]}` : `${words[1]} has ${words[0]}`;
    case '!':
      return `not (${words[0]})`;
    case 'and':
    case 'or':
      return words.map((part) => (args.length > 1 && part.includes(' or ') ? `(${part})` : part)).join(` ${name} `);
    case 'some':
    case 'all':
    case 'none':
      return `${name} of ${words[0]}: ${words[1]}`;
    default:
      return JSON.stringify(rule);
  }
}

function literal(value: JsonValue): string {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  return value === null ? 'unanswered' : String(value);
}
