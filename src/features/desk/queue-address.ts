import type { QueueFilter } from '#domain/desk/queue-line.ts';
import { isOfficeStatus } from '#domain/application/status.ts';

/**
 * What the address asks of the list. Anything that it can't mean is left out. What is looked for by name or number is in no
 * address: it would stay in the browser's history.
 */
export function readQueueAddress(search: string): QueueFilter {
  const asked = new URLSearchParams(search);
  const statuses = [...new Set((asked.get('status') ?? '').split(',').filter(isOfficeStatus))];
  const area = asked.get('wilayah');
  const found: { -readonly [Name in keyof QueueFilter]: QueueFilter[Name] | null } = {
    statuses: statuses.length === 0 ? null : statuses,
    serviceId: asked.get('layanan') || null,
    area: area !== null && /^\d{2}\.\d{2}(?:\.\d{2}(?:\.\d{4})?)?$/.test(area) ? area : null,
    assignee: oneOf(asked.get('petugas'), ['me', 'none']),
    due: oneOf(asked.get('janji'), ['late', 'today', 'week']),
    sort: oneOf(asked.get('urut'), ['due']),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null));
}

function oneOf<T extends string>(asked: string | null, allowed: readonly T[]): T | null {
  return allowed.find((one) => one === asked) ?? null;
}

/** "?status=submitted&cari=…", or the empty string for the whole list. */
export function queueSearch(filter: QueueFilter): string {
  const said: Readonly<Record<string, string | undefined>> = {
    status: filter.statuses?.join(','),
    layanan: filter.serviceId,
    wilayah: filter.area,
    petugas: filter.assignee,
    janji: filter.due,
    urut: filter.sort === 'due' ? 'due' : undefined,
  };
  const entries = Object.entries(said).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries).toString()}`;
}

/** Whether something beside the tab and the order narrows the list. */
export function isNarrowed({ serviceId, area, search, assignee, due }: QueueFilter): boolean {
  return [serviceId, area, search, assignee, due].some((one) => one !== undefined);
}
