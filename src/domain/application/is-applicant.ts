/** Whether it is this account's: put in by themselves, or by a field officer for them and claimed since. */
export function isApplicantOf(
  { ownerId, claimedBy }: { readonly ownerId: string; readonly claimedBy: string | null },
  accountId: string,
): boolean {
  return ownerId === accountId || claimedBy === accountId;
}
