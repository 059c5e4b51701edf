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
  return requirements.flatMap((requirement, index) => {
    const pointer = `/requirements/${index}`;
    return [...unnamedPaper(requirement, pointer), ...captureProblems(requirement, pointer)];
  });
}

function unnamedPaper({ paper }: Requirement, pointer: string): readonly DefinitionProblem[] {
  if (paper === undefined || isPaperKind(paper.kind)) return [];
  return [{ pointer: `${pointer}/paper/kind`, message: `must be one of: ${paperKinds.join(', ')}` }];
}

/** What is written on the screen is a PNG, and somebody's own hand is nobody's paper to keep. */
function captureProblems({ capture, accept, paper }: Requirement, pointer: string): readonly DefinitionProblem[] {
  if (capture === undefined) return [];
  if (capture !== 'signature') return [{ pointer: `${pointer}/capture`, message: 'must be: signature' }];
  return [
    ...(accept.includes('image/png')
      ? []
      : [{ pointer: `${pointer}/accept`, message: 'a signature is a PNG: add image/png' }]),
    ...(paper === undefined
      ? []
      : [{ pointer: `${pointer}/paper`, message: 'a signature is made for one application only' }]),
  ];
}
