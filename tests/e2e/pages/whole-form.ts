/** Fills in any service from its definition alone, as its screens ask for it. */
import { papersPlace, reviewPlace } from '#domain/form/places.ts';
import { askForm } from '#domain/form/ask.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { namesIn } from '#tests/fixtures/services/branches.ts';
import type { Walk } from '#tests/fixtures/services/walks.ts';
import type { ChromiumPhone } from '../harness/chromium.ts';
import type { Stage } from '../harness/stage.ts';
import { begin, next, send } from './complaint.ts';
import { Hand } from './hand.ts';
import { at, isThere } from './screen.ts';
import { type Beyond, beyondEdges, expectRefused } from './wrong-answers.ts';

/** How a walk is gone. */
export interface Gait {
  /** Every step is first filled in with answers just beyond what it takes. */
  readonly stumbles: boolean;
}

export interface Walked {
  readonly papers: number;
  /** Answers that were refused and mended. */
  readonly refused: number;
}

/** From the service page to "stored", with a file for every paper that is asked for. */
export async function fillAndSend(
  phone: ChromiumPhone,
  stage: Stage,
  definition: ServiceDefinition,
  walk: Walk,
  today: string,
  { stumbles }: Gait,
): Promise<Walked> {
  const form = askForm(definition, walk.answers, { today });
  const looksAt = namesIn(definition);
  let refused = 0;
  await begin(phone, definition.id);
  for (const { step, asked } of form.steps) {
    await isThere(phone, at(`place-${step.id}`));
    const hand = new Hand(phone, walk.spelling);
    const wrong = stumbles ? beyondEdges(asked, looksAt, today) : new Map<string, Beyond>();
    await hand.write(asked, wrong);
    if (wrong.size > 0) {
      await phone.press(next);
      await expectRefused(phone, wrong, refused === 0);
      refused += wrong.size;
      await hand.mend(wrong);
    }
    await phone.press(next);
  }
  await isThere(phone, at(`place-${papersPlace.slug}`));
  for (const { id, accept } of form.requirements) {
    const file = accept.includes('image/jpeg') ? stage.photo(20_000) : stage.pdf();
    await phone.attach(`${at(`slot-${id}`)} ${at('photo-input')}`, [file]);
    await isThere(phone, `${at(`slot-${id}`)} ${at('paper')}`);
  }
  await phone.press(next);
  await isThere(phone, at(`place-${reviewPlace.slug}`));
  await send(phone);
  return { papers: form.requirements.length, refused };
}
