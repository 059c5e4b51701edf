import { describe, expect, it } from 'vitest';
import { fetchClaimedAt, fetchClaimOffers, putClaim } from './claims.ts';
import type { HttpAnswer, HttpClient, HttpRequest, Silence } from './http-client.ts';

const nowMs = () => 0;
const clientOf = (answer: HttpAnswer | Silence, sent: HttpRequest[] = []): HttpClient => ({
  send: (request) => {
    sent.push(request);
    return Promise.resolve(answer);
  },
});
const answered = (status: number, body: unknown): HttpAnswer => ({
  kind: 'answer',
  status,
  mediaType: status < 300 ? 'application/json' : 'application/problem+json',
  body,
  header: () => null,
});
const item = {
  id: 'a',
  serviceId: 'kia',
  registrationNumber: '3603-2026-000001',
  receivedAt: '2026-11-26T03:00:00.000Z',
  office: { level: 'desa', area: '36.03.01.2003' },
  claimed: false,
};
const receipt = {
  id: 'a',
  registrationNumber: '3603-2026-000001',
  status: 'submitted',
  version: 1,
  receivedAt: '2026-11-26T03:00:00.000Z',
  missingDocuments: [],
};

describe('what the office offers to a number', () => {
  it('is read word by word, and an item of another shape is left out', async () => {
    const body = { items: [item, { ...item, id: 'b', office: { level: 'moon' }, claimed: true }, { id: 'c' }, null] };
    expect(await fetchClaimOffers(clientOf(answered(200, body)), nowMs)).toEqual([
      {
        applicationId: 'a',
        serviceId: 'kia',
        registrationNumber: '3603-2026-000001',
        receivedAtMs: Date.parse('2026-11-26T03:00:00Z'),
        office: { level: 'desa', area: '36.03.01.2003' },
        isClaimed: false,
      },
      expect.objectContaining({ applicationId: 'b', office: null, isClaimed: true }),
    ]);
  });

  it.each([{ kind: 'silence' } as const, answered(404, {}), answered(503, {}), answered(200, { items: 'x' })])(
    'is nothing where there is no answer of ours: %j',
    async (answer) => {
      expect(await fetchClaimOffers(clientOf(answer), nowMs)).toEqual([]);
    },
  );
});

describe('claiming', () => {
  it('sends the digits alone, and gives the receipt of that application only', async () => {
    const sent: HttpRequest[] = [];
    expect(await putClaim(clientOf(answered(200, receipt), sent), nowMs, 'a', '1234')).toMatchObject({
      kind: 'claimed',
      receipt: { applicationId: 'a' },
    });
    expect(sent).toMatchObject([{ method: 'PUT', target: '/v1/applications/a/claim', body: '{"nikEnding":"1234"}' }]);
    expect(await putClaim(clientOf(answered(200, receipt)), nowMs, 'b', '1234')).toEqual({ kind: 'no-connection' });
  });

  it.each([
    [answered(422, {}), 'wrong-digits'],
    [answered(409, {}), 'closed'],
    [answered(404, {}), 'gone'],
    [answered(401, {}), 'sign-in-needed'],
    [answered(503, {}), 'no-connection'],
    [{ kind: 'silence' } as const, 'no-connection'],
  ])('%j means %s', async (answer, kind) => {
    expect(await putClaim(clientOf(answer), nowMs, 'a', '1234')).toEqual({ kind });
  });
});

describe('whether its resident has taken it over', () => {
  const claimedAt = '2026-11-26T05:00:00.000Z';

  it('is what the office says of this very application', async () => {
    const sent: HttpRequest[] = [];
    const client = clientOf(answered(200, { ...receipt, claimedAt }), sent);
    expect(await fetchClaimedAt(client, nowMs, 'a')).toBe(Date.parse(claimedAt));
    expect(sent).toEqual([{ method: 'GET', target: '/v1/applications/a', headers: { Prefer: 'return=minimal' } }]);
    expect(await fetchClaimedAt(client, nowMs, 'b')).toBeNull();
  });

  it.each([
    answered(200, receipt),
    answered(200, { ...receipt, claimedAt: 'soon' }),
    answered(404, {}),
    { kind: 'silence' } as const,
  ])('is not said otherwise: %j', async (answer) => {
    expect(await fetchClaimedAt(clientOf(answer), nowMs, 'a')).toBeNull();
  });
});
