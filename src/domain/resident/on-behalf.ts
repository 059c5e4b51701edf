import type { Consent, ConsentMark } from './consent.ts';
import type { Resident } from './resident.ts';

/** Whom an application is for, and their yes to it. */
export interface ForResident {
  readonly resident: Pick<Resident, 'id' | 'name' | 'nik' | 'phone'>;
  readonly consent: Consent;
}

/**
 * What the office is told of it (OnBehalfOf and Claimant of the contract). By number and four digits of the NIK the
 * resident may claim the application later; without one of them there is nothing to claim by.
 */
export function onBehalfMembers({ resident: { name, nik, phone }, consent }: ForResident): object {
  const { textVersion, language, givenAtMs, method, proof, witness } = consent;
  return {
    onBehalfOf: {
      name,
      consent: {
        textVersion,
        language,
        givenAt: new Date(givenAtMs).toISOString(),
        method,
        ...(proof === null ? {} : { proof }),
        ...(witness === null ? {} : { witness }),
      },
    },
    ...(phone !== '' && /^\d{16}$/.test(nik) ? { claim: { phone, nikEnding: nik.slice(-4) } } : {}),
  };
}

/** What stays with the entry. */
export function markOf({ textVersion, givenAtMs, method }: ConsentMark): ConsentMark {
  return { textVersion, givenAtMs, method };
}
