/** RFC 9110 section 13.1: whether a list of tags (or "*") names this one. Weak comparison, as If-None-Match asks for. */
export function namesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
