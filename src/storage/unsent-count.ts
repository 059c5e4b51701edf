import type { AjukanDatabase } from './database.ts';
import { meta } from './meta.ts';
import { ofState } from './outbox-rows.ts';
import { unclaimed } from './rows.ts';

/** What this person sees of the outbox and the office does not have yet, counted in the index. */
export async function countUnsent(db: AjukanDatabase): Promise<number> {
  const accountId = await meta.accountId(db);
  const owners = accountId === null ? [unclaimed] : [unclaimed, accountId];
  const states = ['waiting', 'needs-person'] as const;
  const counts = await Promise.all(owners.flatMap((owner) => states.map((state) => ofState(db, state, owner).count())));
  return counts.reduce((sum, count) => sum + count, 0);
}
