/** Holds every import against the allow-lists of .dependency-cruiser.mjs. `node tools/checks/imports.ts [folder]` */
import { root } from '../node24.mjs';
import { type CruiseResult, cruise } from './cruise.ts';

/** Fewer means that the tool looked at nothing and its green is worth nothing; it has happened with another compiler. */
const fewestModules = 40;

export function importFaults(result: CruiseResult): readonly string[] {
  const comments = new Map(result.summary.ruleSetUsed.forbidden.map((rule) => [rule.name, rule.comment ?? '']));
  const faults = result.summary.violations.map(
    ({ from, to, rule }) => `${from} imports ${to} (${rule.name})\n  ${comments.get(rule.name) ?? ''}`,
  );
  const modules = result.modules.filter(({ source }) => /^(?:src|server)\//.test(source)).length;
  return modules >= fewestModules
    ? faults
    : [
        ...faults,
        `Only ${modules} modules of src/ and server/ were looked at: the tool is blind, so its answer counts for nothing.`,
      ];
}

if (import.meta.main) {
  const result = await cruise(process.argv[2] ?? root);
  const faults = importFaults(result);
  for (const line of faults) console.error(line);
  console.log(`${result.summary.totalCruised} modules followed, ${faults.length} faults`);
  if (faults.length > 0) process.exitCode = 1;
}
