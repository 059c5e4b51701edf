import { submissionText, type SubmissionParts } from './submission.ts';

/**
 * Measured between a browser and the reference office, both ways, and rounded up: asking who this is, the application
 * and the news after it; announcing a file and acknowledging its pieces; and what TCP/IP adds to every byte.
 */
const perApplicationBytes = 7_000;
const perFileBytes = 5_000;
const wireFactor = 1.04;

/** Not known before Kirim, and of the same length as those that will be. */
const later = {
  device: { deviceId: '0'.repeat(36), sequence: 100 },
  ownerId: null,
  nowMs: 0,
};

/** What sending an application will take of a data quota, in bytes, on a line that is not cut. */
export function sendingBytes(
  parts: Pick<SubmissionParts, 'applicationId' | 'definition' | 'answers' | 'documents'>,
): number {
  const { documents } = parts;
  const formBytes = utf8Length(submissionText({ ...parts, ...later }));
  return wireBytes(
    formBytes,
    documents.map(({ sizeBytes }) => sizeBytes),
  );
}

/** The same of a form and files of these sizes. */
export function wireBytes(formBytes: number, fileSizes: readonly number[]): number {
  // Sent once more after its files: that answer is the receipt.
  const forms = fileSizes.length === 0 ? 1 : 2;
  const fileBytes = fileSizes.reduce((sum, size) => sum + size, 0);
  return Math.round(
    perApplicationBytes + fileSizes.length * perFileBytes + wireFactor * (forms * formBytes + fileBytes),
  );
}

function utf8Length(text: string): number {
  let length = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_00_00 ? 3 : 4;
  }
  return length;
}
