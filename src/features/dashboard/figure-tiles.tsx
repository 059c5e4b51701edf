import type { Figures } from '#domain/statistics/report.ts';
import { gradeOf } from '#domain/survey/satisfaction.ts';
import { useLanguage } from '#i18n/language.ts';
import { useMessages } from '#i18n/messages.ts';
import { dashboardWords } from '#i18n/sets/dashboard.ts';

/** The numbers that a head looks at first. */
export function FigureTiles({ figures }: { readonly figures: Figures }) {
  const words = useMessages(dashboardWords);
  const language = useLanguage();
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const promised = figures.inTime + figures.late;
  const days = (value: number | null) => (value === null ? words.none : words.workingDays(value));
  const tiles = [
    ['received', words.tiles.received, number.format(figures.received), words.tiles.returnedOf(figures.returned)],
    ['ended', words.tiles.ended, number.format(figures.ended), words.tiles.rejectedOf(figures.rejected)],
    [
      'in-time',
      words.tiles.inTime,
      promised === 0 ? words.none : percent.format(figures.inTime / promised),
      promised === 0 ? null : words.tiles.inTimeOf(figures.inTime, promised),
    ],
    [
      'median',
      words.tiles.median,
      days(figures.medianDays),
      figures.ninetiethDays === null ? null : words.tiles.ninetieth(days(figures.ninetiethDays)),
    ],
    ['waiting', words.tiles.waiting, number.format(figures.waiting), null],
    [
      'satisfaction',
      words.tiles.satisfaction,
      figures.satisfaction === null
        ? words.none
        : `${number.format(figures.satisfaction)} · ${gradeOf(figures.satisfaction)}`,
      figures.satisfaction === null
        ? words.tiles.fewAnswers
        : `${words.survey.grades[gradeOf(figures.satisfaction)]}, ${words.tiles.answers(figures.answers)}`,
    ],
  ] as const;
  return (
    <dl className="dashboard-tiles">
      {tiles.map(([key, name, value, more]) => (
        <div key={key} className="dashboard-tile">
          <dt>{name}</dt>
          <dd className="dashboard-value">{value}</dd>
          {more !== null && <dd>{more}</dd>}
        </div>
      ))}
    </dl>
  );
}
