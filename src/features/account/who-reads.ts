import type { HandOver } from '#domain/day/hand-over.ts';
import type { HandOverMessages } from '#i18n/messages/id/hand-over.ts';

/**
 * Who could read what an officer leaves on the phone, in sentences: only of what is there.
 * @param isLocked drafts and folders lie under a lock that holds off whoever copies the phone
 */
export function whoReads(
  { drafts, folders, readable, sealed, attention, stopped }: HandOver,
  isLocked: boolean,
  words: HandOverMessages['whoReads'],
): readonly string[] {
  const isKept = drafts + folders > 0;
  return [
    ...(isKept || readable + sealed + attention + stopped > 0 ? [words.accounts] : []),
    ...(isKept ? [isLocked ? words.locked : words.open] : []),
    ...(readable > 0 ? [words.unsealed] : []),
    ...(sealed > 0 ? [words.sealed] : []),
  ];
}
