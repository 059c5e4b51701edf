/** One file out of an .xlsx (a zip), piece by piece, so that a zip bomb is stopped and never held. */
import { Unzip, UnzipInflate } from 'fflate';
import { WorkbookProblem } from './workbook-problem.ts';

/** Most bytes that the files of one workbook may unfold to, together. */
export interface InflateAllowance {
  left: number;
}

/** Deflate makes at most a thousand of one: a piece unfolds to a megabyte. */
const pieceBytes = 1024;
const zipStart = [0x50, 0x4b, 0x03, 0x04];
const oldOfficeStart = [0xd0, 0xcf, 0x11, 0xe0];

/** Throws WorkbookProblem for what is no zip: an old .xls, one with a password, anything else. */
export function expectZip(bytes: Uint8Array): void {
  if (startsWith(bytes, zipStart)) return;
  if (startsWith(bytes, oldOfficeStart)) {
    throw new WorkbookProblem('is an old .xls or has a password: save it as .xlsx without one');
  }
  throw new WorkbookProblem('is no .xlsx file: save the spreadsheet as one');
}

/**
 * Gives `take` the content of the file `name`. False when it is not in there.
 * Throws WorkbookProblem when it unfolds to more than is allowed or is damaged; what `take` throws comes through.
 */
export function readZipped(
  zip: Uint8Array,
  name: string,
  allowance: InflateAllowance,
  take: (piece: Uint8Array, final: boolean) => void,
): boolean {
  let found = false;
  const unzip = new Unzip((file) => {
    if (file.name !== name || found) return;
    found = true;
    file.ondata = (error, piece, final) => {
      if (error !== null) throw error;
      const { left } = allowance;
      allowance.left = left - piece.length;
      if (allowance.left < 0) throw new WorkbookProblem('unfolds to far more than a form: that is no form');
      take(piece, final);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < zip.length; at += pieceBytes) {
    unzip.push(zip.subarray(at, at + pieceBytes), at + pieceBytes >= zip.length);
  }
  return found;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
