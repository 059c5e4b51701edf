import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownPath } from './own-path.ts';

const origin = 'https://ajukan.example';

describe('where a sign-in leads', () => {
  it('is the page that was asked for', () => {
    expect(ownPath('/akun?kembali=/permohonan/a-1', origin)).toBe('/akun?kembali=/permohonan/a-1');
    expect(ownPath(undefined, origin)).toBe('/');
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    String.raw`/\evil.example`,
    '/\t/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    ['javascript', 'alert(1)'].join(':'),
    '@evil.example',
    '/v1/auth/oidc',
    '/a/../v1/auth/oidc/sign-out',
    '/akun\r\nSet-Cookie: sid=1',
    `/${'a'.repeat(400)}`,
  ])('is never %j', (asked) => {
    expect(ownPath(asked, origin)).toBe('/');
  });

  it('is of our own origin, whatever was asked', () => {
    const piece = fc.constantFrom('/', '\\', '.', '..', 'evil.example', 'https:', '@', '%2f', '%5c', '\t', '?', 'akun');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = ownPath(pieces.join(''), origin);
        expect(new URL(path, origin).origin).toBe(origin);
        expect(path.startsWith('//')).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
