import { definitionRuleProblems } from './definition-rules.ts';
import type { ServiceDefinition } from './definition.ts';
import { type DefinitionProblem, schemaProblems } from './schema-problems.ts';
import schema from './service-definition.schema.json' with { type: 'json' };

export type DefinitionCheck =
  | { readonly ok: true; readonly definition: ServiceDefinition }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

/**
 * Whether some JSON is a service that this app can offer.
 * @param reader `author` names every unknown member, to catch slips of the pen; `app` passes over them, so that a
 *   definition written for a newer app still works where it can. An unknown field type is refused by both.
 */
export function checkDefinition(json: unknown, reader: 'author' | 'app' = 'author'): DefinitionCheck {
  const problems = schemaProblems(schema, json, reader === 'app');
  if (!fits(json, problems)) return { ok: false, problems };
  const ruleProblems = definitionRuleProblems(json);
  return ruleProblems.length === 0 ? { ok: true, definition: json } : { ok: false, problems: ruleProblems };
}

function fits(_json: unknown, problems: readonly DefinitionProblem[]): _json is ServiceDefinition {
  return problems.length === 0;
}
