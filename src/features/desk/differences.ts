/** What somebody else changed while an official was looking: named, so that nothing is decided on what is no more. */
import type { DeskCase } from '#domain/desk/desk-case.ts';
import type { Assignee } from '#domain/desk/queue-line.ts';
import type { ToldStatus } from '#domain/application/status.ts';

export type Difference =
  | { readonly kind: 'status'; readonly from: ToldStatus; readonly to: ToldStatus; readonly reason: string | null }
  | { readonly kind: 'assignee'; readonly to: Assignee | null }
  /** Ids of answers at the top of the form. */
  | { readonly kind: 'answers'; readonly ids: readonly string[] }
  /** Slots whose papers are others now. */
  | { readonly kind: 'papers'; readonly slots: readonly string[] }
  | { readonly kind: 'results' };

export function differences(before: DeskCase, now: DeskCase): readonly Difference[] {
  const found: Difference[] = [];
  if (before.status !== now.status) {
    found.push({ kind: 'status', from: before.status, to: now.status, reason: now.reason });
  }
  if (before.assignee?.accountId !== now.assignee?.accountId) found.push({ kind: 'assignee', to: now.assignee });
  const ids = [...new Set([...Object.keys(before.data), ...Object.keys(now.data)])].filter(
    (id) => JSON.stringify(before.data[id]) !== JSON.stringify(now.data[id]),
  );
  if (ids.length > 0) found.push({ kind: 'answers', ids });
  const slots = [...new Set([...before.papers, ...now.papers].map(({ slot }) => slot))].filter(
    (slot) => papersIn(before, slot) !== papersIn(now, slot),
  );
  if (slots.length > 0) found.push({ kind: 'papers', slots });
  if (resultsOf(before) !== resultsOf(now)) found.push({ kind: 'results' });
  return found;
}

function papersIn({ papers }: DeskCase, slot: string): string {
  return papers
    .filter((paper) => paper.slot === slot)
    .map(({ id, state }) => `${id} ${state}`)
    .toSorted()
    .join();
}

function resultsOf({ results }: DeskCase): string {
  return results
    .map(({ id }) => id)
    .toSorted()
    .join();
}
