import { describe, expect, it } from 'vitest';
import { measureUpload } from '../../tools/bench/uploads.ts';

/** A quick line, so that the bytes can be counted without waiting for them. */
const profile = {
  name: '4 Mbit/s, 40 ms, cut every 256 kB',
  link: { upBytesPerSecond: 500_000, downBytesPerSecond: 2_000_000, roundTripMs: 40, cutEveryBytes: 256_000 },
  load: { applications: 1, filesEach: 5, fileBytes: 400_000, answerBytes: 4_000 },
  limitMs: 60_000,
};

describe('files over a line that is cut every 256 kB', () => {
  it('F35 F37: come whole, nothing acknowledged goes twice, and little else', { timeout: 200_000 }, async () => {
    const rows: Awaited<ReturnType<typeof measureUpload>>[] = [];
    const least = (of: 'officeBytesPerByte' | 'lineBytesPerByte') => Math.min(...rows.map((row) => row[of]));
    do {
      const row = await measureUpload('ours', profile);
      expect(row).toMatchObject({ isDone: true, isWhole: true, resentAcknowledgedBytes: 0 });
      expect(row.cuts).toBeGreaterThanOrEqual(7);
      rows.push(row);
      // What a busy machine has received and not yet written is lost with the connection; what we waste goes every time.
    } while (rows.length < 3 && (least('officeBytesPerByte') > 1.06 || least('lineBytesPerByte') > 1.4));
    // 1.02 with headers.
    expect(least('officeBytesPerByte')).toBeLessThanOrEqual(1.06);
    expect(least('lineBytesPerByte')).toBeLessThanOrEqual(1.4);
  });
});
