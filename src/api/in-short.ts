/** RFC 7240: where it is is wanted, not what was written into it. An office that does not know it sends the whole. */
export const inShort = { Prefer: 'return=minimal' };
