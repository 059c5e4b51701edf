/** Which kept papers a form offers for one of its own, and what a person should know about each. */
import type { Answers } from '#domain/form/answers.ts';
import { isJsonObject } from '#domain/form/json-object.ts';
import { wibDate } from '#domain/form/wib-date.ts';
import type { Requirement } from '#domain/service/definition.ts';
import type { JsonValue } from '#lib/json.ts';
import type { WalletPaper } from './wallet-paper.ts';

const yearMs = 365 * 24 * 60 * 60 * 1000;

/** 'expired': by the person's own word. 'old': taken more than a year ago, so what it says may have changed. */
export type PaperAge = 'current' | 'old' | 'expired';

export function paperAge(paper: WalletPaper, nowMs: number): PaperAge {
  if (paper.validUntil !== null && paper.validUntil < wibDate(nowMs)) return 'expired';
  return nowMs - paper.takenAtMs > yearMs ? 'old' : 'current';
}

/** The name of the person whose paper it is, as far as the answers tell; '' when they don't. */
export function holderOf(requirement: Requirement, answers: Answers): string {
  let found: JsonValue | undefined = answers;
  for (const key of requirement.paper?.of?.split('.') ?? ['']) {
    found = isJsonObject(found) ? found[key] : undefined;
  }
  return typeof found === 'string' ? found.trim() : '';
}

/**
 * Kept papers of the requirement's kind, in a format that it takes; without those that lie in the slot already.
 * First those of the person that it is about, then the newest; what has expired comes last.
 */
export function offersFor(
  papers: readonly WalletPaper[],
  requirement: Requirement,
  slot: { readonly holder: string; readonly attached: readonly { readonly sha256: string }[]; readonly nowMs: number },
): readonly WalletPaper[] {
  const present = new Set(slot.attached.map(({ sha256 }) => sha256));
  const rank = (paper: WalletPaper): number =>
    (paperAge(paper, slot.nowMs) === 'expired' ? 2 : 0) + (isSamePerson(paper.whose, slot.holder) ? 0 : 1);
  return papers
    .filter(({ kind, mediaType }) => kind === requirement.paper?.kind && requirement.accept.includes(mediaType))
    .filter(({ sha256 }) => !present.has(sha256))
    .toSorted((a, b) => rank(a) - rank(b) || b.takenAtMs - a.takenAtMs || (a.id < b.id ? -1 : 1));
}

/** Names as people type them: capitals and gaps do not make another person. Nobody is nobody's. */
function isSamePerson(a: string, b: string): boolean {
  const plain = (name: string): string => name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('id');
  return plain(a) !== '' && plain(a) === plain(b);
}
