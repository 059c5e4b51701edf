import { createPdfTokens, type Fuel, type PdfToken } from './pdf-tokens.ts';

/** What stands behind a key of a dictionary, as far as it is asked for here. */
export interface PdfValue {
  readonly names: readonly string[];
  readonly numbers: readonly number[];
  /** `5 0 R`: the value is object 5. */
  readonly isReference: boolean;
}

export interface PdfObject {
  /** Of the outermost dictionary, the keys in `askedFor`. */
  readonly values: ReadonlyMap<string, PdfValue>;
  /** Where the bytes of its stream begin; null for an object without one. */
  readonly streamAt: number | null;
  /** Somewhere in it stands a name that makes a PDF do something, or that carries another file. */
  readonly isActive: boolean;
}

const askedFor = new Set([
  'Type',
  'Root',
  'Encrypt',
  'Pages',
  'Count',
  'N',
  'First',
  'Length',
  'Filter',
  'DecodeParms',
  'DP',
]);
/** Scripts, programs to start, files inside (ISO 32000-1: 7.11.4, 12.5.6.15, 12.6.4; 13.6 of its extensions). */
const active = new Set([
  'JavaScript',
  'JS',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'FileAttachment',
  'RichMedia',
  'XFA',
]);
const mostParts = 8;

/**
 * Reads one object, or a trailer, from its first token on. Without recursion: nothing is too deep.
 * @param alone an object inside of an object stream has no `endobj`: it ends with its first value
 */
export function readPdfObject(bytes: Uint8Array, from: number, fuel: Fuel, alone: boolean): PdfObject {
  const tokens = createPdfTokens(bytes, from, fuel);
  const values = new Map<string, { names: string[]; numbers: number[]; isReference: boolean }>();
  let depth = 0;
  let key = '';
  let expectsKey = true;
  let isActive = false;
  let lastName = '';

  function note(token: PdfToken): void {
    if (!askedFor.has(key)) return;
    const value = values.get(key) ?? { names: [], numbers: [], isReference: false };
    values.set(key, value);
    if (token.kind === 'name' && value.names.length < mostParts) value.names.push(token.text);
    if (token.kind === 'number' && value.numbers.length < mostParts) value.numbers.push(token.value);
    if (token.kind === 'word' && token.text === 'R' && depth === 1) value.isReference = true;
  }

  for (;;) {
    const token = tokens.next();
    if (token.kind === 'end') break;
    if (token.kind === 'name' && active.has(token.text)) isActive = true;
    // Files inside hang from this key, also where nothing says what they are.
    if (token.kind === 'open' && lastName === 'EF') isActive = true;
    lastName = token.kind === 'name' ? token.text : '';
    // The end of the object; a value whole in itself; or no object at all, but prose in which the word stood.
    if (depth === 0 && !mayStandBefore(token)) break;
    if (token.kind === 'close') {
      depth -= 1;
      if (depth <= 0) break;
    } else if (token.kind === 'name' && depth === 1 && expectsKey) {
      key = token.text;
      expectsKey = false;
    } else {
      note(token);
      if (depth === 1) expectsKey = true;
      if (token.kind === 'open') depth += 1;
      else if (depth === 0 && alone) break;
    }
  }
  return { values, streamAt: streamAfter(bytes, tokens), isActive };
}

/** What may come outside of all brackets while something that has to be read may still follow: `obj9<<`, `5 0 R`. */
function mayStandBefore(token: PdfToken): boolean {
  return (
    token.kind === 'open' ||
    token.kind === 'close' ||
    token.kind === 'number' ||
    (token.kind === 'word' && token.text === 'R')
  );
}

function streamAfter(bytes: Uint8Array, tokens: ReturnType<typeof createPdfTokens>): number | null {
  const token = tokens.next();
  if (token.kind !== 'word' || token.text !== 'stream') return null;
  const at = tokens.at();
  if (bytes[at] === 0x0d && bytes[at + 1] === 0x0a) return at + 2;
  return bytes[at] === 0x0a || bytes[at] === 0x0d ? at + 1 : at;
}
