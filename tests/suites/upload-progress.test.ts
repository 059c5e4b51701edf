import { describe, expect, it } from 'vitest';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { makeCargo, openOffice } from '../../tools/bench/uploads/cargo.ts';
import { sendOurs } from '../../tools/bench/uploads/ours.ts';
import { SlowLink } from '../../tools/bench/uploads/slow-link.ts';

/** A quick line that is cut. */
const line = { upBytesPerSecond: 2_000_000, downBytesPerSecond: 8_000_000, roundTripMs: 20, cutEveryBytes: 256_000 };
const load = { applications: 1, filesEach: 3, fileBytes: 400_000, answerBytes: 1_000 };

describe('how far an application has come, as a person is shown it', () => {
  it('is never more than the office holds, never goes back, and ends at everything', async () => {
    const office = await openOffice();
    const link = await SlowLink.open(line, office.port);
    const shown = new Map<string, number>();
    const noted: string[] = [];
    const compare = async ({ documents }: OutboxEntry): Promise<void> => {
      for (const { id, progress, sizeBytes } of documents) {
        if (progress.state === 'pending') continue;
        const before = shown.get(id) ?? 0;
        const now = progress.state === 'verified' ? sizeBytes : progress.offsetBytes;
        const held = progress.state === 'verified' ? sizeBytes : await office.heldBytes(progress.uploadUrl);
        if (now > held) noted.push(`${now} shown of ${held}`);
        if (now < before) noted.push(`${now} shown after ${before}`);
        shown.set(id, now);
      }
    };
    try {
      const cargo = makeCargo(load);
      const { isDone, urls } = await sendOurs(cargo, load.answerBytes, link.url, office, 15_000, compare);
      expect(isDone).toBe(true);
      expect(link.cuts).toBeGreaterThan(2);
      expect(noted).toEqual([]);
      expect([...shown.values()]).toEqual([400_000, 400_000, 400_000]);
      expect(await office.hasWhole(cargo.submissions, urls)).toBe(true);
    } finally {
      await link.close();
      await office.close();
    }
  });
});
