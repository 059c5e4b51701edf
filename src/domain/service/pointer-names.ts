import type { Field, LocalizedText, ServiceDefinition } from './definition.ts';

/** What a person calls the answers and papers that are marked; one that the form does not know keeps its pointer. */
export function pointerNames(
  pointers: readonly string[],
  definition: ServiceDefinition | null,
): readonly LocalizedText[] {
  return pointers.map((pointer) => nameOf(pointer, definition) ?? { id: pointer });
}

function nameOf(pointer: string, definition: ServiceDefinition | null): LocalizedText | undefined {
  const path = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (path[0] === 'documents') return definition?.requirements.find(({ id }) => id === path[1])?.label;
  let fields: readonly Field[] = definition?.steps.flatMap((step) => step.fields) ?? [];
  let name: LocalizedText | undefined;
  for (const part of path) {
    if (/^\d+$/.test(part)) continue;
    const field = fields.find(({ id }) => id === part);
    if (field === undefined) return name;
    name = field.label;
    fields = 'fields' in field ? field.fields : [];
  }
  return name;
}
