import type { Report } from '#domain/statistics/report.ts';
import { useLanguage } from '#i18n/language.ts';
import { useMessages } from '#i18n/messages.ts';
import { dashboardWords } from '#i18n/sets/dashboard.ts';
import { BarList } from './bar-list.tsx';

const worstScore = 1;
const bestScore = 4;

/** What people say, once there are enough of them. */
export function SurveyPanel({ report }: { readonly report: Report }) {
  const { survey: words } = useMessages(dashboardWords);
  const language = useLanguage();
  const number = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const bars = report.elements.flatMap(({ element, mean }) =>
    mean === null ? [] : [{ key: element, name: words.elements[element], value: mean, label: number.format(mean) }],
  );
  const { satisfaction } = report.all;
  const sum = bars.reduce((all, { value }) => all + value, 0);
  const exact = new Intl.NumberFormat(language, { maximumFractionDigits: 4 });
  const lowest = bars.toSorted((one, other) => one.value - other.value)[0];
  return (
    <section className="dashboard-panel" data-testid="dashboard-survey">
      <h2>{words.title}</h2>
      {bars.length === 0 ? (
        <p>{words.few}</p>
      ) : (
        <>
          <BarList
            title={words.title}
            columns={[words.element, words.mean]}
            bars={bars}
            least={worstScore}
            most={bestScore}
          />
          {lowest !== undefined && <p>{words.lowest(lowest.name, lowest.label)}</p>}
        </>
      )}
      <p className="dashboard-small">
        {words.formula} {satisfaction !== null && words.reckoned(exact.format(sum), number.format(satisfaction))}
      </p>
    </section>
  );
}
