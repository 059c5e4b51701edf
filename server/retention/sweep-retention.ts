import { type RetentionKind, retentionKinds, type RetentionStore } from '../stores/retention-store.ts';
import { eraseFiles, type EraseFilesPorts } from '../uploads/erase-files.ts';
import type { RetentionTerms } from './retention-terms.ts';

const dayMs = 24 * 60 * 60 * 1000;

export interface SweepPorts extends EraseFilesPorts {
  readonly retention: RetentionStore;
  nowMs(): number;
}

/** How many of each kind went; kinds of which none went are left out. */
export type Swept = Readonly<Partial<Record<RetentionKind | 'files', number>>>;

/** Null for what is never over. */
export function overBefore(terms: RetentionTerms, kind: RetentionKind, nowMs: number): number | null {
  const days = terms.get(kind) ?? null;
  return days === null ? null : nowMs - days * dayMs;
}

/**
 * Takes away everything whose term is over, in small steps. Ended in the middle, by the signal or by a crash, the next
 * sweep goes on where this one was: nothing is taken away twice, and no file is left without its name.
 */
export async function sweepRetention(
  { retention, nowMs, ...files }: SweepPorts,
  terms: RetentionTerms,
  signal: AbortSignal,
): Promise<Swept> {
  const swept: Partial<Record<RetentionKind | 'files', number>> = {};
  const count = (kind: RetentionKind | 'files', number: number) => {
    if (number > 0) swept[kind] = (swept[kind] ?? 0) + number;
    return number > 0;
  };
  for (const kind of retentionKinds) {
    const beforeMs = overBefore(terms, kind, nowMs());
    if (beforeMs === null) continue;
    while (!signal.aborted && count(kind, await retention.removeSome(kind, beforeMs, nowMs())));
  }
  while (!signal.aborted && count('files', await eraseFiles(files)));
  return swept;
}
