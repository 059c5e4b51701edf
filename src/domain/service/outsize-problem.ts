/** What no service is: a file of megabytes, a list in a list in a list. Looked at first, so that nothing else has to be afraid of it. */
import { pointerTo } from '#domain/form/pointer.ts';
import { type DefinitionProblem, isMembers } from './schema-problems.ts';

/** Largest file of a definition; the largest real one has 50 kB. */
export const mostDefinitionBytes = 1_000_000;
/** The largest real one has 1,300. */
const mostParts = 20_000;
const deepest = 60;

interface Part {
  readonly value: unknown;
  readonly parent: Part | null;
  readonly key: string | number;
  readonly depth: number;
}

/** Null when the JSON has a size that the checks, a phone's store and JSON.stringify can take. Goes without recursion. */
export function outsizeProblem(json: unknown): DefinitionProblem | null {
  const open: Part[] = [{ value: json, parent: null, key: '', depth: 0 }];
  let parts = 0;
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    parts += 1;
    if (part.depth > deepest) return { pointer: placeOf(part), message: `is nested deeper than ${deepest} levels` };
    const inner = Array.isArray(part.value)
      ? part.value.entries()
      : isMembers(part.value)
        ? Object.entries(part.value)
        : [];
    for (const [key, value] of inner) open.push({ value, parent: part, key, depth: part.depth + 1 });
    if (parts + open.length > mostParts)
      return { pointer: '', message: `has more than ${mostParts} parts: no service has` };
  }
  return null;
}

function placeOf(part: Part): string {
  const keys: (string | number)[] = [];
  for (let at: Part | null = part; at !== null && at.parent !== null; at = at.parent) keys.unshift(at.key);
  return keys.slice(0, 8).reduce<string>(pointerTo, '');
}
