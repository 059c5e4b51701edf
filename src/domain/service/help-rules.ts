/** Rules for the members that spare a person some typing: what a NIK fills in, and answers taken over from before. */
import { pointerTo } from '#domain/form/pointer.ts';
import type { KnownQuestions } from './condition-rules.ts';
import type { Field, SameAs } from './definition.ts';
import type { DefinitionProblem } from './schema-problems.ts';

/** What a NIK is held against has to stand beside it, and be a question of the right kind. */
export function holderProblems(
  field: Field,
  siblings: readonly Field[],
  pointer: string,
): readonly DefinitionProblem[] {
  if (!('holder' in field) || field.holder === undefined) return [];
  const at = `${pointer}/holder`;
  if (field.type !== 'nik') return [{ pointer: at, message: 'is only for a nik' }];
  const { birthDate, sexQuestion, sex } = field.holder;
  const problems: DefinitionProblem[] = [];
  if (birthDate !== undefined && siblings.find(({ id }) => id === birthDate)?.type !== 'date') {
    problems.push({ pointer: `${at}/birthDate`, message: `"${birthDate}" is not a date beside this question` });
  }
  if (sexQuestion === undefined) return problems;
  if (sex !== undefined) problems.push({ pointer: `${at}/sex`, message: 'is either known or asked, not both' });
  const question = siblings.find(({ id }) => id === sexQuestion.id);
  if (question?.type !== 'select') {
    return [
      ...problems,
      { pointer: `${at}/sexQuestion/id`, message: `"${sexQuestion.id}" is not a select beside this question` },
    ];
  }
  const values = question.options.map(({ value }) => value);
  for (const which of ['male', 'female'] as const) {
    if (values.includes(sexQuestion[which])) continue;
    problems.push({
      pointer: `${at}/sexQuestion/${which}`,
      message: `"${sexQuestion[which]}" is not one of its options`,
    });
  }
  if (sexQuestion.male === sexQuestion.female) {
    problems.push({ pointer: `${at}/sexQuestion/female`, message: 'is the option for a man too' });
  }
  return problems;
}

/**
 * Each answer is taken from an earlier question of the same kind, and may be taken.
 * @param known the questions asked before the step, group or repeat
 */
export function sameAsProblems(
  sameAs: SameAs | undefined,
  fields: readonly Field[],
  known: KnownQuestions,
  pointer: string,
): readonly DefinitionProblem[] {
  return Object.entries(sameAs?.answers ?? {}).flatMap(([id, path]) => {
    const at = pointerTo(`${pointer}/sameAs/answers`, id);
    const target = fields.find((field) => field.id === id);
    const source = known.get(path);
    if (target === undefined) return [{ pointer: at, message: `"${id}" is not a question of its own` }];
    if (source === undefined) return [{ pointer: at, message: `"${path}" is not a question asked before this one` }];
    if (source.type !== target.type || 'fields' in target) {
      return [{ pointer: at, message: `"${path}" is not a single answer of the same type` }];
    }
    if ('differsFrom' in target && target.differsFrom?.includes(path) === true) {
      return [{ pointer: at, message: `"${id}" must differ from "${path}"` }];
    }
    if (!('options' in source) || !('options' in target)) return [];
    const taken = new Set(target.options.map(({ value }) => value));
    return source.options
      .filter(({ value }) => !taken.has(value))
      .map(({ value }) => ({ pointer: at, message: `"${value}" of "${path}" is not an option of "${id}"` }));
  });
}
