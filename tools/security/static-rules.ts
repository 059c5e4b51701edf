import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../node24.mjs';

const Lint = z.object({
  options: z.object({ typeAware: z.boolean(), denyWarnings: z.boolean() }),
  rules: z.record(z.string(), z.unknown()),
});
const Compiler = z.object({ compilerOptions: z.record(z.string(), z.unknown()) });

const lintWanted = [
  'no-eval',
  'no-new-func',
  'no-script-url',
  'house/no-html-sink',
  'house/no-lint-comment',
  'react/no-danger',
  'typescript/no-explicit-any',
  'typescript/no-floating-promises',
  'typescript/no-unsafe-assignment',
];
const strictness = ['strict', 'noUncheckedIndexedAccess', 'exactOptionalPropertyTypes'];

/** R39: `npm test` runs lint and types; here is asked that nobody has made them look away. */
export function checkStaticRules(): readonly string[] {
  const lint = Lint.parse(JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')));
  const { compilerOptions } = Compiler.parse(JSON.parse(readFileSync(join(root, 'tsconfig.base.json'), 'utf8')));
  const steps = readFileSync(join(root, 'tools/test/steps.ts'), 'utf8');
  return [
    ...lintWanted.filter((rule) => lint.rules[rule] !== 'error').map((rule) => `.oxlintrc.json: ${rule} is no error`),
    ...(lint.options.typeAware && lint.options.denyWarnings
      ? []
      : ['.oxlintrc.json: lint does not know types, or only warns']),
    ...strictness.filter((name) => compilerOptions[name] !== true).map((name) => `tsconfig.base.json: ${name} is off`),
    ...["'lint'", "'types'", "'words'"]
      .filter((name) => !steps.includes(name))
      .map((name) => `the step ${name} is gone`),
  ];
}
