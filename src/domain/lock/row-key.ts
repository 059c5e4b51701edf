import type { Bytes, SealPrimitives } from '#domain/sealing/primitives.ts';
import { openBytes, sealBytes } from '#domain/sealing/seal-bytes.ts';
import type { LockRow } from './lock-row.ts';
import type { LockPrimitives } from './primitives.ts';

/** Where sealed bytes belong. They open there and nowhere else: not in another row, another table or for another owner. */
export interface Place {
  readonly table: 'drafts' | 'documents' | 'payloads' | 'wallet' | 'residents' | 'meta';
  readonly id: string;
}

/** An open lock, as rows need it. */
export interface RowKey {
  readonly owner: string;
  readonly lockId: string;
  readonly encode: LockPrimitives['encode'];
  readonly decode: LockPrimitives['decode'];
  seal(place: Place, plain: Bytes): Promise<Bytes>;
  /** Undefined when these bytes were not sealed for this place under this key, or are not whole. */
  open(place: Place, sealed: Bytes): Promise<Bytes | undefined>;
}

const noKey: Bytes = new Uint8Array(0);

/** @param held the vault key, from `LockPrimitives.hold` */
export function rowKey(
  { encode, decode }: Pick<LockPrimitives, 'encode' | 'decode'>,
  held: SealPrimitives,
  names: Pick<LockRow, 'lockId' | 'owner'>,
): RowKey {
  const info = ({ table, id }: Place): Bytes =>
    encode(JSON.stringify(['ajukan-lock-1', names.lockId, names.owner, table, id]));
  return {
    owner: names.owner,
    lockId: names.lockId,
    encode,
    decode,
    seal: (place, plain) => sealBytes(held, noKey, info(place), plain),
    open: (place, sealed) => openBytes(held, noKey, info(place), sealed),
  };
}
