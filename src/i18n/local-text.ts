import { useCallback } from 'react';
import { type Language, useLanguage } from './language.ts';

/** The shape of domain/service LocalizedText. */
interface LocalText {
  readonly id: string;
  readonly en?: string;
}

export function pickText(text: LocalText, language: Language): string {
  return language === 'en' ? (text.en ?? text.id) : text.id;
}

/** Picks the person's language out of a text that came with the data. */
export function useLocalText(): (text: LocalText) => string {
  const language = useLanguage();
  return useCallback((text: LocalText) => pickText(text, language), [language]);
}
