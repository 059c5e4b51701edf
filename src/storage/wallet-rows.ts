/** The rows of version 2: how they are made and known. Apart from row-guards.ts, which every start carries. */
import type { WalletPaper } from '#domain/wallet/wallet-paper.ts';
import { isRecord } from '#lib/is-record.ts';
import { ofResident, ownerKeyOf, type SharedFileRow, type WalletRow } from './rows.ts';

export function walletRow(paper: WalletPaper, hiddenAtMs?: number): WalletRow {
  return {
    id: paper.id,
    ownerKey: ownerKeyOf(paper.ownerId),
    kind: paper.kind,
    ...(hiddenAtMs === undefined ? {} : { hiddenAtMs }),
    ...ofResident(paper),
    paper,
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isMoment = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function isWalletPaper(value: unknown): value is WalletPaper {
  return (
    isRecord(value) &&
    isText(value['id']) &&
    (value['ownerId'] === null || isText(value['ownerId'])) &&
    isText(value['kind']) &&
    isText(value['whose']) &&
    isText(value['fileName']) &&
    isText(value['mediaType']) &&
    isMoment(value['sizeBytes']) &&
    isText(value['sha256']) &&
    isMoment(value['takenAtMs']) &&
    (value['validUntil'] === null || isText(value['validUntil']))
  );
}

export function isWalletRow(value: unknown): value is WalletRow {
  return (
    isRecord(value) &&
    isWalletPaper(value['paper']) &&
    value['id'] === value['paper'].id &&
    value['ownerKey'] === (value['paper'].ownerId ?? '') &&
    value['kind'] === value['paper'].kind
  );
}

export function isSharedFileRow(value: unknown): value is SharedFileRow {
  return (
    isRecord(value) &&
    isText(value['id']) &&
    isText(value['ownerKey']) &&
    isMoment(value['sharedAtMs']) &&
    isText(value['name']) &&
    isText(value['mediaType']) &&
    Object.prototype.toString.call(value['bytes']) === '[object ArrayBuffer]'
  );
}
