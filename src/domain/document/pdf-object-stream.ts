import type { PdfObject, PdfValue } from './pdf-object.ts';
import { findStreamEnd, type PdfPlaces } from './pdf-places.ts';
import { createPdfTokens, type Fuel } from './pdf-tokens.ts';

/** Unpacks zlib data: null when it is damaged, has anything after its end, or would be longer than `mostBytes`. */
export type Inflate = (body: Uint8Array, mostBytes: number) => Promise<Uint8Array | null>;

export interface ObjectStream {
  readonly bytes: Uint8Array;
  /** Null when its own list of what is inside is not one. */
  objects(fuel: Fuel): readonly { readonly at: number; readonly number: number }[] | null;
}

/**
 * Objects that are packed together in a stream (ISO 32000-1, 7.5.7). Null for a packing that can't be opened here:
 * nobody could say what is in it.
 */
export async function openObjectStream(
  file: Uint8Array,
  { values, streamAt }: PdfObject,
  places: PdfPlaces,
  inflate: (body: Uint8Array) => Promise<Uint8Array | null>,
): Promise<ObjectStream | null> {
  const endsAt = findStreamEnd(places, streamAt ?? file.length);
  const first = countOf(values.get('First'));
  const count = countOf(values.get('N'));
  if (streamAt === null || endsAt === undefined || first === null || count === null) return null;
  const bytes = await unpack(file, values, streamAt, endsAt, inflate);
  if (bytes === null) return null;
  return {
    bytes,
    objects(fuel) {
      const tokens = createPdfTokens(bytes, 0, fuel);
      const inside: { at: number; number: number }[] = [];
      while (inside.length < count) {
        const [number, offset] = [tokens.next(), tokens.next()];
        if (number.kind !== 'number' || offset.kind !== 'number' || offset.value < 0) return null;
        inside.push({ at: first + Math.floor(offset.value), number: number.value });
      }
      return inside;
    },
  };
}

/** A number said once and there: another reader may take the second of two, or the one that is referred to. */
function countOf(value: PdfValue | undefined): number | null {
  const [count, ...more] = value?.numbers ?? [];
  return count !== undefined && more.length === 0 && Number.isInteger(count) && count >= 0 ? count : null;
}

async function unpack(
  file: Uint8Array,
  values: PdfObject['values'],
  startsAt: number,
  endsAt: number,
  inflate: (body: Uint8Array) => Promise<Uint8Array | null>,
): Promise<Uint8Array | null> {
  const filter = values.get('Filter');
  if (filter === undefined) {
    const length = countOf(values.get('Length'));
    return length === null ? null : file.subarray(startsAt, Math.max(endsAt, startsAt + length));
  }
  const [name, ...more] = filter.names;
  const parameters = values.get('DecodeParms') ?? values.get('DP');
  const isPlain = parameters === undefined || (!parameters.isReference && !parameters.names.includes('Predictor'));
  const isFlate = name === 'FlateDecode' || name === 'Fl';
  if (!isFlate || more.length > 0 || filter.numbers.length > 0 || !isPlain) return null;
  for (const end of possibleEnds(file, values, startsAt, endsAt)) {
    const bytes = await inflate(file.subarray(startsAt, end));
    if (bytes !== null) return bytes;
  }
  return null;
}

/** Where the packed bytes end: as their length says, or with no, one or two bytes of a line's end before the word. */
function possibleEnds(
  file: Uint8Array,
  values: PdfObject['values'],
  startsAt: number,
  endsAt: number,
): ReadonlySet<number> {
  const ends = new Set<number>();
  const said = countOf(values.get('Length'));
  if (said !== null && startsAt + said <= endsAt) ends.add(startsAt + said);
  const isLineEnd = (byte: number | undefined): boolean => byte === 0x0a || byte === 0x0d;
  if (isLineEnd(file[endsAt - 1])) {
    if (isLineEnd(file[endsAt - 2])) ends.add(endsAt - 2);
    ends.add(endsAt - 1);
  }
  ends.add(endsAt);
  return ends;
}
