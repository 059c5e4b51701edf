import { type Language, useLanguage } from '#i18n/language.ts';

const shape = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'Asia/Jakarta' } as const;
const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  id: new Intl.DateTimeFormat('id-ID', shape),
  en: new Intl.DateTimeFormat('en-GB', shape),
};

/** "27 Nov 2026", in WIB: what fits into a column. */
export function useShortDay(): (ms: number) => string {
  const language = useLanguage();
  return (ms) => formats[language].format(ms);
}
