import { definitionRuleProblems } from './definition-rules.ts';
import type { ServiceDefinition } from './definition.ts';
import { outsizeProblem } from './outsize-problem.ts';
import { patternProblems } from './pattern-rules.ts';
import { unnamedPapers } from './paper-rules.ts';
import { type DefinitionProblem, schemaProblems } from './schema-problems.ts';
import schema from './service-definition.schema.json' with { type: 'json' };
import { textProblems } from './text-rules.ts';

const mostProblems = 100;

export type DefinitionCheck =
  | { readonly ok: true; readonly definition: ServiceDefinition }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

/**
 * Whether some JSON is a service that this app can offer.
 * @param reader `author` names every unknown member, unusable pattern and unseen character, to catch slips of the pen;
 *   `app` passes over them, so that a definition written for a newer app still works where it can. An unknown field
 *   type is refused by both. Never throws, whatever the JSON.
 */
export function checkDefinition(json: unknown, reader: 'author' | 'app' = 'author'): DefinitionCheck {
  const outsize = outsizeProblem(json);
  if (outsize !== null) return { ok: false, problems: [outsize] };
  const problems = schemaProblems(schema, json, reader === 'app');
  if (!fits(json, problems)) return refused(problems);
  const ruleProblems = definitionRuleProblems(json);
  const slips = reader === 'app' ? [] : [...patternProblems(json), ...textProblems(json), ...unnamedPapers(json)];
  return ruleProblems.length + slips.length === 0
    ? { ok: true, definition: json }
    : refused([...ruleProblems, ...slips]);
}

/** Nobody mends a thousand mistakes in one go. */
function refused(problems: readonly DefinitionProblem[]): DefinitionCheck {
  if (problems.length <= mostProblems) return { ok: false, problems };
  const rest = { pointer: '', message: `and ${problems.length - mostProblems} more mistakes` };
  return { ok: false, problems: [...problems.slice(0, mostProblems), rest] };
}

function fits(_json: unknown, problems: readonly DefinitionProblem[]): _json is ServiceDefinition {
  return problems.length === 0;
}
