import type { AttachedDocument, Draft } from '#domain/application/draft.ts';
import { consentSlot } from '#domain/resident/consent.ts';
import type { ForResident } from '#domain/resident/on-behalf.ts';
import type { Resident } from '#domain/resident/resident.ts';
import type { SubmitResult } from './menu.ts';
import type { StoredAccount } from './ports.ts';

interface ForOne {
  readonly forResident?: ForResident;
  /** The picture of the consent, if it has one. */
  readonly proof: readonly AttachedDocument[];
}

/** Whose application it is; or what has to be said first. A field officer's is never silently their own. */
export async function forWhom(
  readResident: (residentId: string) => Promise<Resident | undefined>,
  account: StoredAccount | null,
  draft: Draft,
  attached: readonly AttachedDocument[],
): Promise<ForOne | Extract<SubmitResult, { kind: 'for-whom' | 'consent-needed' | 'failed' }>> {
  const { residentId, consent } = draft;
  if (residentId === undefined) return isFieldOfficer(account) ? { kind: 'for-whom' } : { proof: [] };
  if (consent === undefined || consent.withdrawnAtMs !== undefined) return { kind: 'consent-needed', residentId };
  const proof = attached.filter(({ slot, sha256 }) => slot === consentSlot && sha256 === consent.proof).slice(0, 1);
  if (consent.proof !== null && proof.length === 0) return { kind: 'consent-needed', residentId };
  const resident = await readResident(residentId);
  // A folder can't be deleted while there is a draft in it.
  if (resident === undefined) return { kind: 'failed', reason: 'unknown' };
  return { forResident: { resident, consent }, proof };
}

export function isFieldOfficer(account: Pick<StoredAccount, 'roles'> | null): boolean {
  return account?.roles?.includes('pendamping') === true;
}
