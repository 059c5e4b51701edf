/** How much may still be read of a file that may be made to be read for ever: bytes, counted down by every token. */
export interface Fuel {
  left: number;
}

export type PdfToken =
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'open' | 'close' | 'string' | 'end' };

export interface PdfTokens {
  /** 'end' also when the fuel is used up. */
  next(): PdfToken;
  /** Where the next token will be looked for. */
  at(): number;
}

const open: PdfToken = { kind: 'open' };
const close: PdfToken = { kind: 'close' };
const string: PdfToken = { kind: 'string' };
const end: PdfToken = { kind: 'end' };

const [lineFeed, carriageReturn] = [0x0a, 0x0d];
const [openRound, closeRound, backslash, slash, percent, hash] = [0x28, 0x29, 0x5c, 0x2f, 0x25, 0x23];
const [less, greater] = [0x3c, 0x3e];
const whitespace = new Set([0, 9, lineFeed, 12, carriageReturn, 32]);
const brackets = new Map([
  [0x5b, open],
  [0x7b, open],
  [0x5d, close],
  [0x7d, close],
]);
/** 1 for every byte that ends a name, number or word. */
const ending = new Uint8Array(256);
for (const byte of [...whitespace, openRound, closeRound, slash, percent, less, greater, ...brackets.keys()])
  ending[byte] = 1;
/** No name or word that anything here asks for is longer, escapes included. */
const longestText = 128;

export function isPdfSpace(byte: number | undefined): boolean {
  return byte !== undefined && whitespace.has(byte);
}

/**
 * The tokens of a PDF from one place on (ISO 32000-1, 7.2): dictionaries and arrays open and close, strings are passed
 * over, names come with their #xx escapes resolved. Any bytes are taken: there is always a next token or the end.
 */
export function createPdfTokens(bytes: Uint8Array, from: number, fuel: Fuel): PdfTokens {
  let at = from;

  function skipSpace(): void {
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === percent) at = endOfLine(bytes, at);
      else if (!whitespace.has(byte)) return;
    }
  }

  function read(): PdfToken {
    skipSpace();
    const byte = bytes[at];
    if (byte === undefined) return end;
    const bracket = brackets.get(byte);
    if (bracket !== undefined) return take(1, bracket);
    if (byte === slash) return { kind: 'name', text: unescaped(regular(at + 1)) };
    if (byte === openRound) return take(lengthOfString(bytes, at), string);
    if (byte === less) return bytes[at + 1] === less ? take(2, open) : take(lengthOfHex(bytes, at), string);
    if (byte === greater) return bytes[at + 1] === greater ? take(2, close) : take(1, string);
    if (byte === closeRound) return take(1, string);
    const text = regular(at);
    return /^[+-]?\d*\.?\d*$/.test(text) ? { kind: 'number', value: Number(text) } : { kind: 'word', text };
  }

  function take(length: number, token: PdfToken): PdfToken {
    at += length;
    return token;
  }

  /** The run of regular characters from `start` on; of a very long one only the beginning. */
  function regular(start: number): string {
    at = start;
    while (at < bytes.length && ending[bytes[at] ?? 0] === 0) at += 1;
    return String.fromCharCode(...bytes.subarray(start, Math.min(at, start + longestText)));
  }

  return {
    next() {
      if (fuel.left < 0) return end;
      const before = at;
      const token = read();
      fuel.left -= at - before;
      return token;
    },
    at: () => at,
  };
}

function endOfLine(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== lineFeed && bytes[at] !== carriageReturn) at += 1;
  return at;
}

/** Round brackets nest, unless escaped. */
function lengthOfString(bytes: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === backslash) at += 1;
    else if (byte === openRound) depth += 1;
    else if (byte === closeRound) {
      depth -= 1;
      if (depth === 0) return at + 1 - from;
    }
  }
  return bytes.length - from;
}

function lengthOfHex(bytes: Uint8Array, from: number): number {
  const closing = bytes.indexOf(greater, from);
  return closing < 0 ? bytes.length - from : closing + 1 - from;
}

function unescaped(text: string): string {
  if (!text.includes(String.fromCharCode(hash))) return text;
  return text.replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
