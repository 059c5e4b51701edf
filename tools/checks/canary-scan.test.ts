import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanBytes, scanPaths } from './canary-scan.ts';

const said = 'nama: KANARI Siti, nik: 9999990101900001';
const ways: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  'as it is': (bytes) => bytes,
  UTF16: (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
  'UTF16, the other way': (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le').swap16(),
  base64: (bytes) => Buffer.from(bytes.toString('base64')),
  'base64 for addresses': (bytes) => Buffer.from(bytes.toString('base64url')),
  hexadecimal: (bytes) => Buffer.from(bytes.toString('hex')),
  'URL escapes': (bytes) => Buffer.from(bytes.toString('hex').replaceAll(/../g, '%$&')),
  gzip: (bytes) => gzipSync(bytes),
  deflate: (bytes) => deflateSync(bytes),
  brotli: (bytes) => brotliCompressSync(bytes),
  zip: (bytes) => Buffer.from(zipSync({ 'a.txt': new Uint8Array(bytes) })),
  'gzip in the middle of a file': (bytes) => Buffer.concat([Buffer.from('a cache entry'), gzipSync(bytes)]),
  'base64 of gzip is packed text, and then plain': (bytes) => gzipSync(Buffer.from(bytes.toString('base64'))),
};

describe('the canary scan', () => {
  test.each(Object.entries(ways))('finds a name and a number: %s', (_way, hide) => {
    const found = scanBytes('x', hide(Buffer.from(said))).map(({ canary }) => canary);
    expect(new Set(found)).toEqual(new Set(['KANARI', '99999901']));
  });

  test('finds them wherever in a text they stand', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom(...Object.values(ways)), (before, after, hide) => {
        expect(scanBytes('x', hide(Buffer.from(`${before}KANARI${after}`)))).not.toEqual([]);
      }),
    );
  });

  test('finds it however it is spelt', () => {
    for (const spelt of ['kanari', 'Kanari', 'KANARI'])
      for (const hide of Object.values(ways)) expect(scanBytes('x', hide(Buffer.from(`a ${spelt} b`)))).not.toEqual([]);
  });

  test('finds nothing where there is nothing, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(scanBytes('x', Buffer.from(bytes))).toEqual([]);
      }),
    );
  });

  test('reads every file of a folder, and says how many', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ajukan-canary-'));
    mkdirSync(join(folder, 'a'));
    writeFileSync(join(folder, 'a', 'clean.txt'), 'halo');
    writeFileSync(join(folder, 'a', 'leak.bin'), gzipSync(Buffer.from(said)));
    const { finds, read } = scanPaths([folder]);
    rmSync(folder, { recursive: true });
    expect(read).toBe(2);
    expect(finds).toContainEqual({
      where: `${join(folder, 'a', 'leak.bin')} (gzip)`,
      canary: 'KANARI',
      coding: 'UTF-8',
    });
    expect(finds.every(({ where }) => where.includes('leak.bin'))).toBe(true);
  });
});
