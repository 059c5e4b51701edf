/** What the reference issuer answers, by guards of our own as in wire.ts; apart from it, because few starts need it. */
import { isRecord } from '#lib/is-record.ts';

export interface SessionRow {
  readonly id: string;
  readonly device: string;
  readonly deviceId: string | null;
  readonly current: boolean;
  readonly isNew: boolean;
  readonly sendsOnly: boolean;
  readonly lastSeenAtMs: number;
}

export function readCodeTicket(body: unknown, nowMs: number) {
  if (!isRecord(body)) return undefined;
  const { requestId, expiresIn, resendIn } = body;
  if (typeof requestId !== 'string' || typeof expiresIn !== 'number' || typeof resendIn !== 'number') return undefined;
  return { requestId, expiresAtMs: nowMs + expiresIn * 1000, resendAtMs: nowMs + resendIn * 1000 };
}

export interface LostRow {
  readonly deviceId: string;
  readonly device: string;
  readonly orderedAtMs: number;
  readonly doneAtMs: number | null;
}

export function readSessions(
  body: unknown,
): { readonly sessions: readonly SessionRow[]; readonly lost: readonly LostRow[] } | undefined {
  if (!isRecord(body) || !Array.isArray(body['items'])) return undefined;
  const sessions = body['items'].map(readSession);
  if (!sessions.every((row) => row !== undefined)) return undefined;
  const lost: unknown = body['lost'];
  return { sessions, lost: Array.isArray(lost) ? lost.flatMap((item: unknown) => readLost(item) ?? []) : [] };
}

function readLost(item: unknown): LostRow | undefined {
  if (!isRecord(item)) return undefined;
  const { deviceId, device, orderedAt, doneAt } = item;
  const orderedAtMs = typeof orderedAt === 'string' ? Date.parse(orderedAt) : Number.NaN;
  if (typeof deviceId !== 'string' || typeof device !== 'string' || Number.isNaN(orderedAtMs)) return undefined;
  const doneAtMs = typeof doneAt === 'string' ? Date.parse(doneAt) : Number.NaN;
  return { deviceId, device, orderedAtMs, doneAtMs: Number.isNaN(doneAtMs) ? null : doneAtMs };
}

/** A path of the backend's own where a browser signs in as an official; null for anything else. */
export function readOfficialSignIn(body: unknown): string | null {
  const path = isRecord(body) ? body['officialSignIn'] : undefined;
  return typeof path === 'string' && /^\/(?!\/)[\w\-./]*$/.test(path) ? path : null;
}

/** Of a Link header that says where a browser goes on: only a path of the backend's own. */
export function readNextPath(link: string | null): string | null {
  return /^<(\/(?!\/)[\w\-./]*)>; rel="next"$/.exec(link ?? '')?.[1] ?? null;
}

function readSession(item: unknown): SessionRow | undefined {
  if (!isRecord(item)) return undefined;
  const { id, device, deviceId, current, isNew, sendsOnly, lastSeenAt } = item;
  const lastSeenAtMs = typeof lastSeenAt === 'string' ? Date.parse(lastSeenAt) : Number.NaN;
  if (typeof id !== 'string' || typeof device !== 'string' || Number.isNaN(lastSeenAtMs)) return undefined;
  return {
    id,
    device,
    deviceId: typeof deviceId === 'string' ? deviceId : null,
    current: current === true,
    isNew: isNew === true,
    sendsOnly: sendsOnly === true,
    lastSeenAtMs,
  };
}
