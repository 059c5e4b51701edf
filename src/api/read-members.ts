import type { Office } from '#domain/office/office.ts';
import { isRecord } from '#lib/is-record.ts';

const levels = ['desa', 'kecamatan', 'dinas'] as const;

/** Members of an answer as this app has them; null for what is missing or can't be read. */
export function readOffice(office: unknown): Office | null {
  if (!isRecord(office)) return null;
  const level = levels.find((known) => known === office['level']);
  const area = textOrNull(office['area']);
  return level === undefined || area === null ? null : { level, area };
}

export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function readMoment(value: unknown): number | null {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? null : ms;
}
