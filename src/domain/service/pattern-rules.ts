import { patternProblem } from '#domain/form/pattern.ts';
import { pointerTo } from '#domain/form/pointer.ts';
import { defaultMaxLength } from '#domain/form/validate-value.ts';
import type { Field, ServiceDefinition } from './definition.ts';
import type { DefinitionProblem } from './schema-problems.ts';

/** Patterns that can't be used. The author mends them; a phone lets every answer pass, and the office judges. */
export function patternProblems(definition: ServiceDefinition): readonly DefinitionProblem[] {
  return definition.steps.flatMap(({ fields }, step) => problemsIn(fields, `/steps/${step}/fields`));
}

function problemsIn(fields: readonly Field[], pointer: string): readonly DefinitionProblem[] {
  return fields.flatMap((field, index) => {
    const at = pointerTo(pointer, index);
    if (field.type === 'personGroup' || field.type === 'repeat') return problemsIn(field.fields, `${at}/fields`);
    if ((field.type !== 'text' && field.type !== 'longText') || field.pattern === undefined) return [];
    const message = patternProblem(field.pattern, field.maxLength ?? defaultMaxLength[field.type]);
    return message === null ? [] : [{ pointer: `${at}/pattern`, message }];
  });
}
