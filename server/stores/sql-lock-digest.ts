import { createHash } from 'node:crypto';

/** A proof has 256 bits that only the PIN and a salt on the phone give: its digest tells nothing of either. */
export function digestOf(proof: string): string {
  return createHash('sha256').update(proof).digest('base64url');
}
