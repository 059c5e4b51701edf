/**
 * An Indonesian mobile number in any usual writing (0812-3456-7890, 62812…, +62 812 …).
 * @returns E.164 (+62812…), or null when it is none
 */
export function readPhone(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/[\s().\-\u2010-\u2015]/g, '');
  const match = /^(?:\+620?|00620?|620?|0)(8\d{7,11})$/.exec(plain);
  return match === null ? null : `+62${match[1]}`;
}

/** An E.164 number as people here read it: 0812-3456-7890. Anything else comes back as it is. */
export function showPhone(e164: string): string {
  const phone = readPhone(e164);
  if (phone === null) return e164;
  const local = `0${phone.slice(3)}`;
  return `${local.slice(0, 4)}-${local.slice(4, 8)}-${local.slice(8)}`;
}
