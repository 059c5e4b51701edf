import { useLanguage } from './language.ts';

/** "Jumat, 17 Agustus 1990" of an ISO 8601 date: the day of the week shows a slip of the thumb. */
export function useFullDate(): (isoDate: string) => string {
  const locale = useLanguage() === 'en' ? 'en-GB' : 'id-ID';
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return (isoDate) => format.format(Date.parse(isoDate));
}
