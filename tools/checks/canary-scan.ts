/**
 * Looks for personal data of the simulated person where there must be none: in every byte of files and folders, as
 * UTF-8, UTF-16, base64, hexadecimal or URL escapes, also inside of gzip, deflate and Brotli.
 * `node tools/checks/canary-scan.ts PATH…` prints each find and fails when there is one, or when there was nothing to read.
 */
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** What every form in the tests is filled in with: a name that nobody has, and numbers of a region that does not exist. */
export const testCanaries: readonly string[] = ['KANARI', '99999901'];

export interface CanaryFind {
  /** Path of the file, and of what was packed in it. */
  readonly where: string;
  readonly canary: string;
  readonly coding: string;
}

interface Needle {
  readonly canary: string;
  readonly coding: string;
  readonly bytes: Buffer;
}

const deepestPacking = 3;
const mostUnpackedBytes = 64 * 1024 * 1024;

/** Every find in one piece of bytes. */
export function scanBytes(where: string, bytes: Buffer, canaries: readonly string[] = testCanaries): CanaryFind[] {
  return scan(where, bytes, canaries.flatMap(needlesOf), 0);
}

/** Every find in files and folders, but for paths that `except` names; `read` counts the files, so that nobody takes an empty folder for a clean one. */
export function scanPaths(
  paths: readonly string[],
  { canaries = testCanaries, except }: { readonly canaries?: readonly string[]; readonly except?: RegExp } = {},
): { readonly finds: readonly CanaryFind[]; readonly read: number } {
  const files = paths.flatMap((path) =>
    statSync(path).isDirectory()
      ? globSync('**/*', { cwd: path, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
      : [path],
  );
  const looked = files.filter((file) => except?.test(file) !== true);
  return { finds: looked.flatMap((file) => scanBytes(file, readFileSync(file), canaries)), read: looked.length };
}

function scan(where: string, bytes: Buffer, needles: readonly Needle[], depth: number): CanaryFind[] {
  const folded = foldCase(bytes);
  const finds = needles
    .filter((needle) => (needle.coding.startsWith('base64') ? bytes : folded).includes(needle.bytes))
    .map(({ canary, coding }) => ({ where, canary, coding }));
  if (depth >= deepestPacking) return finds;
  for (const { coding, content } of unpackedFrom(bytes))
    finds.push(...scan(`${where} (${coding})`, content, needles, depth + 1));
  return finds;
}

/** "Kanari" is found as well: letters are compared as capitals, except in base64, where they mean other things. */
function foldCase(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => (byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte)));
}

function needlesOf(canary: string): readonly Needle[] {
  const upper = canary.toUpperCase();
  const spellings = [...new Set([upper, canary.toLowerCase(), upper.slice(0, 1) + canary.slice(1).toLowerCase()])];
  return [
    { canary, coding: 'UTF-8', bytes: Buffer.from(upper) },
    { canary, coding: 'UTF-16LE', bytes: Buffer.from(upper, 'utf16le') },
    { canary, coding: 'UTF-16BE', bytes: Buffer.from(upper, 'utf16le').swap16() },
    ...spellings.flatMap((spelt) => {
      const hex = Buffer.from(spelt).toString('hex').toUpperCase();
      return [
        { canary, coding: 'hexadecimal', bytes: Buffer.from(hex) },
        { canary, coding: 'URL escapes', bytes: Buffer.from(hex.replaceAll(/../g, '%$&')) },
        ...base64Needles(canary, spelt),
      ];
    }),
  ];
}

/** A text begins at the first, second or third byte of a group: each gives other letters, and the outer ones are left out. */
function base64Needles(canary: string, text: string): readonly Needle[] {
  return [0, 1, 2].flatMap((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]);
    const from = Math.ceil((offset * 8) / 6);
    const to = Math.floor((bytes.length * 8) / 6);
    const inner = bytes.toString('base64').slice(from, to);
    return [...new Set([inner, inner.replaceAll('+', '-').replaceAll('/', '_')])].map((letters) => ({
      canary,
      coding: `base64+${offset}`,
      bytes: Buffer.from(letters),
    }));
  });
}

function unpackedFrom(bytes: Buffer): readonly { readonly coding: string; readonly content: Buffer }[] {
  const unpacked: { coding: string; content: Buffer }[] = [];
  const lenient = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostUnpackedBytes };
  const attempt = (coding: string, unpack: () => Buffer): void => {
    try {
      const content = unpack();
      if (content.length > 0) unpacked.push({ coding, content });
    } catch {
      // Not packed in this way.
    }
  };
  // Also in the middle of another file: a cache entry, an archive, a recording of the network.
  for (
    let at = bytes.indexOf('\u001f\u008b\b', 0, 'latin1');
    at !== -1;
    at = bytes.indexOf('\u001f\u008b\b', at + 1, 'latin1')
  )
    attempt('gzip', () => gunzipSync(bytes.subarray(at), lenient));
  for (
    let at = bytes.indexOf('PK\u0003\u0004', 0, 'latin1');
    at !== -1;
    at = bytes.indexOf('PK\u0003\u0004', at + 1, 'latin1')
  ) {
    const start = at + 30 + zipLength(bytes, at + 26) + zipLength(bytes, at + 28);
    attempt('zip', () => inflateRawSync(bytes.subarray(start), lenient));
  }
  if (bytes[0] === 0x78) attempt('deflate', () => inflateSync(bytes, lenient));
  // Brotli has no mark of its own: only a whole file can be tried.
  attempt('brotli', () => brotliDecompressSync(bytes, { maxOutputLength: mostUnpackedBytes }));
  return unpacked;
}

function zipLength(bytes: Buffer, at: number): number {
  return at + 2 <= bytes.length ? bytes.readUInt16LE(at) : 0;
}

if (import.meta.main) {
  const { finds, read } = scanPaths(process.argv.slice(2));
  for (const { where, canary, coding } of finds) console.error(`${where}: ${canary} as ${coding}`);
  console.log(`canary-scan: ${read} files, ${finds.length} finds`);
  if (finds.length > 0 || read === 0) process.exitCode = 1;
}
