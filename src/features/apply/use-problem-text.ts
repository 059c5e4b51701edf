import type { FieldProblem } from '#domain/form/answers.ts';
import type { Field } from '#domain/service/definition.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { fieldProblemWords } from '#i18n/sets/field-problem.ts';
import { fieldTrail } from './field-trail.ts';
import { useApplyForm } from './form-context.ts';

/** What is wrong with a field, in words; the service's own words, unit and example where it has them. */
export function useProblemText(): (problem: FieldProblem, field: Field | undefined) => string {
  const words = useMessages(fieldProblemWords);
  const text = useLocalText();
  const { definition } = useApplyForm().draft;
  return (problem, field) => {
    if (problem.code === 'pattern' && field !== undefined && 'patternMessage' in field && field.patternMessage) {
      return text(field.patternMessage);
    }
    const other = problem.params?.['other'];
    const pointer = `/${String(other).replaceAll('.', '/')}`;
    const all = definition.steps.flatMap(({ fields }) => fields);
    return words[problem.code]({
      ...problem.params,
      ...(other === undefined ? {} : { otherName: fieldTrail(all, pointer, text).name }),
      ...(field?.type === 'number' ? numberHints(field, text) : {}),
    });
  };
}

function numberHints(
  { unit, example, year }: Extract<Field, { type: 'number' }>,
  text: ReturnType<typeof useLocalText>,
): Readonly<Record<string, string | number>> {
  return {
    ...(unit === undefined ? {} : { unit: text(unit) }),
    ...(example === undefined ? {} : { example }),
    ...(year === undefined ? {} : { year }),
  };
}

export interface ProblemLine {
  readonly pointer: string;
  readonly text: string;
}

/** Problems as they stand in a summary: which question, and what is wrong with it. */
export function useProblemLines(): (problems: readonly FieldProblem[]) => readonly ProblemLine[] {
  const text = useLocalText();
  const say = useProblemText();
  const { definition } = useApplyForm().draft;
  return (problems) =>
    problems.map((problem) => {
      const all = definition.steps.flatMap(({ fields }) => fields);
      const { field, name } = fieldTrail(all, problem.pointer, text);
      const said = say(problem, field);
      return { pointer: problem.pointer, text: name === '' ? said : `${name}${name.endsWith('?') ? '' : ':'} ${said}` };
    });
}
