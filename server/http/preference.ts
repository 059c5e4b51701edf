/** RFC 7240 section 4.2: of two ways to answer, the one with less in it. */
export const lessPreferred = 'return=minimal';

/** Whether a `Prefer` header names it. What it does not know, a server passes over. */
export function prefersLess(header: string | undefined): boolean {
  return header?.split(',').some((one) => /^\s*return\s*=\s*"?minimal"?\s*(;|$)/i.test(one)) ?? false;
}
