import { wibDate } from '#domain/form/wib-date.ts';
import { plainWords } from './day-rows.ts';
import type { DayRow, DayState } from './day-row.ts';

/** Missing or '': whatever it is. */
export interface DayFilter {
  readonly state?: DayState | '';
  /** Of western Indonesia, ISO 8601. */
  readonly day?: string;
  readonly serviceId?: string;
  readonly residentId?: string;
  /** Of a name, a NIK, a phone or a registration number. */
  readonly typed?: string;
}

export type DayGrouping = 'day' | 'resident' | 'service';

/** Those that fit, in their order. Every word that was typed has to be found. */
export function filterDay(rows: readonly DayRow[], filter: DayFilter): readonly DayRow[] {
  const words = wordsIn(filter.typed ?? '');
  return rows.filter(
    (row) =>
      isAny(filter.state, row.state) &&
      isAny(filter.serviceId, row.serviceId) &&
      isAny(filter.residentId, row.residentId) &&
      isAny(filter.day, wibDate(row.atMs)) &&
      words.every((word) => row.haystack.includes(word)),
  );
}

function isAny(wanted: string | undefined, found: string | null): boolean {
  return wanted === undefined || wanted === '' || wanted === found;
}

/** A number is found however it is written: 0812-3456, +62 812, 3603-2026-000001. */
function wordsIn(typed: string): readonly string[] {
  const plain = plainWords(typed).trim();
  if (/\d/u.test(plain) && /^[\d\s().+-]+$/u.test(plain))
    return [plain.replace(/^\+\s*62/u, '0').replaceAll(/\D/gu, '')];
  return plain.split(/\s+/u).filter((word) => word !== '');
}

export interface DayGroup {
  /** A day, the id of a service, or a name; '' where that is not known. */
  readonly key: string;
  readonly rows: readonly DayRow[];
}

/** Days from the latest on; services by where they first come; names in the order of the alphabet, the unknown last. */
export function groupDay(rows: readonly DayRow[], by: DayGrouping): readonly DayGroup[] {
  const groups = new Map<string, DayRow[]>();
  for (const row of rows) {
    const key = keyOf(row, by);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const all = [...groups].map(([key, members]) => ({ key, rows: members }));
  if (by !== 'resident') return all;
  return all.sort(
    (one, other) => Number(one.key === '') - Number(other.key === '') || one.key.localeCompare(other.key, 'id'),
  );
}

/** The first `limit` rows of all groups together, in their groups; `size` is of the whole group. */
export function firstOf(groups: readonly DayGroup[], limit: number): readonly (DayGroup & { readonly size: number })[] {
  let before = 0;
  return groups.flatMap(({ key, rows }) => {
    const shown = rows.slice(0, Math.max(0, limit - before));
    before += rows.length;
    return shown.length === 0 ? [] : [{ key, rows: shown, size: rows.length }];
  });
}

function keyOf(row: DayRow, by: DayGrouping): string {
  switch (by) {
    case 'day':
      return wibDate(row.atMs);
    case 'service':
      return row.serviceId;
    case 'resident':
      return row.name;
  }
}
