import { use } from 'react';
import { currentLanguage, onLanguageNeeded, useLanguage } from './language.ts';

/**
 * The words of one feature. Bahasa Indonesia comes with the feature's own code; English is fetched when somebody
 * chooses it. The type of the Indonesian words is the type of the English ones, so neither can miss a sentence.
 */
export interface MessageSet<T> {
  readonly indonesian: T;
  /** The English words if they have arrived. */
  english(): T | undefined;
  /**
   * Never rejects: when they can't be fetched, Bahasa Indonesia stands in until English is chosen again. Always the
   * same promise meanwhile, for a component that waits for it is drawn again and has to find it in its place.
   */
  fetchEnglish(): Promise<T>;
}

export function defineMessages<T>(indonesian: T, importEnglish: () => Promise<T>): MessageSet<T> {
  let arrived: T | undefined;
  let pending: Promise<T> | undefined;
  let failed = false;
  function fetchEnglish(): Promise<T> {
    if (pending !== undefined) return pending;
    const words = importEnglish().then(
      (english) => (arrived = english),
      () => {
        failed = true;
        return indonesian;
      },
    );
    // React's own marks on a promise that it has seen: with them, words that are here are read without a blink.
    void words.then((value) => Object.assign(words, { status: 'fulfilled', value }));
    pending = words;
    return words;
  }
  onLanguageNeeded(() => {
    if (failed) pending = undefined;
    failed = false;
    return fetchEnglish();
  });
  return { indonesian, english: () => arrived, fetchEnglish };
}

/**
 * The words in the person's language. Suspends while English is on its way. `use` is called whether or not they are
 * here: React draws a component that waited again from its start, and counts the calls.
 */
export function useMessages<T>(set: MessageSet<T>): T {
  const language = useLanguage();
  return language === 'id' ? set.indonesian : use(set.fetchEnglish());
}

/** The same outside of a component, for a message that is shown after an event. */
export function currentMessages<T>(set: MessageSet<T>): T {
  return currentLanguage.getSnapshot() === 'id' ? set.indonesian : (set.english() ?? set.indonesian);
}
