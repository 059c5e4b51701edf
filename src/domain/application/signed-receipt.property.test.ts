import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '#domain/signing/compact-jws.ts';
import { findReceipt, readSignedReceipt } from './signed-receipt.ts';

const claims = { iss: 'https://ajukan.example', jti: 'a', no: '3603-2026-000001', svc: 'kia', iat: 1_790_000_000 };

function textOf(header: object, body: object, signature = Buffer.alloc(64)): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(body)}.${signature.toString('base64url')}`;
}
const header = { alg: 'EdDSA', typ: 'receipt+jwt', kid: 'k1' };

describe('signed receipts', () => {
  it('base64url is read as everybody else writes it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(bytesOf(Buffer.from(bytes).toString('base64url'))).toEqual(bytes);
      }),
    );
  });

  it('claims with any letters are read back', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 100, unit: 'grapheme' }), (no) => {
        fc.pre(no.length <= 200);
        expect(readSignedReceipt(textOf(header, { ...claims, no }))?.claims.registrationNumber).toBe(no);
      }),
    );
  });

  it('no text makes it throw, and nothing but a receipt is taken for one', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
        expect(readSignedReceipt(text)).toBeUndefined();
        expect(findReceipt(text)).toBeUndefined();
      }),
    );
  });

  it.each([
    ['another algorithm', textOf({ ...header, alg: 'none' }, claims)],
    ['an HMAC', textOf({ ...header, alg: 'HS256' }, claims)],
    ['a token of another kind', textOf({ ...header, typ: 'JWT' }, claims)],
    ['no key', textOf({ alg: 'EdDSA', typ: 'receipt+jwt' }, claims)],
    ['no number', textOf(header, { ...claims, no: undefined })],
    ['a time that is none', textOf(header, { ...claims, iat: '2026' })],
    ['a short signature', textOf(header, claims, Buffer.alloc(63))],
  ])('%s is no receipt', (_, text) => {
    expect(readSignedReceipt(text)).toBeUndefined();
  });

  it('is found in a message and in an address, whole or not at all', () => {
    const receipt = textOf(header, claims, Buffer.alloc(64, 7));
    expect(findReceipt(`Tanda terima, periksa: https://ajukan.example/periksa#${receipt}`)).toBe(receipt);
    expect(findReceipt(`  ${receipt}\n`)).toBe(receipt);
    expect(findReceipt(receipt.slice(0, -3))).toBeUndefined();
  });
});
