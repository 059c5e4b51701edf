import type { Condition, ServiceDefinition } from '#domain/service/definition.ts';
import type { Answers } from './answers.ts';
import { askForm, type AskedForm } from './ask.ts';
import { isJsonArray, isJsonObject } from './json-object.ts';

/** A screen of a form: its name in the address, and as a draft keeps it. */
export interface Place {
  readonly slug: string;
  readonly place: string;
}
export const papersPlace: Place = { slug: 'berkas', place: 'documents' };
export const reviewPlace: Place = { slug: 'periksa', place: 'review' };

/** The screens of a form in order: the steps that are asked, the papers if any, the review. */
export function placesOf(definition: ServiceDefinition, answers: Answers): readonly Place[] {
  return placesIn(askForm(definition, answers));
}

function placesIn({ steps, requirements }: AskedForm): readonly Place[] {
  return [
    ...steps.filter(({ asked }) => asked.length > 0).map(({ step }) => ({ slug: step.id, place: step.id })),
    ...(requirements.length > 0 ? [papersPlace] : []),
    reviewPlace,
  ];
}

/** "Langkah 5 dari 10", wherever it is said: papers and review count. */
export interface Position {
  readonly at: number;
  readonly of: number;
}

/**
 * Where a screen stands among the screens of its form. A screen that a question here or ahead may still bring counts
 * already: the total may fall as answers come, and does not grow under the person's feet.
 */
export function positionOf(definition: ServiceDefinition, answers: Answers, slug: string): Position {
  const form = askForm(definition, answers);
  const places = placesIn(form);
  const at =
    Math.max(
      0,
      places.findIndex((place) => place.slug === slug),
    ) + 1;
  const here = definition.steps.findIndex(({ id }) => id === places[at - 1]?.slug);
  if (here === -1) return { at, of: places.length };
  const asked = new Map(form.steps.flatMap((step) => step.asked.map(({ field, value }) => [field.id, value] as const)));
  const open = new Set<string>();
  let maybe = 0;
  for (const step of definition.steps.slice(here)) {
    const before = open.size;
    for (const { id, visibleWhen } of step.fields) {
      const unanswered = asked.has(id) && asked.get(id) === undefined;
      if (unanswered || (!asked.has(id) && [step.visibleWhen, visibleWhen].some((rule) => looksAt(rule, open)))) {
        open.add(id);
      }
    }
    if (open.size > before && !places.some((place) => place.slug === step.id)) maybe += 1;
  }
  const papersMayCome = definition.requirements.some(({ visibleWhen }) => looksAt(visibleWhen, open));
  return { at, of: places.length + maybe + (form.requirements.length === 0 && papersMayCome ? 1 : 0) };
}

/** Whether a condition asks for one of these questions. */
function looksAt(rule: Condition | undefined, questions: ReadonlySet<string>): boolean {
  if (isJsonArray(rule)) return rule.some((part) => looksAt(part, questions));
  if (!isJsonObject(rule)) return false;
  return Object.entries(rule).some(([name, value]) =>
    name === 'var' ? questions.has(String(value).split('.')[0] ?? '') : looksAt(value, questions),
  );
}
