import { useMemo } from 'react';
import { useLanguage } from '#i18n/language.ts';

/** "Senin, 30 November 2026" of a WIB day, "2026-11-30". */
export function useLongDay(): (day: string) => string {
  const language = useLanguage();
  return useMemo(() => {
    const locale = language === 'en' ? 'en-GB' : 'id-ID';
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
    return (day) => format.format(Date.parse(day));
  }, [language]);
}
