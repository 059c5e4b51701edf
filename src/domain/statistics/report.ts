import type { SurveyElement } from '#domain/survey/elements.ts';
import type { Figures } from './figures.ts';

export type { Figures };

export interface PlaceFigures extends Figures {
  readonly level: string;
  readonly area: string;
  readonly serviceId: string;
}

export interface ReasonCount {
  readonly action: 'return' | 'reject';
  /** One of a newer office comes as it is. */
  readonly code: string | null;
  readonly count: number;
}

/** What the office says of its own work. */
export interface Report {
  readonly from: string;
  readonly to: string;
  readonly all: Figures;
  readonly byDay: readonly { readonly day: string; readonly received: number; readonly ended: number }[];
  readonly byPlace: readonly PlaceFigures[];
  readonly backlog: readonly { readonly upToDays: number | null; readonly count: number }[];
  readonly repairs: readonly { readonly serviceId: string; readonly field: string; readonly count: number }[];
  /** How often each reason was chosen; a null code: none was. */
  readonly reasons: readonly ReasonCount[];
  readonly elements: readonly { readonly element: SurveyElement; readonly mean: number | null }[];
  readonly comments: readonly string[];
}

/** What is asked for; days of WIB, both included. Empty text: all. */
export interface ReportFilter {
  readonly from: string;
  readonly to: string;
  readonly level: string;
  readonly area: string;
  readonly service: string;
}

/** Longer ones are not told: too much would have to be read for one answer. */
export const longestDays = 800;
export type TimeProblem = 'backwards' | 'too-long';

/** Why a time can't be asked for; null where it can. */
export function timeProblem({ from, to }: Pick<ReportFilter, 'from' | 'to'>): TimeProblem | null {
  const days = (Date.parse(to) - Date.parse(from)) / (24 * 60 * 60 * 1000);
  if (days < 0) return 'backwards';
  return days > longestDays ? 'too-long' : null;
}

export function reportQuery({ from, to, level, area, service }: ReportFilter): string {
  const chosen = Object.entries({ level, area, service }).filter(([, value]) => value !== '');
  const asked: readonly (readonly string[])[] = [['from', from], ['to', to], ...chosen];
  return asked.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
}
