import type { Figures, Report, ReportFilter } from '#domain/statistics/report.ts';
import { reportQuery } from '#domain/statistics/report.ts';
import { surveyElements } from '#domain/survey/elements.ts';
import { isRecord } from '#lib/is-record.ts';
import { classify } from './classify.ts';
import type { HttpClient } from './http-client.ts';

type Fetched =
  | { readonly kind: 'read'; readonly report: Report }
  | { readonly kind: 'signed-out' | 'not-allowed' | 'no-answer' };

export async function fetchStatistics(http: HttpClient, nowMs: () => number, filter: ReportFilter): Promise<Fetched> {
  const target = `/v1/statistics?${reportQuery(filter)}`;
  const answer = await http.send({ method: 'GET', target }, new AbortController().signal);
  const outcome = classify(answer, 'resource', nowMs(), ({ mediaType, body }) =>
    mediaType === 'application/json' ? readReport(body) : undefined,
  );
  if (outcome.kind === 'ok') return { kind: 'read', report: outcome.value };
  if (outcome.kind === 'sign-in-needed') return { kind: 'signed-out' };
  return { kind: outcome.kind === 'refused' ? 'not-allowed' : 'no-answer' };
}

const count = (value: unknown): number => (typeof value === 'number' ? value : 0);
const countOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const word = (value: unknown): string => (typeof value === 'string' ? value : '');

function readReport(body: unknown): Report | undefined {
  if (!isRecord(body) || !isRecord(body['all'])) return undefined;
  return {
    from: word(body['from']),
    to: word(body['to']),
    all: figuresOf(body['all']),
    byDay: rowsOf(body['byDay'], (row) => ({
      day: word(row['day']),
      received: count(row['received']),
      ended: count(row['ended']),
    })),
    byPlace: rowsOf(body['byPlace'], (row) => ({
      level: word(row['level']),
      area: word(row['area']),
      serviceId: word(row['serviceId']),
      ...figuresOf(row),
    })),
    backlog: rowsOf(body['backlog'], (row) => ({ upToDays: countOrNull(row['upToDays']), count: count(row['count']) })),
    repairs: rowsOf(body['repairs'], (row) => ({
      serviceId: word(row['serviceId']),
      field: word(row['field']),
      count: count(row['count']),
    })),
    reasons: rowsOf(body['reasons'], (row) => ({
      action: row['action'] === 'return' ? 'return' : 'reject',
      code: typeof row['code'] === 'string' ? row['code'] : null,
      count: count(row['count']),
    })),
    elements: rowsOf(body['elements'], (row) => row).flatMap((row) => {
      const element = surveyElements.find((one) => one === row['element']);
      return element === undefined ? [] : [{ element, mean: countOrNull(row['mean']) }];
    }),
    comments: Array.isArray(body['comments']) ? body['comments'].map(word) : [],
  };
}

function rowsOf<T>(value: unknown, read: (row: Readonly<Record<string, unknown>>) => T): readonly T[] {
  return Array.isArray(value) ? value.filter(isRecord).map(read) : [];
}

function figuresOf(row: Readonly<Record<string, unknown>>): Figures {
  return {
    received: count(row['received']),
    ended: count(row['ended']),
    rejected: count(row['rejected']),
    returned: count(row['returned']),
    inTime: count(row['inTime']),
    late: count(row['late']),
    medianDays: countOrNull(row['medianDays']),
    ninetiethDays: countOrNull(row['ninetiethDays']),
    waiting: count(row['waiting']),
    answers: count(row['answers']),
    satisfaction: countOrNull(row['satisfaction']),
  };
}
