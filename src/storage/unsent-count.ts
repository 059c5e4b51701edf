import type { AjukanDatabase } from './database.ts';
import { countVisible } from './outbox-rows.ts';

/** What this person sees of the outbox and the office does not have yet. */
export async function countUnsent(db: AjukanDatabase): Promise<number> {
  const { waiting, needsPerson } = await countVisible(db);
  return waiting + needsPerson;
}
