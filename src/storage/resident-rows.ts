/** The rows of residents: how they are made and known. */
import type { Resident } from '#domain/resident/resident.ts';
import { isRecord } from '#lib/is-record.ts';
import type { ResidentRow } from './rows.ts';

export function residentRow(resident: Resident, hiddenAtMs?: number): ResidentRow {
  return {
    id: resident.id,
    ownerKey: resident.ownerId,
    ...(hiddenAtMs === undefined ? {} : { hiddenAtMs }),
    resident,
  };
}

const texts = ['id', 'ownerId', 'name', 'nik', 'phone', 'area', 'note'] as const;
const moments = ['addedAtMs', 'changedAtMs'] as const;

function isResident(value: unknown): value is Resident {
  return (
    isRecord(value) &&
    texts.every((key) => typeof value[key] === 'string') &&
    moments.every((key) => Number.isFinite(value[key]))
  );
}

export function isResidentRow(value: unknown): value is ResidentRow {
  return (
    isRecord(value) &&
    isResident(value['resident']) &&
    value['id'] === value['resident'].id &&
    value['ownerKey'] === value['resident'].ownerId
  );
}
