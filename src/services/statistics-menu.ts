import type { Report, ReportFilter } from '#domain/statistics/report.ts';

/** How the offices of an official work, in numbers. Nothing of it is kept on the device. */
export interface StatisticsMenu {
  read(filter: ReportFilter): Promise<ReportRead>;
}

export type ReportRead =
  | { readonly kind: 'read'; readonly report: Report }
  | { readonly kind: 'signed-out' | 'not-allowed' | 'no-answer' };
