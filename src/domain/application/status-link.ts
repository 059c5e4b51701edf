/** Number and secret of a receipt. */
export interface StatusKey {
  readonly registrationNumber: string;
  readonly secret: string;
}

/** Behind the "#", which no browser sends to a server: the secret is in nobody's log. */
export function statusLink(origin: string, { registrationNumber, secret }: StatusKey): string {
  return `${origin}/status#${registrationNumber}.${secret}`;
}

/** Of an address, or of what stands behind its "#"; undefined for anything else. */
export function readStatusLink(text: string): StatusKey | undefined {
  const [, registrationNumber, secret] = /([\w-]{4,40})\.([0-9A-Za-z]{26})\s*$/.exec(text) ?? [];
  return registrationNumber === undefined || secret === undefined ? undefined : { registrationNumber, secret };
}

/** In groups, as it is read out and typed. */
export function grouped(secret: string): string {
  return secret.replaceAll(/.{4}(?=.)/g, '$&-');
}
