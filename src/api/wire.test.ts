import { describe, expect, it } from 'vitest';
import { isComplete } from '#domain/application/receipt.ts';
import { readChangePage, readReceipt, readTracked } from './wire.ts';

const at = '2026-01-01T00:00:00Z';
const newer = 'paused_for_payment';

describe('an office that is newer than this app', () => {
  const wire = { id: 'a', registrationNumber: 'R', status: newer, version: 2, receivedAt: at, missingDocuments: [] };

  it('has received an application, whatever it calls where it is', () => {
    const receipt = readReceipt(wire, 'a');
    expect(receipt?.status).toBe(newer);
    expect(receipt !== undefined && isComplete(receipt)).toBe(true);
  });

  it('has not received one whole that lacks papers', () => {
    const receipt = readReceipt({ ...wire, missingDocuments: ['paper-1'] }, 'a');
    expect(receipt !== undefined && isComplete(receipt)).toBe(false);
  });

  it('does not hold up the page of the feed on which it tells of it', () => {
    const known = { kind: 'application', applicationId: 'b', status: 'done', version: 1, at };
    const unknown = { kind: 'application', applicationId: 'a', status: newer, version: 2, at };
    const page = readChangePage({ items: [unknown, known], next: 'c', more: false });
    expect(page?.changes.map(({ status }) => status)).toEqual([newer, 'done']);
  });

  it('tells the reason of it too', () => {
    const view = { id: 'a', status: newer, version: 2, updatedAt: at, reason: 'Bayar dulu' };
    expect(readTracked(view, 'a')).toMatchObject({ status: newer, reason: 'Bayar dulu' });
  });

  it.each([undefined, null, '', 7, 'Two words', '<b>'])('is not asked to make sense of %j as a status', (status) => {
    expect(readReceipt({ ...wire, status }, 'a')).toBeUndefined();
  });
});
