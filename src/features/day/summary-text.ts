import type { DaySummary } from '#domain/day/day-summary.ts';
import { type DayState, dayStates } from '#domain/day/day-row.ts';
import type { DayMessages } from '#i18n/messages/id/day.ts';
import type { LocalizedText } from '#domain/service/definition.ts';

interface Writing {
  readonly words: DayMessages;
  readonly text: (text: LocalizedText) => string;
  /** As it is said: "26 November 2026". */
  readonly date: string;
}

/** "diterima 3, menunggu 1": the states that there are. */
export function countsText(counts: Readonly<Record<DayState, number>>, words: DayMessages): string {
  return dayStates
    .filter((state) => counts[state] > 0)
    .map((state) => `${words.states[state]} ${counts[state]}`)
    .join(', ');
}

/** The day as a message: figures, services and registration numbers; nobody's name, NIK or number. */
export function summaryText(summary: DaySummary, { words, text, date }: Writing): string {
  const { summary: say } = words;
  const { counts } = summary;
  const figures = [
    [say.taken, summary.taken],
    [say.sent, summary.sent],
    [say.received, counts.received],
    [say.returned, counts.returned],
    [say.waiting, counts.waiting],
    [say.attention, counts.attention],
    [say.draft, counts.draft],
  ] as const;
  const services = summary.services.map(({ serviceName, counts: of }) => {
    const all = dayStates.reduce((sum, state) => sum + of[state], 0);
    return say.line(text(serviceName), all, countsText(of, words));
  });
  return [
    say.heading(date),
    ...figures.map(([name, count]) => `${name}: ${count}`),
    ...(services.length === 0 ? [] : ['', `${say.perService}:`, ...services]),
    ...(summary.numbers.length === 0 ? [] : ['', `${say.numbers}:`, ...summary.numbers]),
  ].join('\n');
}
