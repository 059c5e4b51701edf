import { type RetentionKind, retentionKinds } from '../stores/retention-store.ts';

/** Days from the last thing that happened; null: it is never over. */
export type RetentionTerms = ReadonlyMap<RetentionKind, number | null>;

interface Term {
  readonly usual: number;
  /** What an office may set; nothing where it may not. `never` is a word of its own. */
  readonly settable?: { readonly least: number; readonly most: number | 'never' };
}

/** Lower ends leave room for phones that are without signal for months; /privasi promises the upper ends. */
export const terms: Readonly<Record<RetentionKind, Term>> = {
  papers: { usual: 365, settable: { least: 30, most: 'never' } },
  applications: { usual: 1825, settable: { least: 30, most: 'never' } },
  unfinished: { usual: 180, settable: { least: 30, most: 180 } },
  uploads: { usual: 180, settable: { least: 30, most: 180 } },
  accounts: { usual: 730, settable: { least: 30, most: 'never' } },
  changes: { usual: 365 },
  claims: { usual: 180 },
  devices: { usual: 730 },
  locks: { usual: 730 },
  recoveries: { usual: 30 },
  tombstones: { usual: 1825, settable: { least: 365, most: 'never' } },
  erasures: { usual: 1825, settable: { least: 365, most: 'never' } },
  codes: { usual: 1 },
  // They say themselves when they end.
  sessions: { usual: 0 },
  audit: { usual: 1825, settable: { least: 365, most: 'never' } },
};

export const usualTerms: RetentionTerms = termsOf(() => undefined);

/** RETENTION_PAPERS_DAYS and the like. */
export function variableOf(kind: RetentionKind): string {
  return `RETENTION_${kind.toUpperCase()}_DAYS`;
}

/** @param read gives a variable as it was set; `wrong` throws, and is told what it has to be */
export function termsOf(
  read: (name: string) => string | undefined,
  wrong: (words: string) => never = (words) => {
    throw new RangeError(words);
  },
): RetentionTerms {
  return new Map(retentionKinds.map((kind) => [kind, daysOf(kind, read(variableOf(kind)), wrong)]));
}

function daysOf(kind: RetentionKind, text: string | undefined, wrong: (words: string) => never): number | null {
  const { usual, settable } = terms[kind];
  if (text === undefined) return usual;
  const name = variableOf(kind);
  if (settable === undefined) return wrong(`${name} can't be set: that term is fixed at ${usual} days.`);
  const { least, most } = settable;
  if (text === 'never' && most === 'never') return null;
  const days = /^\d{1,6}$/.test(text) ? Number(text) : -1;
  if (days >= least && (most === 'never' || days <= most)) return days;
  const range = most === 'never' ? `a whole number of days from ${least}, or "never"` : `from ${least} to ${most} days`;
  return wrong(`${name} is "${text}", but has to be ${range}.`);
}
