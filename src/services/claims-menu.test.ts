import { describe, expect, it } from 'vitest';
import type { ClaimOffer } from '#domain/application/claim-offer.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { type ClaimsPorts, createClaimsMenu } from './claims-menu.ts';

const offer: ClaimOffer = {
  applicationId: 'a',
  serviceId: 'kia',
  registrationNumber: '3603-2026-000001',
  receivedAtMs: 10,
  office: { level: 'desa', area: '36.03.01.2003' },
  isClaimed: false,
};
const receipt = {
  applicationId: 'a',
  registrationNumber: '3603-2026-000001',
  status: 'submitted',
  version: 1,
  receivedAtMs: 10,
  missingDocumentIds: [],
} as const;

function phone(change: Partial<ClaimsPorts> = {}) {
  const kept: OutboxEntry[] = [];
  const asked: string[] = [];
  const menu = createClaimsMenu({
    fetchOffers: async () => [offer],
    putClaim: async (applicationId, nikEnding) => {
      asked.push(`${applicationId} ${nikEnding}`);
      return { kind: 'claimed', receipt };
    },
    fetchClaimedAt: async () => 77,
    accountId: async () => 'siti',
    isHere: async (applicationId) => kept.some((entry) => entry.applicationId === applicationId),
    serviceName: async (id) => ({ id }),
    keep: async (entry) => {
      kept.push(entry);
      return { kind: 'stored' };
    },
    nowMs: () => 99,
    ...change,
  });
  return { menu, kept, asked };
}

describe('what an officer put in for the person', () => {
  it('is in the list once it is claimed, with its receipt, and nothing of it is ever sent from here', async () => {
    const { menu, kept, asked } = phone();
    expect(await menu.offers()).toEqual([offer]);
    expect(await menu.claim(offer, '1234')).toEqual({ kind: 'claimed' });
    expect(asked).toEqual(['a 1234']);
    expect(kept).toMatchObject([
      {
        applicationId: 'a',
        ownerId: 'siti',
        claimedAtMs: 99,
        documents: [],
        delivery: { state: 'delivered', receipt },
      },
    ]);
  });

  it('asks nobody for anybody while nobody is signed in', async () => {
    const { menu, asked } = phone({
      accountId: async () => null,
      fetchOffers: () => Promise.reject(new Error('asked')),
      fetchClaimedAt: () => Promise.reject(new Error('asked')),
    });
    expect(await menu.claimedAtMs('a')).toBeNull();
    expect(await menu.offers()).toEqual([]);
    expect(await menu.claim(offer, '1234')).toEqual({ kind: 'sign-in-needed' });
    expect(asked).toEqual([]);
  });

  it('comes into the list of another phone of theirs without a question, once', async () => {
    const { menu, kept, asked } = phone({ fetchOffers: async () => [{ ...offer, isClaimed: true }] });
    expect(await menu.offers()).toEqual([]);
    expect(await menu.offers()).toEqual([]);
    expect([kept.length, asked.length]).toEqual([1, 1]);
  });

  it.each(['wrong-digits', 'closed', 'gone', 'sign-in-needed', 'no-connection'] as const)(
    'keeps nothing when the office says %s',
    async (kind) => {
      const { menu, kept } = phone({ putClaim: async () => ({ kind }) });
      expect(await menu.claim(offer, '1234')).toEqual({ kind });
      expect(kept).toEqual([]);
    },
  );

  it('says where it lies when the officer sent it from this very phone, and when it could not be kept', async () => {
    const kinds = [{ kind: 'on-other-account' }, { kind: 'failed', reason: 'quota' }] as const;
    for (const kept of kinds) expect(await phone({ keep: async () => kept }).menu.claim(offer, '1234')).toEqual(kept);
    expect(await phone({ keep: async () => ({ kind: 'gone' }) }).menu.claim(offer, '1234')).toEqual({
      kind: 'sign-in-needed',
    });
  });
});
