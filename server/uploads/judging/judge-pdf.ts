import { inflate, type InputType, type ZlibOptions } from 'node:zlib';
import { checkPdf } from '#domain/document/check-pdf.ts';
import type { PaperVerdict } from './paper-verdict.ts';

/** The same check as on the phone: a PDF that one lets pass, the other does too. Its bytes stay as they are. */
export async function judgePdf(bytes: Uint8Array): Promise<PaperVerdict> {
  const verdict = await checkPdf(bytes, unpack);
  return verdict.kind === 'fine' ? { kind: 'fine', bytes } : verdict;
}

/** With what comes after its end it is not what browsers unpack. */
async function unpack(body: Uint8Array, mostBytes: number): Promise<Uint8Array | null> {
  if (mostBytes < 1) return null;
  return new Promise((resolve) => {
    const options = { maxOutputLength: mostBytes, info: true };
    inflateWithInfo(body, options, (error, result) => {
      resolve(error !== null || result.engine.bytesWritten !== body.length ? null : result.buffer);
    });
  });
}

/** `info` makes the result say how much was read; Node's types don't know. */
const inflateWithInfo: (
  body: InputType,
  options: ZlibOptions,
  done: (
    error: Error | null,
    result: { readonly buffer: Uint8Array; readonly engine: { readonly bytesWritten: number } },
  ) => void,
) => void = inflate as never;
