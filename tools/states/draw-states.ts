import type { Edge, Place } from './edge.ts';
import { officeEdges } from './office-answers.ts';
import { phoneEdges } from './phone-acts.ts';

const names: Readonly<Record<Place, string>> = {
  nowhere: '[*]',
  draft: 'draft',
  waiting: 'waiting',
  'needs-person': 'needs_person',
  delivered: 'delivered',
};

/** The life of an application, as the code itself lives it. */
export async function drawStates(): Promise<string> {
  const groups = new Map<string, Edge[]>();
  for (const edge of [...(await phoneEdges()), ...officeEdges()]) {
    const key = `${edge.from} ${edge.to} ${edge.group}`;
    groups.set(key, [...(groups.get(key) ?? []), edge]);
  }
  const lines = [...groups.values()].flatMap((edges) => {
    const [first] = edges;
    if (first === undefined) return [];
    const words = edges.map((edge) => edge.words).join(', ');
    return [`  ${names[first.from]} --> ${names[first.to]}: ${words}`];
  });
  return ['```mermaid', 'stateDiagram-v2', ...lines, '```'].join('\n');
}
