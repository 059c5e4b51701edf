import type { OpenAPIHono, z } from '@hono/zod-openapi';
import { exportStatistics, getOpenServices, getOpenServicesCsv, getStatistics } from '#contract/routes/statistics.ts';
import type { StatisticsQuery as AskedFor } from '#contract/statistics-schemas.ts';
import { wibDate } from '#domain/form/wib-date.ts';
import { csvOf } from '#domain/statistics/csv.ts';
import { timeProblem } from '#domain/statistics/report.ts';
import type { AppPorts } from '../app-ports.ts';
import { openServicesOf } from '../applications/open-services.ts';
import { readStatistics, tableOf } from '../applications/statistics-report.ts';
import { getPrincipal, type Principal, type RequestVariables } from '../auth/authenticator.ts';
import { problem } from '../http/problem.ts';
import { publish, publishedAnswer } from '../http/published.ts';
import { workbookOf } from '../spreadsheet/workbook.ts';
import type { StatisticsQuery } from '../stores/statistics-store.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How the offices work, in numbers: for their heads, as files, and for everybody. */
export function addStatisticsRoutes(app: OpenAPIHono<RequestVariables>, ports: AppPorts): void {
  app.openapi(getStatistics, async (c) => {
    const query = queryOf(getPrincipal(c), c.req.valid('query'));
    if (query === null) return problem(c, 'invalid-parameter');
    c.header('Cache-Control', 'no-store');
    return c.json(await readStatistics(ports.statistics, query, wibDate(ports.nowMs())), 200);
  });

  app.openapi(exportStatistics, async (c) => {
    const { format, ...asked } = c.req.valid('query');
    const query = queryOf(getPrincipal(c), asked);
    if (query === null) return problem(c, 'invalid-parameter');
    const table = tableOf(await readStatistics(ports.statistics, query, wibDate(ports.nowMs())));
    const headers = {
      'Cache-Control': 'no-store',
      'Content-Disposition': `attachment; filename="kinerja-${query.from}-${query.to}.${format}"`,
    };
    if (format === 'csv') return c.body(csvOf(table), 200, { ...headers, 'Content-Type': 'text/csv; charset=utf-8' });
    return c.body(workbookOf(table), 200, { ...headers, 'Content-Type': workbookType });
  });

  app.openapi(getOpenServices, async (c) => {
    const open = await openServicesOf(ports.statistics, wibDate(ports.nowMs()));
    return publishedAnswer(c, publish(JSON.stringify(open)), 'application/json');
  });

  app.openapi(getOpenServicesCsv, async (c) => {
    const { months } = await openServicesOf(ports.statistics, wibDate(ports.nowMs()));
    const rows = months.map(({ month, serviceId, received, ended, satisfaction }) => [
      month,
      serviceId,
      received,
      ended,
      satisfaction,
    ]);
    const table = [['bulan', 'layanan', 'diterima', 'selesai', 'ikm'], ...rows];
    return publishedAnswer(c, publish(csvOf(table)), 'text/csv; charset=utf-8');
  });
}

/** Null for a time that is no time, or too long. */
function queryOf(
  { posts, roles }: Principal,
  { from, to, level, area, service }: z.output<typeof AskedFor>,
): StatisticsQuery | null {
  if (timeProblem({ from, to }) !== null) return null;
  // An admin looks after the whole regency's service, and sees numbers that name nobody.
  const isOfAll = roles.includes('admin') && posts.length === 0;
  return {
    from,
    to,
    posts: isOfAll ? null : posts,
    level: level ?? null,
    area: area ?? null,
    serviceId: service ?? null,
  };
}
