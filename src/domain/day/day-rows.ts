import { draftNames } from '#domain/application/draft-names.ts';
import type { Draft } from '#domain/application/draft.ts';
import { isStopped } from '#domain/application/is-stopped.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { Resident } from '#domain/resident/resident.ts';
import type { DayRow, DayState } from './day-row.ts';

/** Everything that an officer has begun and sent off on this phone, as one list, the newest first. */
export function dayRows(
  drafts: readonly Draft[],
  entries: readonly OutboxEntry[],
  residents: readonly Resident[],
  /** Applications that the office has given back, and whose repair is not on its way. */
  returnedIds: ReadonlySet<string> = new Set(),
): readonly DayRow[] {
  const folders = new Map(residents.map((resident) => [resident.id, resident]));
  const rows = [
    ...drafts.map((draft) => draftRow(draft, folders.get(draft.residentId ?? ''))),
    // What was claimed is the officer's own, put in by somebody else; a change is no application more.
    ...entries
      .filter(({ claimedAtMs, about }) => claimedAtMs === undefined && about === undefined)
      .map((entry) => entryRow(entry, folders.get(entry.residentId ?? ''), returnedIds)),
  ];
  return rows.sort((one, other) => other.atMs - one.atMs || (one.id < other.id ? -1 : 1));
}

function draftRow(draft: Draft, resident: Resident | undefined): DayRow {
  const { id, definition, updatedAtMs, residentId = null } = draft;
  const name = resident?.name ?? draftNames(draft).join(', ');
  return {
    id,
    state: 'draft',
    serviceId: definition.id,
    serviceName: definition.name,
    residentId,
    name,
    number: null,
    atMs: updatedAtMs,
    haystack: haystackOf(name, resident, null),
  };
}

function entryRow(entry: OutboxEntry, resident: Resident | undefined, returnedIds: ReadonlySet<string>): DayRow {
  const { applicationId, serviceId, serviceName, createdAtMs, residentId = null, delivery } = entry;
  const name = resident?.name ?? entry.sealed?.maskedName ?? '';
  const number = delivery.receipt?.registrationNumber ?? null;
  return {
    id: applicationId,
    state: stateOf(entry, returnedIds),
    ...(isStopped(entry) ? { isStopped: true } : {}),
    serviceId,
    serviceName,
    residentId,
    name,
    number,
    atMs: createdAtMs,
    haystack: haystackOf(name, resident, number),
  };
}

/** What a resident has stopped waits for the officer, and for no signal. */
function stateOf(entry: OutboxEntry, returnedIds: ReadonlySet<string>): DayState {
  const { state } = entry.delivery;
  if (state === 'delivered') return returnedIds.has(entry.applicationId) ? 'returned' : 'received';
  return state === 'waiting' && !isStopped(entry) ? 'waiting' : 'attention';
}

function haystackOf(name: string, resident: Resident | undefined, number: string | null): string {
  const digits = [resident?.nik ?? '', resident?.phone.replace(/^\+62/u, '0') ?? '', number ?? ''];
  return [plainWords(name), ...digits.map((text) => text.replaceAll(/\D/gu, ''))].join(' ');
}

/** Lower case, without accents. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
