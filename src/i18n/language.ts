import { createContext, useContext, useSyncExternalStore } from 'react';
import { observableValue } from '#lib/observable-value.ts';

export const languages = ['id', 'en'] as const;
export type Language = (typeof languages)[number];

const key = 'ajukan.language';

/** A choice that may be lost without harm: then the app speaks Bahasa Indonesia again. */
function readChoice(): Language {
  try {
    return globalThis.localStorage?.getItem(key) === 'en' ? 'en' : 'id';
  } catch {
    return 'id';
  }
}

function keepChoice(language: Language): void {
  try {
    globalThis.localStorage?.setItem(key, language);
  } catch {
    // Storage is shut or full: the choice holds until the app is closed.
  }
}

export const currentLanguage = observableValue<Language>(readChoice());

/** What a language needs before the first word can be shown in it; registered by defineMessages. */
const preparations = new Set<() => Promise<unknown>>();

export function onLanguageNeeded(prepare: () => Promise<unknown>): void {
  preparations.add(prepare);
}

/** Fetches the words of everything on screen first, so that no screen blinks. */
export async function chooseLanguage(language: Language): Promise<void> {
  if (language !== 'id') await Promise.all([...preparations].map((prepare) => prepare()));
  keepChoice(language);
  currentLanguage.set(language);
}

/** What is chosen in one window is spoken in the others. */
globalThis.addEventListener?.('storage', (event) => {
  if (event.key === key) void chooseLanguage(readChoice());
});

const LanguageContext = createContext<Language>('id');
/** Around everything that has words; its value is what `useChosenLanguage` tells. */
export const LanguageProvider = LanguageContext.Provider;

/** For the one who hands it to all others. */
export function useChosenLanguage(): Language {
  return useSyncExternalStore(currentLanguage.subscribe, currentLanguage.getSnapshot);
}

/** A form of sixty questions asks for it four hundred times: handed down, that costs nothing. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}
