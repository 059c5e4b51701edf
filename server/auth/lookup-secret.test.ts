import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authKeysOf } from './auth-keys.ts';
import { lookupSecrets } from './lookup-secret.ts';

const secrets = lookupSecrets(authKeysOf('only-for-tests-0123456789abcdefghij'));

describe('the secret of a receipt', () => {
  it('has 128 bits, of which every one may be either', () => {
    const seen = new Set<string>();
    const ones = Array.from({ length: 26 }, () => new Set<string>());
    for (let index = 0; index < 2000; index += 1) {
      const secret = secrets.of(`application ${index}`);
      expect(secret).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
      seen.add(secret);
      for (const [place, letter] of [...secret].entries()) ones[place]?.add(letter);
    }
    expect(seen.size).toBe(2000);
    // The first letter holds the three bits that are left over.
    expect(ones.map(({ size }) => size)).toEqual([8, ...Array.from({ length: 25 }, () => 32)]);
  });

  it('is right as printed, as typed by hand, and for its own application only', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, other) => {
        const secret = secrets.of(one);
        expect(secrets.isRight(one, secret)).toBe(true);
        const typed = secret.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll(/.{4}/g, '$& ');
        expect(secrets.isRight(one, typed)).toBe(true);
        expect(secrets.isRight(other, secret)).toBe(one === other);
      }),
    );
  });

  it('is never right where there is no application, not even the one of nobody', () => {
    expect(secrets.isRight(null, secrets.of('nobody'))).toBe(false);
  });

  it('is another one where the office has another secret', () => {
    const others = lookupSecrets(authKeysOf('another-secret-0123456789abcdefghijk'));
    expect(others.of('a')).not.toBe(secrets.of('a'));
  });
});
