import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase45, toBase45 } from './base45.ts';
import { type Collected, createCollector } from './collector.ts';
import { crc32 } from './crc32.ts';
import { type FrameSequence, framesOf } from './frames.ts';

const wholes = fc.uint8Array({ minLength: 1, maxLength: 9_000 });
/** By chance alone, one run in 2^24 needs more. */
const spare = 24;

function sequenceOf(whole: Uint8Array): FrameSequence {
  const sequence = framesOf(whole);
  if (sequence === null) throw new Error('too large');
  return sequence;
}

function read(texts: readonly string[]): Collected[] {
  const take = createCollector();
  return texts.map((text) => take(text));
}

const bytesIn = (seen: readonly Collected[]) => seen.flatMap((one) => (one.kind === 'whole' ? [one.bytes] : []));

describe('Base45', () => {
  it('is that of RFC 9285', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(toBase45(bytes('Hello!!'))).toBe('%69 VD92EX0');
    expect(toBase45(bytes('base-45'))).toBe('UJCLQE7W581');
    expect(fromBase45('QED8WEX0')).toEqual(bytes('ietf!'));
  });

  it.each(['GGW', ':::', '::', 'A', 'ab', 'ÄÖÜ'])('has no %s in it', (text) => {
    expect(fromBase45(text)).toBeUndefined();
  });

  it('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromBase45(toBase45(bytes))).toEqual(bytes);
      }),
    );
  });
});

describe('a sequence of codes', () => {
  it('has the CRC-32 that others have', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcb_f4_39_26);
  });

  it('fits a code of version 15 with every frame', () => {
    // ISO/IEC 18004, table 7: letters in 15-L.
    expect(sequenceOf(new Uint8Array(60_000).fill(255)).text(70_000).length).toBeLessThanOrEqual(758);
  });

  it('that goes through whole is read in one round, and counts up', () => {
    const whole = new Uint8Array(1_000).map((_byte, at) => at);
    const { text } = sequenceOf(whole);
    expect(read([text(0), text(2), text(0), text(1)])).toEqual([
      { kind: 'part', have: 1, total: 3 },
      { kind: 'part', have: 2, total: 3 },
      { kind: 'part', have: 2, total: 3 },
      { kind: 'whole', bytes: whole },
    ]);
  });

  it('is read in any order, with any of it twice', () => {
    fc.assert(
      fc.property(
        wholes.chain((whole) => {
          const all = Array.from({ length: sequenceOf(whole).total }, (_none, index) => index);
          const twice = fc.subarray(all).map((again) => [...all, ...again]);
          return fc.record({
            whole: fc.constant(whole),
            order: twice.chain((some) => fc.shuffledSubarray(some, { minLength: some.length })),
          });
        }),
        ({ whole, order }) => {
          const { text } = sequenceOf(whole);
          const [first] = bytesIn(read(order.map((index) => text(index))));
          expect(first).toEqual(whole);
        },
      ),
    );
  });

  it('costs no more frames for those that were missed than as many again', () => {
    fc.assert(
      fc.property(
        wholes,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        (whole, chance, loss) => {
          const { text, total } = sequenceOf(whole);
          const seen: string[] = [];
          for (let index = 0; seen.length < total + spare; index += 1) {
            const { value } = chance.next();
            if (value !== undefined && value >= loss) seen.push(text(index));
            if (index > 10 * (total + spare)) break;
          }
          fc.pre(seen.length === total + spare);
          expect(bytesIn(read(seen))[0]).toEqual(whole);
        },
      ),
    );
  });

  it('is never put together wrongly, whatever is spoilt and whoever else shows one', () => {
    const spoiling = fc.record({ at: fc.nat(744), letter: fc.constantFrom('0', 'A', 'Z', ':', 'a') });
    const shown = fc.record({ mine: fc.boolean(), index: fc.nat(40), spoilt: fc.option(spoiling) });
    fc.assert(
      fc.property(wholes, wholes, fc.array(shown, { maxLength: 80 }), (mine, theirs, frames) => {
        const texts = frames.map((frame) => {
          const text = sequenceOf(frame.mine ? mine : theirs).text(frame.index);
          const { at, letter } = frame.spoilt ?? { at: 0, letter: 'Q' };
          return text.slice(0, at) + letter + text.slice(at + 1);
        });
        for (const bytes of bytesIn(read(texts))) expect([mine, theirs]).toContainEqual(bytes);
      }),
    );
  });

  it('keeps what was read while another one comes into view', () => {
    const mine = sequenceOf(new Uint8Array(1_500).fill(1));
    const theirs = sequenceOf(new Uint8Array(1_500).fill(2));
    const seen = read([mine.text(0), theirs.text(0), mine.text(1), theirs.text(1), mine.text(2), mine.text(3)]);
    expect(seen[4]).toEqual({ kind: 'part', have: 3, total: 4 });
    expect(bytesIn(seen)).toEqual([new Uint8Array(1_500).fill(1)]);
  });

  it('with one letter changed is refused', () => {
    const text = sequenceOf(new Uint8Array(700).fill(7)).text(1);
    fc.assert(
      fc.property(fc.integer({ min: 4, max: text.length - 1 }), fc.constantFrom(...'019AZ $:'), (at, letter) => {
        fc.pre(text[at] !== letter);
        expect(read([text.slice(0, at) + letter + text.slice(at + 1)])).toEqual([{ kind: 'unreadable' }]);
      }),
    );
  });

  it('of a whole that nobody showed comes to nothing, and starts again', () => {
    const whole = new Uint8Array(900).map((_byte, at) => at >>> 2);
    const { text } = sequenceOf(whole);
    // A frame that says the other block is its own, with a CRC made for it.
    const forged = fromBase45(text(0).slice(4)) ?? new Uint8Array();
    new DataView(forged.buffer).setUint16(8, 1);
    new DataView(forged.buffer).setUint32(490, crc32(forged.subarray(0, 490)));
    const seen = read([`QF1:${toBase45(forged)}`, text(0), text(0), text(1)]);
    expect(seen.map(({ kind }) => kind)).toEqual(['part', 'unreadable', 'part', 'whole']);
    expect(bytesIn(seen)).toEqual([whole]);
  });

  it('of a release to come is told from other codes', () => {
    expect(read(['QF2:ABC', 'https://example.test/', 'QF1:ABC', 'QF1:'])).toEqual([
      { kind: 'other-version' },
      { kind: 'unreadable' },
      { kind: 'unreadable' },
      { kind: 'unreadable' },
    ]);
  });

  it('can’t make a reader keep more than a file of its kind has', () => {
    expect(framesOf(new Uint8Array(512 * 480 + 1))).toBeNull();
    expect(framesOf(new Uint8Array())).toBeNull();
    const head = new Uint8Array(15);
    new DataView(head.buffer).setUint32(4, 0xff_ff_ff);
    new DataView(head.buffer).setUint32(11, crc32(head.subarray(0, 11)));
    expect(read([`QF1:${toBase45(head)}`])).toEqual([{ kind: 'unreadable' }]);
  });
});
