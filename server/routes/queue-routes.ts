import type { OpenAPIHono, z } from '@hono/zod-openapi';
import { getQueue, getQueueCounts, putAssignment, searchQueue } from '#contract/routes/queue.ts';
import type { QueueSearchRequest } from '#contract/queue-schemas.ts';
import { isOver } from '#domain/application/timeline.ts';
import { isOfficeStatus, officeStatuses } from '#domain/application/status.ts';
import { wibDate } from '#domain/form/wib-date.ts';
import type { AppPorts } from '../app-ports.ts';
import { etagOf } from '../applications/application-view.ts';
import { mayDecide, maySee } from '../applications/may-see.ts';
import { queueItemOf } from '../applications/queue-item.ts';
import { getPrincipal, type Principal, type RequestVariables } from '../auth/authenticator.ts';
import { noteList } from '../http/audit.ts';
import { namesState } from '../http/conditional.ts';
import { problem } from '../http/problem.ts';
import type { StoredApplication } from '../stores/application-store.ts';
import type { QueueQuery, QueueSearch } from '../stores/queue-store.ts';
import { decodeQueuePosition, encodeQueuePosition } from './queue-position.ts';
import { queueSearchOf } from './queue-search.ts';

type Filter = Omit<z.output<typeof QueueSearchRequest>, 'q'>;

const dayMs = 24 * 60 * 60 * 1000;

/** An office's list, and who has taken what of it. */
export function addQueueRoutes(app: OpenAPIHono<RequestVariables>, ports: AppPorts): void {
  /** Null where `after` is not of this list. */
  async function pageOf(principal: Principal, filter: Filter, search: QueueSearch | null) {
    const { after, limit, sort } = filter;
    const position = after === undefined ? null : decodeQueuePosition(after, sort);
    if (position === undefined) return null;
    const found = await ports.queue.page({
      ...queryOf(principal, filter, ports.nowMs()),
      search,
      after: position,
      limit: limit + 1,
    });
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const isMore = found.length > limit && last !== undefined;
    return { items: rows.map(queueItemOf), next: isMore ? encodeQueuePosition(positionOf(last, sort)) : null };
  }

  app.openapi(getQueue, async (c) => {
    const page = await pageOf(getPrincipal(c), c.req.valid('query'), null);
    if (page === null) return problem(c, 'invalid-parameter');
    noteList(c, 'list', page.items.length);
    c.header('Cache-Control', 'no-store');
    return c.json(page, 200);
  });

  app.openapi(searchQueue, async (c) => {
    const { q, ...filter } = c.req.valid('json');
    const nowMs = ports.nowMs();
    const officeCode = ports.regency.replace('.', '');
    const year = new Date(nowMs).getUTCFullYear();
    const search = queueSearchOf(q, { officeCode, year, macOf: ports.applicants.macOf });
    const page = search === null ? { items: [], next: null } : await pageOf(getPrincipal(c), filter, search);
    if (page === null) return problem(c, 'invalid-parameter');
    noteList(c, search?.kind === 'nik' ? 'search by NIK' : 'search', page.items.length);
    c.header('Cache-Control', 'no-store');
    return c.json(page, 200);
  });

  app.openapi(getQueueCounts, async (c) => {
    const { accountId, posts } = getPrincipal(c);
    const { byStatus, late, dueToday, mine } = await ports.queue.counts(posts, accountId, wibDate(ports.nowMs()));
    c.header('Cache-Control', 'no-store');
    return c.json({ byStatus: Object.fromEntries(byStatus), late, dueToday, mine }, 200);
  });

  app.openapi(putAssignment, async (c) => {
    const { id } = c.req.valid('param');
    const { to, force = false } = c.req.valid('json');
    const principal = getPrincipal(c);
    const application = await ports.applications.find(id);
    if (application === undefined || !maySee(principal, application)) return problem(c, 'not-found');
    if (!mayDecide(principal, application)) return problem(c, 'not-allowed');
    const ifMatch = c.req.valid('header')['if-match'];
    const { accountId, name } = principal;
    const assigned = await ports.applications.assign(
      { applicationId: id, official: { accountId, name }, to, force },
      (current) => namesState(ifMatch, etagOf(current)),
      ports.nowMs(),
    );
    switch (assigned.kind) {
      case 'assigned':
      case 'unchanged':
        return c.json(assignmentOf(assigned.application), 200, { ETag: etagOf(assigned.application) });
      case 'missing':
        return problem(c, 'not-found');
      case 'taken':
        return problem(c, 'assigned-elsewhere', { assignee: assigned.by });
      case 'refused':
        if (assigned.because === 'ended') return problem(c, 'transition-not-allowed');
        return problem(c, ifMatch === undefined ? 'precondition-required' : 'changed-since');
    }
  });
}

function queryOf(
  { posts, accountId }: Principal,
  { status, service, area, assignee, due, sort }: Filter,
  nowMs: number,
): Omit<QueueQuery, 'search' | 'after' | 'limit'> {
  const asked = status === undefined ? officeStatuses : status.split(',').filter(isOfficeStatus);
  // What is over has a day and owes nothing any more.
  const owed = due === undefined ? asked : asked.filter((one) => !isOver(one));
  return {
    posts,
    statuses: [...new Set(owed)].filter((one) => one !== 'incomplete'),
    serviceId: service ?? null,
    area: area ?? null,
    assignee: assignee === 'me' ? { accountId } : (assignee ?? null),
    due: dueWindow(due, nowMs),
    sort,
  };
}

/** Days in WIB. */
function dueWindow(due: Filter['due'], nowMs: number): QueueQuery['due'] {
  const today = wibDate(nowMs);
  switch (due) {
    case undefined:
      return null;
    case 'late':
      return { from: null, until: wibDate(nowMs - dayMs) };
    case 'today':
      return { from: today, until: today };
    case 'week':
      return { from: today, until: wibDate(nowMs + 6 * dayMs) };
  }
}

function positionOf(
  { receivedAtMs, dueOn, id }: { receivedAtMs: number; dueOn: string | null; id: string },
  sort: Filter['sort'],
) {
  return sort === 'received'
    ? ({ sort, key: receivedAtMs, id } as const)
    : ({ sort, key: dueOn ?? '9999-12-31', id } as const);
}

function assignmentOf({ id, assignee }: StoredApplication) {
  return assignee === null ? { id } : { id, assignee };
}
