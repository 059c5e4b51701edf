import type { Draft } from '#domain/application/draft.ts';
import { type DraftRepair, keptPapers, markedSlot } from '#domain/application/repair.ts';
import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';

/** What was given back, as its draft remembers it; undefined when it is not the applicant's turn. */
export function draftRepair(
  { applicationId, version, status, reason, repair }: TrackedApplication,
  registrationNumber: string,
): DraftRepair | undefined {
  if (status !== 'returned' || repair === undefined) return undefined;
  const { fields } = repair;
  return { applicationId, registrationNumber, seenVersion: version, reason, fields, kept: keptPapers(repair) };
}

/** Where the first thing that was marked is asked; the review where nothing was. */
export function firstMarkedPlace({ steps }: ServiceDefinition, fields: readonly string[]): Draft['place'] {
  const marked = new Set(fields.filter((pointer) => markedSlot(pointer) === undefined).map(questionOf));
  const step = steps.find((one) => one.fields.some(({ id }) => marked.has(id)));
  if (step !== undefined) return step.id;
  return fields.some((pointer) => markedSlot(pointer) !== undefined) ? 'documents' : 'review';
}

/** Of "/children/0/name": the question of the form, "children". */
function questionOf(pointer: string): string | undefined {
  return pointer.split('/')[1]?.replaceAll('~1', '/').replaceAll('~0', '~');
}
