import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { mutants, type Mutant } from './mutants.ts';

/** From now on the named mutant's file is loaded with its mistake. Only for code that is not loaded yet. */
export function plantMutant(name: string): Mutant {
  const mutant = mutants.find((each) => each.name === name);
  if (mutant === undefined) throw new Error(`There is no mutant called ${name}`);
  const url = new URL(`../../${mutant.file}`, import.meta.url).href;
  const source = readFileSync(fileURLToPath(url), 'utf8');
  const parts = source.split(mutant.right);
  if (parts.length !== 2)
    throw new Error(`${name}: what it replaces stands ${parts.length - 1} times in ${mutant.file}`);
  registerHooks({
    load: (loaded, context, next) =>
      loaded === url
        ? { format: 'module-typescript', source: parts.join(mutant.wrong), shortCircuit: true }
        : next(loaded, context),
  });
  return mutant;
}
