/** Of the row of `meta` with what an account has answered about its applications. */
export function surveysKey(accountId: string): string {
  return `surveys/${accountId}`;
}
