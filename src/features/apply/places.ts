import { visibleRequirements, visibleSteps } from '#domain/form/visibility.ts';
import type { Answers } from '#domain/form/answers.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';

/** A screen of a form: its name in the address, and as a draft keeps it. */
export interface Place {
  readonly slug: string;
  readonly place: string;
}
export const papersPlace: Place = { slug: 'berkas', place: 'documents' };
export const reviewPlace: Place = { slug: 'periksa', place: 'review' };
/** After the form: what is said once it is stored for sending. */
export const storedSlug = 'terkirim';

/** The screens of a form in order: the steps that are asked, the papers if any, the review. */
export function placesOf(definition: ServiceDefinition, answers: Answers): readonly Place[] {
  const steps = visibleSteps(definition, answers).map(({ id }) => ({ slug: id, place: id }));
  const papers = visibleRequirements(definition, answers).length > 0 ? [papersPlace] : [];
  return [...steps, ...papers, reviewPlace];
}
