import { bucketSize, bucketsOf } from '#domain/statistics/buckets.ts';
import type { Report } from '#domain/statistics/report.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { dashboardWords } from '#i18n/sets/dashboard.ts';
import { ColumnsChart } from './columns-chart.tsx';

/** What came beside what ended, by day, week or month; behind it the same as a table. */
export function ArrivalsPanel({ report }: { readonly report: Report }) {
  const words = useMessages(dashboardWords);
  const formats = useFormats();
  const size = bucketSize(report.from, report.to);
  const buckets = bucketsOf(report.byDay, report.from, report.to, size);
  const title = { day: words.perDay, week: words.perWeek, month: words.perMonth }[size];
  const dateOf = (start: string) => formats.date(Date.parse(start));
  return (
    <section className="dashboard-panel dashboard-wide">
      <h2>{title}</h2>
      <p className="dashboard-key">
        <span className="dashboard-came">{words.tiles.received}</span>
        <span className="dashboard-went">{words.tiles.ended}</span>
      </p>
      {buckets.every(({ received, ended }) => received + ended === 0) ? (
        <p>{words.empty}</p>
      ) : (
        <ColumnsChart buckets={buckets} size={size} />
      )}
      <details>
        <summary>{words.table}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.start}</th>
              <th scope="col">{words.tiles.received}</th>
              <th scope="col">{words.tiles.ended}</th>
            </tr>
          </thead>
          <tbody>
            {buckets.map(({ start, received, ended }) => (
              <tr key={start}>
                <th scope="row">{dateOf(start)}</th>
                <td>{received}</td>
                <td>{ended}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
