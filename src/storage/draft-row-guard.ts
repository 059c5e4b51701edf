import type { Draft } from '#domain/application/draft.ts';
import { isRecord } from '#lib/is-record.ts';
import type { DraftRow } from './rows.ts';

const isText = (value: unknown): value is string => typeof value === 'string';
const isMoment = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function isDraft(value: unknown): value is Draft {
  return (
    isRecord(value) &&
    isText(value['id']) &&
    (value['ownerId'] === null || isText(value['ownerId'])) &&
    isRecord(value['definition']) &&
    isText(value['definition']['id']) &&
    Array.isArray(value['definition']['steps']) &&
    Array.isArray(value['definition']['requirements']) &&
    isRecord(value['answers']) &&
    isText(value['place']) &&
    isMoment(value['createdAtMs']) &&
    isMoment(value['updatedAtMs'])
  );
}

/** Apart from the other guards, because the very first look at the store needs this one only. */
export function isDraftRow(value: unknown): value is DraftRow {
  return (
    isRecord(value) &&
    isDraft(value['draft']) &&
    value['id'] === value['draft'].id &&
    value['ownerKey'] === (value['draft'].ownerId ?? '') &&
    value['updatedAtMs'] === value['draft'].updatedAtMs
  );
}
