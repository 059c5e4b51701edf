interface DayCounts {
  readonly day: string;
  readonly received: number;
  readonly ended: number;
}
export type BucketSize = 'day' | 'week' | 'month';
export type Bucket = Omit<DayCounts, 'day'> & { readonly start: string };

const dayMs = 24 * 60 * 60 * 1000;
const mostBars = 31;

/** As small as still fits beside each other. */
export function bucketSize(from: string, to: string): BucketSize {
  const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
  if (days <= mostBars) return 'day';
  return days <= mostBars * 7 ? 'week' : 'month';
}

/** Every day, week (from Monday) or month of the time, also those of nothing. */
export function bucketsOf(counts: readonly DayCounts[], from: string, to: string, size: BucketSize): readonly Bucket[] {
  const buckets = new Map<string, { start: string; received: number; ended: number }>();
  for (let atMs = Date.parse(from); atMs <= Date.parse(to); atMs += dayMs) {
    const start = startOf(new Date(atMs).toISOString().slice(0, 10), size);
    if (!buckets.has(start)) buckets.set(start, { start, received: 0, ended: 0 });
  }
  for (const { day, received, ended } of counts) {
    const bucket = buckets.get(startOf(day, size));
    if (bucket === undefined) continue;
    bucket.received += received;
    bucket.ended += ended;
  }
  return [...buckets.values()];
}

function startOf(day: string, size: BucketSize): string {
  if (size === 'day') return day;
  if (size === 'month') return `${day.slice(0, 7)}-01`;
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return new Date(Date.parse(day) - weekday * dayMs).toISOString().slice(0, 10);
}
