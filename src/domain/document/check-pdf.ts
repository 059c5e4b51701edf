import { openObjectStream, type Inflate } from './pdf-object-stream.ts';
import { readPdfObject, type PdfObject } from './pdf-object.ts';
import { findPdfPlaces } from './pdf-places.ts';
import { isPdfSpace, type Fuel } from './pdf-tokens.ts';

export type PdfRefusal =
  /** Encrypted, with or without a password to open it: nobody can look inside before it is opened. */
  | 'pdf-locked'
  /** Cut off, without pages, or made so that it can't be looked through. */
  | 'pdf-broken'
  /** Has scripts, starts programs, or carries other files. */
  | 'pdf-active';

export type PdfVerdict =
  | { readonly kind: 'fine'; readonly pageCount: number }
  | { readonly kind: 'refused'; readonly reason: PdfRefusal };

/** Some writers and mail programs add a little after the end. */
const tailBytes = 4096;
/** A file in which more has to be read than it has was made for that. */
const fuelFor = (sizeBytes: number): Fuel => ({ left: 1.5 * sizeBytes + 1_000_000 });
/** Several times what a paper of 10 MB has. An object stream holds a hundred objects or two. */
const limits = { objects: 200_000, objectStreams: 2_000, unpackedBytes: 48 * 1024 * 1024 };

/**
 * Looks through a whole PDF before it is taken: every object that a reader could ever come to, also packed ones and
 * older versions in the same file. Never throws, and ends soon for any bytes.
 * @param inflate zlib; null for what can't be unpacked, or is longer than the limit
 */
export async function checkPdf(bytes: Uint8Array, inflate: Inflate): Promise<PdfVerdict> {
  if (!hasEnd(bytes)) return refused('pdf-broken');
  const found = createFindings();
  const fuel = fuelFor(bytes.length);
  const places = findPdfPlaces(bytes);
  if (places.objects.length > limits.objects) return refused('pdf-broken');
  let unpackedLeft = limits.unpackedBytes;
  let objectStreams = 0;
  for (const { at, number } of places.objects) {
    const object = readPdfObject(bytes, at, fuel, false);
    found.note(object, number);
    if (found.isLocked()) return refused('pdf-locked');
    if (fuel.left < 0) return found.verdict(false);
    if (!object.values.has('First') || !object.values.has('N') || object.streamAt === null) continue;
    objectStreams += 1;
    const packed = await openObjectStream(bytes, object, places, (body) => inflate(body, unpackedLeft));
    if (packed === null || objectStreams > limits.objectStreams) return found.verdict(false);
    unpackedLeft -= packed.bytes.length;
    const packedFuel = fuelFor(packed.bytes.length);
    const inside = packed.objects(packedFuel);
    for (const one of inside ?? []) found.note(readPdfObject(packed.bytes, one.at, packedFuel, true), one.number);
    if (inside === null || packedFuel.left < 0) return found.verdict(false);
  }
  return found.verdict(true);
}

function refused(reason: PdfRefusal): PdfVerdict {
  return { kind: 'refused', reason };
}

/** The last lines of a whole file: where its table of contents is, and the mark of the end. */
function hasEnd(bytes: Uint8Array): boolean {
  let length = bytes.length;
  while (length > 0 && isPdfSpace(bytes[length - 1])) length -= 1;
  const tail = String.fromCharCode(...bytes.subarray(Math.max(0, length - tailBytes), length));
  const end = tail.lastIndexOf('%%EOF');
  return end >= 0 && tail.lastIndexOf('startxref', end) >= 0;
}

function createFindings() {
  let [isActive, isLocked] = [false, false];
  let root: number | undefined;
  const pages = new Set<number>();
  /** By the number of an object: its page tree, and how many pages a page tree says it has. Later ones replace. */
  const trees = new Map<number, number>();
  const counts = new Map<number, number>();

  return {
    note({ values, isActive: active }: PdfObject, number: number | null): void {
      if (active) isActive = true;
      if (values.has('Encrypt')) isLocked = true;
      root = values.get('Root')?.numbers[0] ?? root;
      if (number === null) return;
      const tree = values.get('Pages')?.numbers[0];
      if (tree !== undefined) trees.set(number, tree);
      const count = values.get('Count')?.numbers[0];
      if (count !== undefined) counts.set(number, count);
      if (values.get('Type')?.names[0] === 'Page') pages.add(number);
    },
    isLocked: () => isLocked,
    verdict(whole: boolean): PdfVerdict {
      if (isActive) return refused('pdf-active');
      if (!whole || root === undefined) return refused('pdf-broken');
      const said = counts.get(trees.get(root) ?? -1) ?? 0;
      // Pages that were taken out may still be in the file, and a number may be a lie: the smaller is nearer the truth.
      const pageCount = said > 0 && pages.size > 0 ? Math.min(said, pages.size) : Math.max(said, pages.size);
      return Number.isInteger(pageCount) && pageCount > 0 ? { kind: 'fine', pageCount } : refused('pdf-broken');
    },
  };
}
