/** What the office tells the desk, by hand-written guards. Each gives undefined for what is not ours, and never throws. */
import { isNewerStatus, isOfficeStatus, type ToldStatus } from '#domain/application/status.ts';
import type { Official } from '#domain/desk/official.ts';
import type { Assignee, QueueCounts, QueueLine, QueuePage } from '#domain/desk/queue-line.ts';
import type { Office, Post } from '#domain/office/office.ts';
import { isRecord } from '#lib/is-record.ts';
import { readMe } from './wire.ts';

const levels = ['desa', 'kecamatan', 'dinas'] as const;

export function readOfficial(body: unknown): Official | undefined {
  const me = readMe(body);
  if (me === undefined || !isRecord(body)) return undefined;
  return { ...me, posts: listOf(body['posts'], readPost) };
}

function readPost(value: unknown): Post | undefined {
  const office = readOffice(value);
  if (office === null || !isRecord(value)) return undefined;
  const services = value['services'];
  return Array.isArray(services) ? { ...office, services: services.filter(isText) } : office;
}

/** A line that can't be read spoils its page: an application would be out of sight for good. */
export function readQueuePage(body: unknown): QueuePage | undefined {
  if (!isRecord(body) || !Array.isArray(body['items'])) return undefined;
  const lines = body['items'].map(readLine);
  if (!lines.every((line) => line !== undefined)) return undefined;
  const next = body['next'];
  return next === null || isText(next) ? { lines, next } : undefined;
}

function readLine(item: unknown): QueueLine | undefined {
  if (!isRecord(item)) return undefined;
  const { id, registrationNumber, serviceId, status, version } = item;
  const receivedAtMs = readMoment(item['receivedAt']);
  if (!isText(id) || !isText(registrationNumber) || !isText(serviceId) || receivedAtMs === null) return undefined;
  if (!isStatus(status) || typeof version !== 'number') return undefined;
  return {
    id,
    registrationNumber,
    serviceId,
    status,
    version,
    receivedAtMs,
    applicantName: textOrNull(item['applicantName']),
    office: readOffice(item['office']),
    dueOn: dueOn(item['due']),
    assignee: readAssignee(item['assignee']),
    hasDuplicates: item['duplicates'] === true,
    isSealed: item['sealed'] === true,
    submittedBy: isRecord(item['submittedBy']) ? textOrNull(item['submittedBy']['name']) : null,
  };
}

function dueOn(due: unknown): string | null {
  return isRecord(due) ? textOrNull(due['dueOn']) : null;
}

export function readCounts(body: unknown): QueueCounts | undefined {
  if (!isRecord(body) || !isRecord(body['byStatus'])) return undefined;
  const { late, dueToday, mine } = body;
  if (typeof late !== 'number' || typeof dueToday !== 'number' || typeof mine !== 'number') return undefined;
  const byStatus = Object.fromEntries(
    Object.entries(body['byStatus']).filter((pair): pair is [string, number] => typeof pair[1] === 'number'),
  );
  return { byStatus, late, dueToday, mine };
}

export function readOffice(value: unknown): Office | null {
  if (!isRecord(value)) return null;
  const level = levels.find((known) => known === value['level']);
  const area = value['area'];
  return level === undefined || !isText(area) ? null : { level, area };
}

export function readAssignee(value: unknown): Assignee | null {
  if (!isRecord(value)) return null;
  const { accountId, name } = value;
  return isText(accountId) && typeof name === 'string' ? { accountId, name } : null;
}

/** What can't be read is left out. */
export function listOf<T>(value: unknown, read: (item: unknown) => T | undefined): readonly T[] {
  return Array.isArray(value) ? value.flatMap((item: unknown) => read(item) ?? []) : [];
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

export function textOrNull(value: unknown): string | null {
  return isText(value) ? value : null;
}

export function isStatus(value: unknown): value is ToldStatus {
  return isText(value) && (isOfficeStatus(value) || isNewerStatus(value));
}

/** RFC 3339, to milliseconds. */
export function readMoment(value: unknown): number | null {
  const ms = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? null : ms;
}
