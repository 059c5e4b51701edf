/** RFC 9110 section 13.1: whether a list of tags (or "*") names this one. Weak comparison, as If-None-Match asks for. */
export function namesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/**
 * RFC 9110 section 13.1.1, of a tag with two halves (`"state-shown"`): whether a list of tags, or "*", names this state.
 * What is behind the dash moves by itself, and is no reason to refuse what somebody does.
 */
export function namesState(header: string | undefined, etag: string): boolean {
  return namesEtag(header?.replaceAll(/-[^",]*"/g, '"'), etag.replace(/-[^"]*"$/, '"'));
}
