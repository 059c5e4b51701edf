import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commitOf, faultsOfRelease, signRelease, type SignedManifest } from './manifest.ts';

const commit = '0123456789abcdef0123456789abcdef01234567';
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
let dist: string;
let signed: SignedManifest;

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'ajukan-release-'));
  mkdirSync(join(dist, 'assets'));
  writeFileSync(join(dist, 'index.html'), '<!doctype html>');
  writeFileSync(join(dist, 'assets', 'main.js'), 'export {}');
  signed = signRelease(dist, commit, privateKey);
});
afterEach(() => rmSync(dist, { recursive: true, force: true }));

describe('a signed release', () => {
  it('has every file as it was signed, and says from which commit', () => {
    expect(faultsOfRelease(dist, signed, publicKey)).toEqual([]);
    expect(commitOf(signed)).toBe(commit);
  });

  it('is the same when it is signed again', () => {
    expect(signRelease(dist, commit, privateKey)).toEqual(signed);
  });

  it('tells which file was changed, taken away or added', () => {
    writeFileSync(join(dist, 'assets', 'main.js'), 'export {} ');
    rmSync(join(dist, 'index.html'));
    writeFileSync(join(dist, 'assets', 'more.js'), '');
    expect(faultsOfRelease(dist, signed, publicKey)).toEqual([
      'index.html is missing',
      'assets/main.js is not what was signed',
      'assets/more.js was not signed',
    ]);
  });

  it('is nobody’s with another key, or with any other byte in manifest or signature', () => {
    const fault = ['the manifest is not signed with this key'];
    expect(faultsOfRelease(dist, signed, generateKeyPairSync('ed25519').publicKey)).toEqual(fault);
    fc.assert(
      fc.property(
        fc.constantFrom('manifest', 'signature'),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (which, at, by) => {
          const bytes = Buffer.from(signed[which]);
          const place = at % bytes.length;
          bytes[place] = (bytes[place] ?? 0) ^ by;
          expect(faultsOfRelease(dist, { ...signed, [which]: bytes }, publicKey)).toEqual(fault);
        },
      ),
    );
  });

  it('is refused without files, and for what is no commit', () => {
    expect(() => signRelease(join(dist, 'nothing'), commit, privateKey)).toThrow('There is nothing');
    expect(() => signRelease(dist, 'main', privateKey)).toThrow('commit');
  });
});
