/**
 * What this phone carries for another one is an entry like others, under an owner of its own that nobody signs in as: it
 * goes by a ticket that opens this application only, and never under the name of who uses the phone.
 */
export const carriedPrefix = 'carried:';

export function carriedOwner(applicationId: string): string {
  return `${carriedPrefix}${applicationId}`;
}

/** Short enough to be read out, so that two people can see that their phones mean the same. */
export function carryCode(envelopeSha256: string): string {
  return envelopeSha256.slice(0, 4).toUpperCase();
}
