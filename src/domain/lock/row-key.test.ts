import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { webLockPrimitives as primitives } from '#api/lock/web-lock-primitives.ts';
import { pinProblem } from './pin.ts';
import { makeWords } from './passphrase.ts';
import { passphraseWords } from './passphrase-words.ts';
import { rowKey, type Place, type RowKey } from './row-key.ts';
import { unwrapKey, wrapKey } from './wraps.ts';

const names = { lockId: 'lock-1', owner: 'account-a' };
const vaultKey = primitives.randomBytes(32);
const keyOf = async (owner = names.owner, lockId = names.lockId): Promise<RowKey> =>
  rowKey(primitives, await primitives.hold(vaultKey), { lockId, owner });

const place = fc.record<Place>({
  table: fc.constantFrom('drafts', 'documents', 'payloads', 'wallet', 'residents'),
  id: fc.string({ maxLength: 12 }),
});
const plain = fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Uint8Array.from(bytes));

describe('R4: a row under a lock', () => {
  it('opens at its place to what it was, and at no other place, for no other owner and under no other lock', async () => {
    const [key, others] = [await keyOf(), [await keyOf('account-b'), await keyOf(names.owner, 'lock-2')]];
    await fc.assert(
      fc.asyncProperty(place, place, plain, async (here, there, bytes) => {
        const sealed = await key.seal(here, bytes);
        expect(await key.open(here, sealed)).toEqual(bytes);
        for (const other of others) expect(await other.open(here, sealed)).toBeUndefined();
        if (here.table !== there.table || here.id !== there.id) expect(await key.open(there, sealed)).toBeUndefined();
      }),
      { numRuns: 2_000 },
    );
  });

  it('changed anywhere or cut off it does not open, and sealed again it is never the same', async () => {
    const key = await keyOf();
    const here: Place = { table: 'drafts', id: 'd' };
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(plain, fc.nat(), fc.nat(7), async (bytes, at, bit) => {
        const sealed = await key.seal(here, bytes);
        seen.add(Buffer.from(sealed.subarray(1, 40)).toString('hex'));
        const changed = sealed.slice();
        const index = at % sealed.length;
        changed[index] = (changed[index] ?? 0) ^ (1 << bit);
        expect(await key.open(here, changed)).toBeUndefined();
        expect(await key.open(here, sealed.slice(0, index))).toBeUndefined();
      }),
      { numRuns: 2_000 },
    );
    expect(seen.size).toBeGreaterThanOrEqual(2_000);
  });
});

describe('the key of a lock', () => {
  const right = { way: 'pin', text: '280194' } as const;

  it('is given by its secret, in its row, and by nothing else', async () => {
    const wrap = await wrapKey(primitives, names, vaultKey, right, 1_000);
    expect(await unwrapKey(primitives, names, wrap, right)).toEqual(vaultKey);
    expect(await unwrapKey(primitives, names, wrap, { ...right, text: '280195' })).toBeUndefined();
    expect(await unwrapKey(primitives, { ...names, owner: 'account-b' }, wrap, right)).toBeUndefined();
    expect(await unwrapKey(primitives, names, wrap, { way: 'passphrase', text: '280194' })).toBeUndefined();
    const moved = { ...wrap, way: 'passphrase' as const };
    expect(await unwrapKey(primitives, names, moved, { way: 'passphrase', text: '280194' })).toBeUndefined();
  });

  it('of a passkey is what the authenticator gives', async () => {
    const output = primitives.randomBytes(32);
    const parts = {
      way: 'passkey',
      salt: primitives.randomBytes(32),
      credentialId: primitives.randomBytes(16),
    } as const;
    const wrap = await wrapKey(primitives, names, vaultKey, { ...parts, output });
    expect(await unwrapKey(primitives, names, wrap, { ...parts, output })).toEqual(vaultKey);
    expect(await unwrapKey(primitives, names, wrap, { ...parts, output: primitives.randomBytes(32) })).toBeUndefined();
  });

  it('is wrapped with 600,000 rounds, never like another time', async () => {
    const [one, other] = [
      await wrapKey(primitives, names, vaultKey, right),
      await wrapKey(primitives, names, vaultKey, right),
    ];
    expect(one.iterations).toBe(600_000);
    expect(one.salt).not.toEqual(other.salt);
  });
});

describe('secrets', () => {
  it.each([
    ['280194', null],
    ['12345', 'too-short'],
    ['12345a', 'too-short'],
    ['111111', 'too-easy'],
    ['123456', 'too-easy'],
    ['654321', 'too-easy'],
  ])('the PIN %s: %s', (pin, problem) => expect(pinProblem(pin)).toBe(problem));

  it('six words of 512 by chance: 54 bits', () => {
    expect(new Set(passphraseWords).size).toBe(512);
    expect(passphraseWords.every((word) => /^[a-z]{4,8}$/u.test(word))).toBe(true);
    const made = makeWords(primitives.randomBytes).split(' ');
    expect(made).toHaveLength(6);
    expect(made.every((word) => passphraseWords.includes(word))).toBe(true);
    expect(makeWords(primitives.randomBytes)).not.toBe(made.join(' '));
  });
});
