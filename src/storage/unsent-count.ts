import type { AjukanDatabase } from './database.ts';
import { countVisible } from './outbox-rows.ts';
import { readUnread } from './unread.ts';

/** What this person sees of the outbox and the office does not have yet. */
export async function countUnsent(db: AjukanDatabase): Promise<number> {
  const { waiting, needsPerson } = await countVisible(db);
  return waiting + needsPerson;
}

/** The number on the app's icon: what is not at the office yet, and news that nobody has looked at. */
export async function countForIcon(db: AjukanDatabase): Promise<number> {
  return (await countUnsent(db)) + (await readUnread(db)).length;
}
