import type { FieldProblem } from '#domain/form/answers.ts';
import { pointerTo } from '#domain/form/pointer.ts';
import type { Requirement } from '#domain/service/definition.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import { type ProblemLine, useProblemText } from './use-problem-text.ts';

export function paperPointer(slot: string): string {
  return pointerTo('/documents', slot);
}

export interface PaperLine extends ProblemLine {
  /** What is wrong, said beside the paper's own name. */
  readonly error: string;
}

/** What is wrong with the papers: "Belum ada: KTP Anda". */
export function usePaperLines(
  requirements: readonly Requirement[],
): (problems: readonly FieldProblem[]) => readonly PaperLine[] {
  const { papers: words } = useMessages(applyWords);
  const text = useLocalText();
  const say = useProblemText();
  return (problems) =>
    problems.flatMap((problem) => {
      const requirement = requirements.find(({ id }) => paperPointer(id) === problem.pointer);
      if (requirement === undefined) return [];
      const label = text(requirement.label);
      const error = say(problem, undefined);
      const line = problem.code === 'documentMissing' ? words.missing(label) : `${label}: ${error}`;
      return [{ pointer: problem.pointer, text: line, error }];
    });
}
