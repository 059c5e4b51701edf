import { type Bucket, bucketSize, bucketsOf } from '#domain/statistics/buckets.ts';
import type { Report } from '#domain/statistics/report.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { dashboardWords } from '#i18n/sets/dashboard.ts';

const wide = 640;
const high = 180;
const foot = 20;
const share = 0.38;

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
      <Columns buckets={buckets} title={title} first={dateOf(report.from)} last={dateOf(report.to)} />
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

function Columns(props: {
  readonly buckets: readonly Bucket[];
  readonly title: string;
  readonly first: string;
  readonly last: string;
}) {
  const { buckets, title, first, last } = props;
  const most = Math.max(1, ...buckets.flatMap(({ received, ended }) => [received, ended]));
  const step = wide / buckets.length;
  const tall = (count: number) => (count / most) * (high - foot);
  return (
    <svg className="dashboard-chart" viewBox={`0 0 ${wide} ${high + foot}`} role="img" aria-label={title}>
      <line className="dashboard-line" x1="0" x2={wide} y1={high} y2={high} />
      {buckets.map(({ start, received, ended }, place) => (
        <g key={start}>
          <rect
            className="dashboard-came"
            x={step * (place + 0.1)}
            width={step * share}
            y={high - tall(received)}
            height={tall(received)}
          />
          <rect
            className="dashboard-went"
            x={step * (place + 0.1 + share)}
            width={step * share}
            y={high - tall(ended)}
            height={tall(ended)}
          />
        </g>
      ))}
      <text x="0" y={high + foot - 4}>
        {first}
      </text>
      <text x={wide} y={high + foot - 4} textAnchor="end">
        {last}
      </text>
      <text x="0" y="12">
        {most}
      </text>
    </svg>
  );
}
