import { describe, expect, it } from 'vitest';
import { measureUpload } from '../../tools/bench/uploads.ts';

/** A quick line, so that the bytes can be counted without waiting for them. */
const profile = {
  name: '16 Mbit/s, 20 ms, cut every 256 kB',
  link: { upBytesPerSecond: 2_000_000, downBytesPerSecond: 8_000_000, roundTripMs: 20, cutEveryBytes: 256_000 },
  load: { applications: 1, filesEach: 5, fileBytes: 400_000, answerBytes: 4_000 },
  limitMs: 15_000,
};

describe('files over a line that is cut every 256 kB', () => {
  it('F35 F37: come whole, nothing acknowledged goes twice, and the office receives at most 1.03 of their bytes', async () => {
    const row = await measureUpload('ours', profile);
    expect(row).toMatchObject({ isDone: true, isWhole: true, resentAcknowledgedBytes: 0 });
    expect(row.cuts).toBeGreaterThanOrEqual(7);
    expect(row.officeBytesPerByte).toBeLessThanOrEqual(1.03);
  });
});
