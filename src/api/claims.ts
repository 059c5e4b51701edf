import type { ClaimOffer } from '#domain/application/claim-offer.ts';
import type { Receipt } from '#domain/application/receipt.ts';
import type { Office } from '#domain/office/office.ts';
import { isRecord } from '#lib/is-record.ts';
import { classify } from './classify.ts';
import type { HttpClient } from './http-client.ts';
import { inShort } from './in-short.ts';
import { readReceipt } from './wire.ts';

const levels = ['desa', 'kecamatan', 'dinas'] as const;

/** Empty also for an office that offers none, and for silence. */
export async function fetchClaimOffers(http: HttpClient, nowMs: () => number): Promise<readonly ClaimOffer[]> {
  const answer = await http.send({ method: 'GET', target: '/v1/claims' }, new AbortController().signal);
  const outcome = classify(answer, 'resource', nowMs(), ({ mediaType, body }) =>
    mediaType === 'application/json' ? readOffers(body) : undefined,
  );
  return outcome.kind === 'ok' ? outcome.value : [];
}

type ClaimAnswer =
  | { readonly kind: 'claimed'; readonly receipt: Receipt }
  | { readonly kind: 'wrong-digits' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'sign-in-needed' }
  | { readonly kind: 'no-connection' };

/** "This is mine." Repeated after a lost answer, it is the same claim. */
export async function putClaim(
  http: HttpClient,
  nowMs: () => number,
  applicationId: string,
  nikEnding: string,
): Promise<ClaimAnswer> {
  const answer = await http.send(
    {
      method: 'PUT',
      target: `/v1/applications/${applicationId}/claim`,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ nikEnding }),
    },
    new AbortController().signal,
  );
  const outcome = classify(answer, 'resource', nowMs(), ({ mediaType, body }) =>
    mediaType === 'application/json' ? readReceipt(body, applicationId) : undefined,
  );
  if (outcome.kind === 'ok') return { kind: 'claimed', receipt: outcome.value };
  if (outcome.kind === 'sign-in-needed') return { kind: 'sign-in-needed' };
  if (outcome.kind !== 'refused') return { kind: 'no-connection' };
  if (outcome.status === 422) return { kind: 'wrong-digits' };
  return { kind: outcome.status === 409 ? 'closed' : 'gone' };
}

/** When the resident took over what this officer had put in for them; null for not yet, and for silence. */
export async function fetchClaimedAt(
  http: HttpClient,
  nowMs: () => number,
  applicationId: string,
): Promise<number | null> {
  const target = `/v1/applications/${applicationId}`;
  const answer = await http.send({ method: 'GET', target, headers: inShort }, new AbortController().signal);
  const outcome = classify(answer, 'resource', nowMs(), ({ mediaType, body }) =>
    mediaType === 'application/json' && isRecord(body) && body['id'] === applicationId ? body : undefined,
  );
  const claimedAt = outcome.kind === 'ok' ? outcome.value['claimedAt'] : undefined;
  const atMs = typeof claimedAt === 'string' ? Date.parse(claimedAt) : Number.NaN;
  return Number.isNaN(atMs) ? null : atMs;
}

function readOffers(body: unknown): readonly ClaimOffer[] | undefined {
  const items: unknown = isRecord(body) ? body['items'] : undefined;
  if (!Array.isArray(items)) return undefined;
  return items.flatMap((item: unknown) => readOffer(item) ?? []);
}

function readOffer(item: unknown): ClaimOffer | undefined {
  if (!isRecord(item)) return undefined;
  const { id, serviceId, registrationNumber, receivedAt, office, claimed } = item;
  if (typeof id !== 'string' || typeof serviceId !== 'string' || typeof registrationNumber !== 'string')
    return undefined;
  const receivedAtMs = typeof receivedAt === 'string' ? Date.parse(receivedAt) : Number.NaN;
  if (Number.isNaN(receivedAtMs)) return undefined;
  return {
    applicationId: id,
    serviceId,
    registrationNumber,
    receivedAtMs,
    office: readOffice(office),
    isClaimed: claimed === true,
  };
}

function readOffice(office: unknown): Office | null {
  if (!isRecord(office)) return null;
  const level = levels.find((known) => known === office['level']);
  const area = office['area'];
  return level === undefined || typeof area !== 'string' ? null : { level, area };
}
