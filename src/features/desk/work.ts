import type { DeskMenu } from '#services/menu-desk.ts';
import { type Begun, keepOverSignIn, type ListPlace, takeAfterSignIn } from './work-over-sign-in.ts';

/** In memory, until it is decided or saved: by official and application. */
export const begun = new Map<string, Begun>();
/** The PDF that was chosen for a result, by the same. */
export const chosenFiles = new Map<string, File>();

let list: ListPlace | null = null;
/** Signing in has put other pages between an application and the list that it was opened from. */
let isListAway = false;
let isLeaving = false;

/** For who has to sign in again in the middle of it. */
export function keepWork(accountId: string, desk: DeskMenu | null): void {
  const waiting = desk?.waiting().getSnapshot() ?? [];
  keepOverSignIn({ accountId, begun, waiting, list }, Date.now());
  isListAway = true;
  isLeaving = true;
}

/** Whose desk it is, before anything of it is drawn: theirs is there again, and nothing of anybody else. */
export function openWork(accountId: string, desk: DeskMenu): void {
  isLeaving = false;
  const kept = takeAfterSignIn(Date.now());
  for (const memory of [begun, chosenFiles])
    for (const key of memory.keys()) if (!key.startsWith(`${accountId} `)) memory.delete(key);
  if (kept?.accountId !== accountId) return;
  for (const [key, value] of kept.begun) begun.set(key, value);
  desk.resume(accountId, kept.waiting);
  ({ list } = kept);
  isListAway = true;
}

/** Nobody is signed in: nothing of the one before lies about. */
export function forgetWork(): void {
  begun.clear();
  chosenFiles.clear();
  list = null;
  takeAfterSignIn(Date.now());
}

/** Where the list is. @returns what was looked for in it before signing in again, once */
export function noteList(place: ListPlace): string | null {
  const before = isListAway && list?.address === place.address ? list.search : null;
  isListAway = false;
  list = place;
  return before;
}

/** The list as it was left, where the browser's way back leads through a sign-in; null where it leads there. */
export function listAway(): ListPlace | null {
  return isListAway ? list : null;
}

/** Whether the page is left to sign in again: nothing is lost by that. */
export function isLeavingToSignIn(): boolean {
  return isLeaving;
}
