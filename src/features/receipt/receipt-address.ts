/** Behind the "#", which no browser sends to a server: whoever checks a receipt tells nobody. */
export function receiptAddress(origin: string, signed: string): string {
  return `${origin}/periksa#${signed}`;
}
