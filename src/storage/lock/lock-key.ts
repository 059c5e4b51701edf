/** Where the lock of an account lies in `meta`. */
export function lockKey(accountId: string): string {
  return `lock/${accountId}`;
}
