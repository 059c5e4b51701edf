import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sealToLock } from './seal-to-lock.ts';
import { makeInbox, openInbox } from './web-inbox.ts';

const text = fc.string({ unit: 'binary', maxLength: 600 }).filter((one) => one.isWellFormed() && !/\s$/u.test(one));

it('R4: what is sealed to a lock opens at its place under its pair, and changed or anywhere else not at all', async () => {
  const [mine, other] = [await makeInbox(), await makeInbox()];
  const opens = await openInbox(mine);
  const others = await openInbox(other);
  await fc.assert(
    fc.asyncProperty(text, fc.string(), fc.nat(), fc.nat(7), async (plain, place, at, bit) => {
      const sealed = await sealToLock(mine.publicKey, place, plain);
      expect((await opens(place, sealed))?.trimEnd()).toBe(plain);
      expect(await opens(`${place}.`, sealed)).toBeUndefined();
      expect(await others(place, sealed)).toBeUndefined();
      const changed = sealed.slice(0);
      const bytes = new Uint8Array(changed);
      bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ (1 << bit);
      expect(await opens(place, changed)).toBeUndefined();
      expect(await opens(place, sealed.slice(0, at % sealed.byteLength))).toBeUndefined();
    }),
    { numRuns: 200 },
  );
});

it('R4: the same text is never sealed to the same bytes, and its length is rounded up', async () => {
  const { publicKey } = await makeInbox();
  const all = await Promise.all(['a', 'a', 'ab'].map((plain) => sealToLock(publicKey, 'p', plain)));
  expect(new Set(all.map((one) => Buffer.from(one).toString('hex'))).size).toBe(3);
  expect(new Set(all.map((one) => one.byteLength)).size).toBe(1);
});
