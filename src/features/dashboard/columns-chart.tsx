import { axisOf } from '#domain/statistics/axis.ts';
import type { Bucket, BucketSize } from '#domain/statistics/buckets.ts';
import { useLanguage } from '#i18n/language.ts';

/** Of a bucket's width: where its first column begins, and how wide each of the two is. */
const indent = 0.1;
const share = 0.4;
/** More would write their numbers over each other on a phone. */
const mostNumbered = 8;

/**
 * Two columns for each bucket, for the eyes alone: a table beside it says the same. What came is filled, what ended is
 * outlined, so that no colour has to be told from another.
 */
export function ColumnsChart(props: { readonly buckets: readonly Bucket[]; readonly size: BucketSize }) {
  const { buckets, size } = props;
  const nameOf = useShortDate(size);
  const lines = axisOf(Math.max(...buckets.flatMap(({ received, ended }) => [received, ended])));
  const top = lines.at(-1) ?? 1;
  const [first] = buckets;
  const middle = buckets.length > 2 ? buckets[Math.floor(buckets.length / 2)] : undefined;
  const last = buckets.length > 1 ? buckets.at(-1) : undefined;
  return (
    <div className="dashboard-chart" aria-hidden="true">
      <div className="dashboard-plot">
        {lines.map((line) => (
          <span key={line} className="dashboard-tick" style={{ bottom: `${(line / top) * 100}%` }}>
            {line}
          </span>
        ))}
        <svg viewBox={`0 0 ${buckets.length} ${top}`} preserveAspectRatio="none">
          {buckets.map(({ start, received, ended }, place) => (
            <g key={start}>
              <rect className="dashboard-came" x={place + indent} width={share} y={top - received} height={received} />
              <rect
                className="dashboard-went"
                x={place + indent + share}
                width={share}
                y={top - ended}
                height={ended}
              />
            </g>
          ))}
        </svg>
        {numbersOf(buckets).map(({ key, at, value }) => (
          <span
            key={key}
            className="dashboard-number"
            style={{ left: `${(at / buckets.length) * 100}%`, bottom: `${(value / top) * 100}%` }}
          >
            {value}
          </span>
        ))}
      </div>
      <div className="dashboard-dates">
        {[first, middle, last].map(
          (bucket) => bucket !== undefined && <span key={bucket.start}>{nameOf(bucket.start)}</span>,
        )}
      </div>
    </div>
  );
}

/** Of every column where there are few, else of the highest one of each kind. */
function numbersOf(buckets: readonly Bucket[]) {
  const all = (['received', 'ended'] as const).map((kind, column) =>
    buckets.map((bucket, place) => ({
      key: `${kind} ${bucket.start}`,
      at: place + indent + share * (column + 0.5),
      value: bucket[kind],
    })),
  );
  const shown = all.flatMap((numbers) =>
    buckets.length <= mostNumbered ? numbers : numbers.toSorted((one, other) => other.value - one.value).slice(0, 1),
  );
  return shown.filter(({ value }) => value > 0);
}

/** "24 Nov", and of months "Nov 26". */
function useShortDate(size: BucketSize): (start: string) => string {
  const language = useLanguage();
  const parts = size === 'month' ? ({ year: '2-digit' } as const) : ({ day: 'numeric' } as const);
  const format = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC', ...parts });
  return (start) => format.format(Date.parse(start));
}
