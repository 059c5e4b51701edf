import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const worthIt = 'html,js,css,json,svg,webmanifest,txt,md,wasm';
/** Below this a header costs more than the saving. */
const smallestBytes = 512;

/** Writes `file.br` and `file.gz` beside every text file of a built folder; the server hands them out as they are. */
export function compressFolder(folder: string): { readonly files: number; readonly savedBytes: number } {
  let files = 0;
  let savedBytes = 0;
  for (const name of globSync(`**/*.{${worthIt}}`, { cwd: folder }).toSorted()) {
    const path = join(folder, name);
    const bytes = readFileSync(path);
    if (bytes.byteLength < smallestBytes) continue;
    const brotli = brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength },
    });
    const gzip = gzipSync(bytes, { level: 9 });
    if (brotli.byteLength < bytes.byteLength) writeFileSync(`${path}.br`, brotli);
    if (gzip.byteLength < bytes.byteLength) writeFileSync(`${path}.gz`, gzip);
    files += 1;
    savedBytes += bytes.byteLength - brotli.byteLength;
  }
  return { files, savedBytes };
}
