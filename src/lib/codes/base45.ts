/** Base45 (RFC 9285): bytes as the letters that a QR code holds in 5.5 bits each. */
const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

export function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const isPair = at + 1 < bytes.length;
    let rest = isPair ? (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0) : (bytes[at] ?? 0);
    for (let count = isPair ? 3 : 2; count > 0; count -= 1) {
      text += letters.charAt(rest % 45);
      rest = Math.floor(rest / 45);
    }
  }
  return text;
}

/** Undefined where it is no Base45. */
export function fromBase45(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 3 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 2) / 3));
  for (let at = 0, to = 0; at < text.length; at += 3, to += 2) {
    const group = text.slice(at, at + 3);
    let value = 0;
    for (const letter of [...group].toReversed()) {
      const digit = letters.indexOf(letter);
      if (digit < 0) return undefined;
      value = value * 45 + digit;
    }
    if (value > (group.length === 3 ? 0xff_ff : 0xff)) return undefined;
    if (group.length === 3) bytes[to] = value >>> 8;
    bytes[group.length === 3 ? to + 1 : to] = value & 0xff;
  }
  return bytes;
}
