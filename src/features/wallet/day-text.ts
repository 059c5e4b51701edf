import type { Formats } from '#i18n/format.ts';

/** "31 Desember 2026" for a calendar day (YYYY-MM-DD). */
export function dayText(formats: Formats, day: string): string {
  return formats.date(Date.parse(`${day}T12:00:00+07:00`));
}

/** The same as people type it: 31-12-2026. */
export function typedDay(day: string | null): string {
  return day?.split('-').toReversed().join('-') ?? '';
}
