import { type Language, useLanguage } from './language.ts';

/** Every moment is shown in the office's own time: Waktu Indonesia Barat. */
const timeZone = 'Asia/Jakarta';
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const locales: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

export interface Formats {
  /** "24 November 2026" */
  date(ms: number): string;
  /** "14.05" */
  time(ms: number): string;
  /** "24 November 2026 pukul 14.05 WIB" */
  dateTime(ms: number): string;
  /** "hari ini pukul 14.05", "besok pukul 06.30", else the date and time. */
  soon(ms: number, nowMs: number): string;
  /** "baru saja", "5 menit yang lalu", "kemarin pukul 14.05", else the date. */
  ago(ms: number, nowMs: number): string;
  /** "350 kB", "1,2 MB": the units in which a data quota is sold. */
  bytes(bytes: number): string;
  number(value: number): string;
  /** "45%" of a part between 0 and 1; 100% only when it is all. */
  percent(part: number): string;
  rupiah(amount: number): string;
}

const words = {
  id: { at: 'pukul', zone: 'WIB', justNow: 'baru saja', today: 'hari ini', tomorrow: 'besok', yesterday: 'kemarin' },
  en: { at: 'at', zone: 'WIB', justNow: 'just now', today: 'today', tomorrow: 'tomorrow', yesterday: 'yesterday' },
} as const;

/** The number of the day on the office's calendar. WIB is UTC+7 all year. */
function dayOf(ms: number): number {
  return Math.floor((ms + 7 * hourMs) / (24 * hourMs));
}

function makeFormats(language: Language): Formats {
  const locale = locales[language];
  const say = words[language];
  const dateFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  const timeFormat = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const oneDigit = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

  const date = (ms: number) => dateFormat.format(ms);
  const time = (ms: number) => timeFormat.format(ms);
  const dateTime = (ms: number) => `${date(ms)} ${say.at} ${time(ms)} ${say.zone}`;
  /** Whole days from the day of `fromMs` to the day of `ms`, on the office's calendar. */
  const daysBetween = (fromMs: number, ms: number) => dayOf(ms) - dayOf(fromMs);

  return {
    date,
    time,
    dateTime,
    soon(ms, nowMs) {
      const days = daysBetween(nowMs, ms);
      if (days === 0) return `${say.at} ${time(ms)}`;
      return days === 1 ? `${say.tomorrow} ${say.at} ${time(ms)}` : dateTime(ms);
    },
    ago(ms, nowMs) {
      const passedMs = nowMs - ms;
      if (passedMs < minuteMs) return say.justNow;
      if (passedMs < hourMs) return relative.format(-Math.floor(passedMs / minuteMs), 'minute');
      const days = daysBetween(ms, nowMs);
      if (days === 0) return `${say.today} ${say.at} ${time(ms)}`;
      return days === 1 ? `${say.yesterday} ${say.at} ${time(ms)}` : date(ms);
    },
    bytes(bytes) {
      if (bytes < 1_000_000) return `${whole.format(Math.ceil(bytes / 1000))} kB`;
      if (bytes < 1_000_000_000) return `${oneDigit.format(bytes / 1_000_000)} MB`;
      return `${oneDigit.format(bytes / 1_000_000_000)} GB`;
    },
    number: (value) => value.toLocaleString(locale, { maximumFractionDigits: 12 }),
    percent: (part) => `${Math.floor(Math.min(1, Math.max(0, part || 0)) * 100)}%`,
    rupiah: (amount) => `Rp${whole.format(amount)}`,
  };
}

const made = new Map<Language, Formats>();

export function formatsOf(language: Language): Formats {
  const known = made.get(language);
  if (known !== undefined) return known;
  const fresh = makeFormats(language);
  made.set(language, fresh);
  return fresh;
}

export function useFormats(): Formats {
  return formatsOf(useLanguage());
}
