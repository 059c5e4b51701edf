/** What a paper that may be kept for the next application must say: a kind with a name, and a holder who is asked for. */
import type { KnownQuestions } from './condition-rules.ts';
import type { Requirement, ServiceDefinition } from './definition.ts';
import { isPaperKind, paperKinds } from './paper-kind.ts';
import type { DefinitionProblem } from './schema-problems.ts';

export function paperProblems(
  { paper }: Requirement,
  known: KnownQuestions,
  pointer: string,
): readonly DefinitionProblem[] {
  if (paper?.of === undefined || known.get(paper.of)?.type === 'text') return [];
  return [{ pointer: `${pointer}/paper/of`, message: `"${paper.of}" is no question that asks for a text` }];
}

/** For authors: a newer office may know papers that this app has no name for, and who writes for this one should not. */
export function unnamedPapers({ requirements }: ServiceDefinition): readonly DefinitionProblem[] {
  return requirements.flatMap(({ paper }, index) =>
    paper === undefined || isPaperKind(paper.kind)
      ? []
      : [{ pointer: `/requirements/${index}/paper/kind`, message: `must be one of: ${paperKinds.join(', ')}` }],
  );
}
