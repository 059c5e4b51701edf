import { describe, expect, it } from 'vitest';
import { measureUpload } from '../../tools/bench/uploads.ts';

/** A quick line, so that the bytes can be counted without waiting for them. */
const profile = {
  name: '4 Mbit/s, 40 ms, cut every 256 kB',
  link: { upBytesPerSecond: 500_000, downBytesPerSecond: 2_000_000, roundTripMs: 40, cutEveryBytes: 256_000 },
  load: { applications: 1, filesEach: 5, fileBytes: 400_000, answerBytes: 4_000 },
  limitMs: 18_000,
};

describe('files over a line that is cut every 256 kB', () => {
  it('F35 F37: come whole, nothing acknowledged goes twice, and little else', async () => {
    const row = await measureUpload('ours', profile);
    expect(row).toMatchObject({ isDone: true, isWhole: true, resentAcknowledgedBytes: 0 });
    expect(row.cuts).toBeGreaterThanOrEqual(7);
    // 1.02 with headers; what a busy machine has received and not yet written is lost with the connection.
    expect(row.officeBytesPerByte).toBeLessThanOrEqual(1.06);
    expect(row.lineBytesPerByte).toBeLessThanOrEqual(1.4);
  });
});
