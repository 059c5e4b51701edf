/** Why an application goes back or is refused, in short: counted by the office, beside the official's own words. */
export const returnReasons = ['unreadable', 'mismatch', 'wrong-paper', 'expired', 'incomplete', 'other'] as const;
export const rejectReasons = ['not-served-here', 'duplicate', 'not-eligible', 'mismatch', 'other'] as const;

export const reasonCodes = [
  'unreadable',
  'mismatch',
  'wrong-paper',
  'expired',
  'incomplete',
  'not-served-here',
  'duplicate',
  'not-eligible',
  'other',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** Those that an action may give; none for one that owes no reason. */
export function reasonsFor(action: string): readonly ReasonCode[] {
  if (action === 'return') return returnReasons;
  return action === 'reject' ? rejectReasons : [];
}

/** Undefined for none, and for one of a newer office. */
export function reasonCodeOf(value: unknown): ReasonCode | undefined {
  return reasonCodes.find((code) => code === value);
}
