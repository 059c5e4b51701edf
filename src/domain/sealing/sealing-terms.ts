/** What the office says about sealing, and which of its keys an application is sealed to. */

/** 'optional': the person of the phone chooses. 'required': nothing is sent that is not sealed. */
export type SealingMode = 'off' | 'optional' | 'required';

/** The public half of a key for ECDH-ES+A256KW on P-256 (RFC 7518), as a JWK (RFC 7517). */
export interface SealingKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  /** RFC 7638 thumbprint. */
  readonly kid: string;
  /** RFC 3339. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** Kept away from the server, for the day on which the office has lost its own. */
  readonly recovery: boolean;
}

export interface SealingTerms {
  readonly mode: SealingMode;
  readonly keys: readonly SealingKey[];
}

/**
 * Whom the content key is wrapped to: the office's newest key, and the newest recovery key if there is one. The office
 * lists only keys that it can open, so a phone whose clock is off by years takes the newest rather than none.
 * @returns empty when the office has listed no key of its own
 */
export function recipientsOf({ keys }: SealingTerms, nowMs: number): readonly SealingKey[] {
  const office = newest(
    keys.filter(({ recovery }) => !recovery),
    nowMs,
  );
  if (office === undefined) return [];
  const recovery = recoveryKeyOf({ keys }, nowMs);
  return recovery === undefined ? [office] : [office, recovery];
}

/** The newest one; undefined where the office has none. */
export function recoveryKeyOf({ keys }: Pick<SealingTerms, 'keys'>, nowMs: number): SealingKey | undefined {
  return newest(
    keys.filter((key) => key.recovery),
    nowMs,
  );
}

function newest(keys: readonly SealingKey[], nowMs: number): SealingKey | undefined {
  const valid = keys.filter(
    ({ notBefore, notAfter }) => Date.parse(notBefore) <= nowMs && nowMs < Date.parse(notAfter),
  );
  const [first] = (valid.length > 0 ? valid : keys).toSorted(
    (a, b) => Date.parse(b.notBefore) - Date.parse(a.notBefore),
  );
  return first;
}

export type HowToSeal =
  | { readonly kind: 'plain' }
  | { readonly kind: 'seal'; readonly recipients: readonly SealingKey[]; readonly isRequired: boolean }
  /** Nothing may go unsealed, and there is no key here yet. */
  | { readonly kind: 'seal-later' };

/**
 * @param terms null while this phone has never heard the office's own: then nothing is known to forbid today's way, and an
 * office that wants seals refuses what has none
 * @param wished what the person has chosen, where the office leaves it to them
 */
export function howToSeal(terms: SealingTerms | null, wished: boolean, nowMs: number): HowToSeal {
  if (terms === null || terms.mode === 'off' || (terms.mode === 'optional' && !wished)) return { kind: 'plain' };
  const recipients = recipientsOf(terms, nowMs);
  const isRequired = terms.mode === 'required';
  if (recipients.length > 0) return { kind: 'seal', recipients, isRequired };
  return isRequired ? { kind: 'seal-later' } : { kind: 'plain' };
}

const modes: readonly SealingMode[] = ['off', 'optional', 'required'];

export function isSealingMode(value: unknown): value is SealingMode {
  return modes.some((mode) => mode === value);
}

/** Of JSON that somebody else wrote. */
export function isSealingKey(value: unknown): value is SealingKey {
  return (
    isMembers(value) &&
    value['kty'] === 'EC' &&
    value['crv'] === 'P-256' &&
    [value['x'], value['y'], value['kid']].every((part) => typeof part === 'string' && /^[\w-]{43}$/.test(part)) &&
    [value['notBefore'], value['notAfter']].every((at) => typeof at === 'string' && Number.isFinite(Date.parse(at))) &&
    typeof value['recovery'] === 'boolean'
  );
}

function isMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
