import { createContext, useContext } from 'react';

/** The few words that components say by themselves. The shell supplies them in the person's language. */
export interface UiWords {
  readonly appName: string;
  readonly back: string;
  readonly close: string;
  readonly loading: string;
  /** A part of the app that this phone does not have and can't fetch now. */
  readonly part: { readonly missing: string; readonly hint: string; readonly again: string };
}

const UiWordsContext = createContext<UiWords | null>(null);
export const UiWordsProvider = UiWordsContext.Provider;

export function useUiWords(): UiWords {
  const words = useContext(UiWordsContext);
  if (words === null) throw new Error('useUiWords outside of UiWordsProvider');
  return words;
}
