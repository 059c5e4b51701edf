import { type OfficeStatus, officeStatuses } from '#domain/application/status.ts';
import { isAtPost, type Office } from '#domain/office/office.ts';
import type { QueueQuery } from '#server/stores/queue-store.ts';

export const offices: readonly Office[] = [
  { level: 'desa', area: '36.03.01.2003' },
  { level: 'desa', area: '36.03.01.2004' },
  { level: 'desa', area: '36.03.10.2003' },
  { level: 'kecamatan', area: '36.03.01' },
  { level: 'dinas', area: '36.03' },
];
export const services = ['sku', 'sktm'];
export const names = ['Siti Nurhaliza', 'SITI Aminah', 'Budi Santoso', null];
export const days = ['2026-11-23', '2026-11-24', '2026-11-27', null];
export const complete = officeStatuses.filter((status) => status !== 'incomplete');

export interface Seed {
  readonly id: string;
  readonly office: Office;
  readonly serviceId: string;
  readonly status: OfficeStatus;
  readonly receivedAtMs: number;
  readonly name: string | null;
  readonly nikMac: string | null;
  readonly area: string;
  readonly dueOn: string | null;
  readonly assigneeId: string | null;
}

/** The plain rule of the list. */
export function fits(seed: Seed, { posts, statuses, serviceId, area, search, assignee, due }: QueueQuery): boolean {
  const day = seed.dueOn ?? '9999-12-31';
  return (
    posts.some((post) => isAtPost(post, seed.office, seed.serviceId)) &&
    statuses.includes(seed.status) &&
    (serviceId === null || seed.serviceId === serviceId) &&
    (area === null || seed.area === area || seed.area.startsWith(`${area}.`)) &&
    (assignee === null || (assignee === 'none' ? seed.assigneeId === null : seed.assigneeId === assignee.accountId)) &&
    (due === null || ((due.from === null || day >= due.from) && day <= due.until)) &&
    isFound(seed, search)
  );
}

function isFound({ name, nikMac }: Seed, search: QueueQuery['search']): boolean {
  if (search === null) return true;
  if (search.kind === 'nik') return nikMac === search.mac;
  const words = name?.toLowerCase().split(' ') ?? [];
  return search.kind === 'words' && search.words.every((typed) => words.some((word) => word.startsWith(typed)));
}

export function bySort(sort: QueueQuery['sort']) {
  const keyOf = (seed: Seed) =>
    sort === 'received' ? String(seed.receivedAtMs).padStart(16, '0') : (seed.dueOn ?? '9999-12-31');
  return (a: Seed, b: Seed) => keyOf(a).localeCompare(keyOf(b)) || (a.id < b.id ? -1 : 1);
}
