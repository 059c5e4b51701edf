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
  /** Never rejects: when they can't be fetched, Bahasa Indonesia stands in. */
  fetchEnglish(): Promise<T>;
}

export function defineMessages<T>(indonesian: T, importEnglish: () => Promise<T>): MessageSet<T> {
  let arrived: T | undefined;
  let pending: Promise<T> | undefined;
  const set: MessageSet<T> = {
    indonesian,
    english: () => arrived,
    fetchEnglish() {
      pending ??= importEnglish().then(
        (words) => {
          arrived = words;
          return words;
        },
        () => {
          pending = undefined;
          arrived = indonesian;
          return indonesian;
        },
      );
      return pending;
    },
  };
  onLanguageNeeded(set.fetchEnglish);
  return set;
}

/** The words in the person's language. Suspends once per set while English is on its way. */
export function useMessages<T>(set: MessageSet<T>): T {
  const language = useLanguage();
  if (language === 'id') return set.indonesian;
  return set.english() ?? use(set.fetchEnglish());
}

/** The same outside of a component, for a message that is shown after an event. */
export function currentMessages<T>(set: MessageSet<T>): T {
  return currentLanguage.getSnapshot() === 'id' ? set.indonesian : (set.english() ?? set.indonesian);
}
