import { describe, expect, it } from 'vitest';
import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import type { OutboxItem } from '#services/menu.ts';
import { anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import { officeNews } from './office-news.ts';

function itemWith(receiptVersion: number, tracked: Partial<TrackedApplication> | null): OutboxItem {
  const receipt = { ...aReceipt(), status: 'submitted' as const, version: receiptVersion };
  return {
    entry: anEntry({ delivery: { state: 'delivered', receipt, deliveredAtMs: 1 } }),
    tracked:
      tracked === null
        ? null
        : {
            applicationId: 'application-1',
            status: 'returned',
            version: 1,
            changedAtMs: 5,
            reason: 'kabur',
            ...tracked,
          },
    sentBytes: 0,
    totalBytes: 0,
    leftBytes: 0,
  };
}

describe('what the office said last', () => {
  it('is the feed when it is as new as the receipt or newer', () => {
    expect(officeNews(itemWith(2, { version: 2 }))?.status).toBe('returned');
    expect(officeNews(itemWith(2, { version: 3 }))?.reason).toBe('kabur');
  });

  it('is the receipt when the feed has fallen behind it, without the old reason', () => {
    expect(officeNews(itemWith(3, { version: 2 }))).toMatchObject({ status: 'submitted', reason: null });
    expect(officeNews(itemWith(1, null))?.status).toBe('submitted');
  });

  it('is nothing for an application that the office does not have', () => {
    const waiting = { state: 'waiting', attempts: 0, nextTryAtMs: 0, lastProblem: null, receipt: aReceipt() } as const;
    expect(officeNews({ ...itemWith(1, {}), entry: anEntry({ delivery: waiting }) })).toBeNull();
  });
});
