import { isPdfSpace } from './pdf-tokens.ts';

/** Where things begin in a PDF, found by looking at every byte: its own table of contents may lie. */
export interface PdfPlaces {
  /** Objects and trailers in the order of the file. `number` is null for a trailer, or where none stands before it. */
  readonly objects: readonly { readonly at: number; readonly number: number | null }[];
  /** Ascending. */
  readonly streamEnds: readonly number[];
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;
const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
const codes = (word: string): readonly number[] => [...word].map((letter) => letter.charCodeAt(0));
const [objectWord, trailerWord, streamEndWord] = [codes('obj'), codes('trailer'), codes('endstream')];

export function findPdfPlaces(bytes: Uint8Array): PdfPlaces {
  const objects: { at: number; number: number | null }[] = [];
  const streamEnds: number[] = [];
  const startsAt = (word: readonly number[], at: number): boolean =>
    word.every((code, index) => bytes[at + index] === code);
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    // "obj", never "endobj" or "object". Also inside of streams: a table of contents may point there.
    if (byte === objectWord[0] && isAfterNumber(bytes, at) && startsAt(objectWord, at) && !isLetter(bytes[at + 3]))
      objects.push({ at: at + objectWord.length, number: numberBefore(bytes, at) });
    else if (byte === trailerWord[0] && startsAt(trailerWord, at))
      objects.push({ at: at + trailerWord.length, number: null });
    else if (byte === streamEndWord[0] && startsAt(streamEndWord, at)) streamEnds.push(at);
  }
  return { objects, streamEnds };
}

function isAfterNumber(bytes: Uint8Array, at: number): boolean {
  return isDigit(bytes[at - 1]) || isPdfSpace(bytes[at - 1]);
}

/** `12 0 obj` is object 12. */
function numberBefore(bytes: Uint8Array, wordAt: number): number | null {
  let at = wordAt - 1;
  const back = (passes: (byte: number | undefined) => boolean): void => {
    // No number is longer; a page of spaces is no reason to walk it once for every word after it.
    for (let steps = 0; steps < 20 && passes(bytes[at]); steps += 1) at -= 1;
  };
  back(isPdfSpace);
  back(isDigit);
  back(isPdfSpace);
  const last = at;
  back(isDigit);
  return last === at ? null : Number(String.fromCharCode(...bytes.subarray(at + 1, last + 1)));
}

/** The first end of a stream at or after `from`; undefined when the file ends before. */
export function findStreamEnd({ streamEnds }: PdfPlaces, from: number): number | undefined {
  let [low, high] = [0, streamEnds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((streamEnds[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return streamEnds[low];
}
