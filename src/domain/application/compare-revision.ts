/** A repair under an id of its own, as far as it tells one from another. */
interface KnownRevision {
  readonly applicationId: string;
  readonly authorId: string;
  readonly bodyHash: string;
}

/** What comes under an id that is known: the same again, or not; or one in whose place another has come since. */
export function compareRevision(
  earlier: KnownRevision & { readonly state: 'waiting' | 'applied' | 'superseded' },
  { applicationId, authorId, bodyHash }: KnownRevision,
): 'same' | 'superseded' | 'other-content' {
  const isSame =
    earlier.applicationId === applicationId && earlier.authorId === authorId && earlier.bodyHash === bodyHash;
  if (!isSame) return 'other-content';
  // Another one came while this one waited for its papers: it will never be the application's content.
  return earlier.state === 'superseded' ? 'superseded' : 'same';
}
