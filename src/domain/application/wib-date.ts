const wibOffsetMs = 7 * 60 * 60 * 1000;

/** The calendar day in Western Indonesian Time (UTC+7, no summer time) as an ISO 8601 date. */
export function wibDate(nowMs: number): string {
  return new Date(nowMs + wibOffsetMs).toISOString().slice(0, 10);
}
