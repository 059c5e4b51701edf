import { describe, expect, it } from 'vitest';
import { afterPiece, afterSmallRequest, initialPace, mostInFlight, pieceBytes, type Pace } from './piece-size.ts';

const three = { ready: 3, soon: 0 };
const alone = { ready: 1, soon: 0 };

/** A line that carries so much, its pieces sent three at a time and acknowledged as they arrive. */
function seen(bytesPerMs: number, roundTripMs: number, totalBytes: number, before: Pace = initialPace): Pace {
  let pace = afterSmallRequest(before, roundTripMs);
  const startBytes = pace.arrivedBytes;
  while (pace.arrivedBytes - startBytes < totalBytes) {
    const lengthBytes = pieceBytes(pace, three);
    const tookMs = Math.max((3 * lengthBytes) / bytesPerMs, roundTripMs + lengthBytes / bytesPerMs);
    pace = arrived(pace, lengthBytes, tookMs, Math.max(0, pace.arrivedBytes - 2 * lengthBytes));
  }
  return pace;
}

function arrived(pace: Pace, lengthBytes: number, tookMs: number, arrivedBefore: number): Pace {
  const outcome = { kind: 'ok', value: { offsetBytes: 0 } } as const;
  return afterPiece(pace, { to: 'send-piece', documentId: 'd', tookMs, outcome }, lengthBytes, arrivedBefore);
}

function cut(pace: Pace): Pace {
  const outcome = { kind: 'unreachable', reason: 'network', status: null } as const;
  return afterPiece(pace, { to: 'send-piece', documentId: 'd', tookMs: 100, outcome }, 20_000, 0);
}

describe('how much is sent at once', () => {
  it('three pieces hold little more than a line that is cut carries in a round trip', () => {
    const pace = cut(seen(125, 300, 256_000));
    const together = 3 * pieceBytes(pace, three);
    expect(together).toBeGreaterThan(1.5 * 125 * 300);
    expect(together).toBeLessThan(2.2 * 125 * 300);
  });

  it('two pieces keep the line full while the third is acknowledged', () => {
    const pace = cut(seen(125, 300, 256_000));
    expect(2 * pieceBytes(pace, three)).toBeGreaterThanOrEqual(125 * 300);
  });

  it('what goes alone is longer, and what bridges the time of others lasts for a round trip', () => {
    const pace = cut(seen(125, 300, 256_000));
    expect(pieceBytes(pace, alone)).toBeGreaterThan(2 * pieceBytes(pace, three));
    expect(pieceBytes(pace, { ready: 1, soon: 2 })).toBeGreaterThanOrEqual(125 * 300);
  });

  it('grows on a line that holds, and shrinks when it is cut', () => {
    const short = seen(1_000, 20, 500_000);
    const long = seen(1_000, 20, 20_000_000, short);
    expect(pieceBytes(long, three)).toBeGreaterThan(2 * pieceBytes(short, three));
    const often = [1, 2, 3, 4, 5].reduce((pace) => cut(seen(1_000, 20, 60_000, pace)), cut(long));
    expect(pieceBytes(often, three)).toBeLessThan(pieceBytes(long, three) / 2);
  });

  it('pieces that die together are one cut', () => {
    const once = cut(seen(125, 300, 256_000));
    expect(cut(cut(once))).toEqual(once);
  });

  it('a thin line gets fewer pieces together, and none of more than it carries in some seconds', () => {
    const pace = cut(seen(6.25, 800, 64_000));
    expect(mostInFlight(pace)).toBeLessThan(mostInFlight(initialPace));
    expect(pieceBytes(pace, alone)).toBeLessThan(6.25 * 5_000);
  });

  it('stays within its limits whatever is measured', () => {
    for (const bytesPerMs of [0.001, 1, 1_000_000])
      for (const roundTripMs of [0, 1, 29_000])
        for (const demand of [alone, three, { ready: 0, soon: 0 }, { ready: 0, soon: 5 }]) {
          const size = pieceBytes({ ...initialPace, bytesPerMs, roundTripMs, sinceCutBytes: 1e12 }, demand);
          expect(size).toBeGreaterThanOrEqual(8 * 1024);
          expect(size).toBeLessThanOrEqual(1024 * 1024);
        }
  });

  it('the shortest way counts, and a clock that was set meanwhile tells nothing', () => {
    const pace = afterSmallRequest(afterSmallRequest(initialPace, 900), 300);
    expect(pace.roundTripMs).toBe(300);
    for (const tookMs of [700, -5_000, 3_600_000]) expect(afterSmallRequest(pace, tookMs)).toEqual(pace);
    expect(afterSmallRequest(pace, 2).roundTripMs).toBe(2);
    // Nobody was asked.
    for (const tookMs of [0, 1]) expect(afterSmallRequest(pace, tookMs).roundTripMs).toBe(300);
  });

  it('a refusal says nothing about the line', () => {
    const pace = seen(125, 300, 100_000);
    const outcome = { kind: 'offset-conflict' } as const;
    expect(afterPiece(pace, { to: 'send-piece', documentId: 'd', tookMs: 5, outcome }, 20_000, 0)).toEqual(pace);
  });
});
