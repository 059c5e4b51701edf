import type { Report } from '#domain/statistics/report.ts';
import { useLanguage } from '#i18n/language.ts';
import { useMessages } from '#i18n/messages.ts';
import { dashboardWords } from '#i18n/sets/dashboard.ts';
import { BarList } from './bar-list.tsx';

const bestScore = 4;

/** What people say, once there are enough of them. */
export function SurveyPanel({ report }: { readonly report: Report }) {
  const { survey: words } = useMessages(dashboardWords);
  const language = useLanguage();
  const number = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const bars = report.elements.flatMap(({ element, mean }) =>
    mean === null ? [] : [{ name: words.elements[element], value: mean, label: number.format(mean) }],
  );
  return (
    <section className="dashboard-panel" data-testid="dashboard-survey">
      <h2>{words.title}</h2>
      {bars.length === 0 ? (
        <p>{words.few}</p>
      ) : (
        <BarList title={words.title} columns={[words.element, words.mean]} bars={bars} most={bestScore} />
      )}
      <p className="dashboard-small">{words.formula}</p>
      {report.comments.length > 0 && (
        <>
          <h3>{words.comments}</h3>
          <ul>
            {report.comments.map((comment, place) => (
              // Nothing tells two equal comments apart but their place.
              <li key={`${place} ${comment}`}>{comment}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
