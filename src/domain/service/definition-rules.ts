/** What makes a well-formed definition make sense: rules between its parts, which JSON Schema can't say. */
import { cleanValue } from '#domain/form/clean-value.ts';
import { isIsoDate } from '#domain/form/parse-date.ts';
import { pointerTo } from '#domain/form/pointer.ts';
import { valueProblem } from '#domain/form/validate-value.ts';
import { conditionRuleProblems, type KnownQuestions, pathsOf } from './condition-rules.ts';
import type { Condition, Field, ServiceDefinition, TextField } from './definition.ts';
import { holderProblems, sameAsProblems } from './help-rules.ts';
import { paperProblems } from './paper-rules.ts';
import type { DefinitionProblem } from './schema-problems.ts';

const deepestGroup = 3;
const mostFields = 400;

export function definitionRuleProblems(definition: ServiceDefinition): readonly DefinitionProblem[] {
  const fields = definition.steps.flatMap((step) => step.fields);
  const count = fields.reduce((sum, field) => sum + countOf(field), 0);
  if (count > mostFields) return [{ pointer: '/steps', message: `asks ${count} questions; at most ${mostFields}` }];
  const known = new Map<string, Field>();
  const problems: DefinitionProblem[] = [];
  definition.steps.forEach((step, index) => {
    const pointer = pointerTo('/steps', index);
    problems.push(...visibilityProblems(step.visibleWhen, known, pointer));
    problems.push(...sameAsProblems(step.sameAs, step.fields, known, pointer));
    problems.push(...fieldListProblems(step.fields, known, `${pointer}/fields`, 1));
  });
  definition.requirements.forEach((requirement, index) => {
    const pointer = pointerTo('/requirements', index);
    problems.push(...visibilityProblems(requirement.visibleWhen, known, pointer));
    problems.push(...paperProblems(requirement, known, pointer));
  });
  return [
    ...problems,
    ...repeated(definition.steps, '/steps', 'step'),
    ...repeated(definition.requirements, '/requirements', 'requirement'),
    ...repeatedAcrossSteps(definition),
  ];
}

/** Adds the fields to `known` as it passes them, so that a condition can only look back. */
function fieldListProblems(
  fields: readonly Field[],
  known: Map<string, Field>,
  pointer: string,
  depth: number,
): readonly DefinitionProblem[] {
  return fields.flatMap((field, index) => {
    const at = pointerTo(pointer, index);
    const problems = [
      ...visibilityProblems(field.visibleWhen, known, at),
      ...likenessProblems(field, known, at),
      ...holderProblems(field, fields, at),
      ...ownProblems(field, at),
    ];
    if (field.type === 'personGroup' || field.type === 'repeat') {
      problems.push(
        ...(depth > 1 && field.sameAs !== undefined
          ? [{ pointer: `${at}/sameAs`, message: 'stands on a step, or on a group or repeat of a step' }]
          : sameAsProblems(field.sameAs, field.fields, known, at)),
      );
      problems.push(...insideProblems(field.fields, known, `${at}/fields`, depth));
    }
    for (const [path, question] of pathsOf(field)) known.set(path, question);
    return problems;
  });
}

function insideProblems(
  fields: readonly Field[],
  known: KnownQuestions,
  pointer: string,
  depth: number,
): readonly DefinitionProblem[] {
  if (depth >= deepestGroup)
    return [{ pointer, message: `groups and repeats go ${deepestGroup - 1} levels deep at most` }];
  const ids = new Set(fields.map(({ id }) => id));
  const outer = new Map([...known].filter(([path]) => !ids.has(path.split('.')[0] ?? '')));
  return [...fieldListProblems(fields, outer, pointer, depth + 1), ...repeated(fields, pointer, 'question')];
}

function visibilityProblems(
  rule: Condition | undefined,
  known: KnownQuestions,
  pointer: string,
): readonly DefinitionProblem[] {
  return conditionRuleProblems(rule, known).map((message) => ({ pointer: `${pointer}/visibleWhen`, message }));
}

function likenessProblems(field: Field, known: KnownQuestions, pointer: string): readonly DefinitionProblem[] {
  const others = 'differsFrom' in field ? (field.differsFrom ?? []) : [];
  return others
    .filter((path) => known.get(path)?.type !== field.type)
    .map((path) => ({
      pointer: `${pointer}/differsFrom`,
      message: `"${path}" is not a question of the same type asked before this one`,
    }));
}

function ownProblems(field: Field, pointer: string): readonly DefinitionProblem[] {
  const say = (member: string, message: string): DefinitionProblem => ({ pointer: `${pointer}/${member}`, message });
  switch (field.type) {
    case 'text':
    case 'longText':
      return [
        ...(crossed(field.minLength, field.maxLength) ? [say('minLength', 'is more than maxLength')] : []),
        ...paddingProblems(field).map((message) => say('padTo', message)),
        ...(isRightExample(field) ? [] : [say('example', 'would be refused as an answer')]),
      ];
    case 'number':
      return crossed(field.min, field.max) ? [say('min', 'is more than max')] : [];
    case 'date':
      return [
        ...(isBound(field.min) ? [] : [say('min', 'is no day of the calendar')]),
        ...(isBound(field.max) ? [] : [say('max', 'is no day of the calendar')]),
        ...(crossedDates(field.min, field.max) ? [say('min', 'is later than max')] : []),
      ];
    case 'select':
    case 'multiSelect':
      return repeated(
        field.options.map(({ value }) => ({ id: value })),
        `${pointer}/options`,
        'option',
      );
    case 'repeat':
      return crossed(field.minItems, field.maxItems) ? [say('minItems', 'is more than maxItems')] : [];
    default:
      return [];
  }
}

function paddingProblems({ padTo, digitsOnly, maxLength }: TextField): readonly string[] {
  return [
    ...(padTo !== undefined && digitsOnly !== true ? ['is only for digitsOnly'] : []),
    ...(crossed(padTo, maxLength) ? ['is more than maxLength'] : []),
  ];
}

function isRightExample(field: TextField): boolean {
  const { id, en } = field.example ?? {};
  return [id, en].every((text) => {
    const answer = cleanValue(field, text);
    return answer === undefined ? text === undefined : valueProblem(field, answer, { today: '2000-01-01' }) === null;
  });
}

function crossed(min: number | undefined, max: number | undefined): boolean {
  return min !== undefined && max !== undefined && min > max;
}

function isBound(bound: string | undefined): boolean {
  return bound === undefined || bound === 'today' || isIsoDate(bound);
}

function crossedDates(min: string | undefined, max: string | undefined): boolean {
  return min !== undefined && max !== undefined && min !== 'today' && max !== 'today' && min > max;
}

function repeated(
  items: readonly { readonly id: string }[],
  pointer: string,
  noun: string,
): readonly DefinitionProblem[] {
  return repeatedIds(
    items.map(({ id }, index) => ({ id, pointer: pointerTo(pointer, index) })),
    noun,
  );
}

function repeatedAcrossSteps(definition: ServiceDefinition): readonly DefinitionProblem[] {
  const questions = definition.steps.flatMap(({ fields }, step) =>
    fields.map(({ id }, index) => ({ id, pointer: `/steps/${step}/fields/${index}` })),
  );
  return repeatedIds(questions, 'question');
}

function repeatedIds(
  items: readonly { readonly id: string; readonly pointer: string }[],
  noun: string,
): readonly DefinitionProblem[] {
  const seen = new Set<string>();
  const problems: DefinitionProblem[] = [];
  for (const { id, pointer } of items) {
    if (seen.has(id)) problems.push({ pointer, message: `another ${noun} is called "${id}" too` });
    seen.add(id);
  }
  return problems;
}

function countOf(field: Field): number {
  if (field.type !== 'personGroup' && field.type !== 'repeat') return 1;
  return field.fields.reduce((sum, inner) => sum + countOf(inner), 1);
}
