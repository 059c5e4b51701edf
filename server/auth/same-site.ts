/**
 * Whether a request that changes something, and that a browser may have been tricked into, comes from our own pages.
 * Sec-Fetch-Site decides where the browser sends it; else Origin has to be ours.
 */
export function comesFromOwnPages(headers: Headers, publicOrigin: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  if (origin === null || !URL.canParse(origin)) return false;
  return origin === publicOrigin || new URL(origin).host === headers.get('host');
}

/** True for a program that is no browser: nothing tells where it comes from, and no cookie jar can be abused. */
export function saysNothingOfItsSite(headers: Headers): boolean {
  return headers.get('sec-fetch-site') === null && headers.get('origin') === null;
}
