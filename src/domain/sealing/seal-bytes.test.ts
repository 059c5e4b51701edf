import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { webPrimitives } from '#api/sealing/web-primitives.ts';
import { nodePrimitives } from '#server/sealing/node-primitives.ts';
import { formItem, headerBytes, itemInfo, sealedSize, segmentBytes, segmentNonce } from './frames.ts';
import type { Bytes, SealPrimitives } from './primitives.ts';
import { openBytes, openSegments, sealBytes } from './seal-bytes.ts';

const key: Bytes = Uint8Array.from(randomBytes(32));
const app = '0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e4f';
const info = itemInfo(app, formItem);
const bytes = (length: number): Bytes => Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) % 256);

/** Lengths around every edge of a segment. */
const edges = [0, 1, segmentBytes - 57, segmentBytes - 56, segmentBytes - 55, 2 * segmentBytes - 72, 2 * segmentBytes];

describe.each([
  ['WebCrypto', webPrimitives],
  ['the server’s library', nodePrimitives],
] as const)('bytes sealed with %s', (_name, primitives) => {
  it.each(edges)('open to the same %i bytes, here and on the other side', async (length) => {
    const plain = bytes(length);
    const sealed = await sealBytes(primitives, key, info, plain);
    expect(sealed.length).toBe(sealedSize(length));
    for (const other of [webPrimitives, nodePrimitives])
      expect(Buffer.compare((await openBytes(other, key, info, sealed)) ?? Buffer.of(9), plain)).toBe(0);
  });

  it('do not open under another key, for another application or as another item', async () => {
    const sealed = await sealBytes(primitives, key, info, bytes(100));
    const other = '0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e50';
    expect(await openBytes(primitives, bytes(32), info, sealed)).toBeUndefined();
    expect(await openBytes(primitives, key, itemInfo(other, formItem), sealed)).toBeUndefined();
    expect(await openBytes(primitives, key, itemInfo(app, other), sealed)).toBeUndefined();
  });
});

it('are laid out as published: a reader written from the format’s description opens them', async () => {
  const plain = bytes(segmentBytes + 1000);
  const sealed = Buffer.from(await sealBytes(webPrimitives, key, info, plain));
  const derived = Buffer.from(hkdfSync('sha256', key, sealed.subarray(1, 33), info, 32));
  const parts = [sealed.subarray(40, segmentBytes), sealed.subarray(segmentBytes)];
  const opened = parts.map((part, index) => {
    const nonce = Buffer.concat([sealed.subarray(33, 40), Buffer.of(0, 0, 0, index, index === 1 ? 1 : 0)]);
    const decipher = createDecipheriv('aes-256-gcm', derived, nonce);
    decipher.setAuthTag(part.subarray(-16));
    return Buffer.concat([decipher.update(part.subarray(0, -16)), decipher.final()]);
  });
  expect(Buffer.concat(opened).equals(plain)).toBe(true);
});

describe('R4: what was done to sealed bytes is noticed', () => {
  const plain = bytes(3 * segmentBytes + 500);
  const segments = [0, 1, 2, 3];

  async function parts(): Promise<{ readonly header: Buffer; readonly frames: readonly Buffer[] }> {
    const sealed = Buffer.from(await sealBytes(webPrimitives, key, info, plain));
    const frames = segments.map((index) =>
      sealed.subarray(index === 0 ? headerBytes : index * segmentBytes, (index + 1) * segmentBytes),
    );
    return { header: sealed.subarray(0, headerBytes), frames };
  }
  const opens = (...all: readonly Buffer[]) => openBytes(webPrimitives, key, info, Uint8Array.from(Buffer.concat(all)));

  it('whole it opens', async () => {
    const { header, frames } = await parts();
    expect(await opens(header, ...frames)).toHaveLength(plain.length);
  });

  it('swapped, left out, doubled or cut off anywhere it does not', async () => {
    const { header, frames } = await parts();
    const orders = [[0, 2, 1, 3], [0, 1, 3], [1, 2, 3], [0, 1, 1, 2, 3], [0, 1, 2, 3, 3], [0, 1, 2], [0], []];
    for (const order of orders)
      expect(await opens(header, ...order.flatMap((index) => frames[index] ?? [])), order.join()).toBeUndefined();
  });

  it('one flipped bit or a cut of any length is refused, in header, frame and tag', async () => {
    const small = await sealBytes(webPrimitives, key, info, bytes(700));
    await fc.assert(
      fc.asyncProperty(fc.nat(small.length - 1), fc.nat(7), async (at, bit) => {
        const flipped = small.slice();
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        expect(await openBytes(webPrimitives, key, info, flipped)).toBeUndefined();
        expect(await openBytes(webPrimitives, key, info, small.slice(0, at))).toBeUndefined();
      }),
      { numRuns: 2_000 },
    );
  });

  it('no nonce comes twice under one key, and no two items share a key, over 200,000 frames', () => {
    const used = new Set<string>();
    const frames = { items: 400, each: 500 };
    for (let item = 0; item < frames.items; item += 1) {
      const salt = randomBytes(32);
      const derived = Buffer.from(hkdfSync('sha256', key, salt, itemInfo(app, String(item)), 32)).toString('base64');
      const header = { salt: Uint8Array.from(salt), noncePrefix: new Uint8Array(7) };
      for (let index = 0; index < frames.each; index += 1)
        used.add(`${derived} ${Buffer.from(segmentNonce(header, index, index + 1 === frames.each)).toString('hex')}`);
    }
    expect(used.size).toBe(frames.items * frames.each);
  });

  it('every encryption that is really made has a nonce and a key of its own', async () => {
    const used: string[] = [];
    const watched: SealPrimitives = {
      randomBytes: webPrimitives.randomBytes,
      deriveCipher: async (contentKey, salt, about) => {
        const derived = Buffer.from(hkdfSync('sha256', contentKey, salt, about, 32));
        return {
          encrypt: async (nonce, frame) => {
            used.push(`${derived.toString('hex')} ${Buffer.from(nonce).toString('hex')}`);
            const cipher = createCipheriv('aes-256-gcm', derived, nonce);
            return Uint8Array.from(Buffer.concat([cipher.update(frame), cipher.final(), cipher.getAuthTag()]));
          },
          decrypt: async () => undefined,
        };
      },
    };
    for (let again = 0; again < 50; again += 1) await sealBytes(watched, key, info, plain);
    expect(new Set(used).size).toBe(50 * segments.length);
  });
});

it('opens in pieces of any size, and says nothing is whole before the end', async () => {
  const plain = bytes(segmentBytes + 900);
  const sealed = await sealBytes(webPrimitives, key, info, plain);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 400, max: 300_000 }), async (size) => {
      const chunks = Array.from({ length: Math.ceil(sealed.length / size) }, (_, index) =>
        sealed.subarray(index * size, (index + 1) * size),
      );
      const pieces: Bytes[] = [];
      for await (const piece of openSegments(webPrimitives, key, info, chunks)) {
        if (piece === 'broken') throw new Error('does not open');
        pieces.push(piece);
      }
      expect(Buffer.concat(pieces).equals(plain)).toBe(true);
    }),
    { examples: [[9_999]], numRuns: 20 },
  );
});
