import { checkPdf, type PdfRefusal } from '#domain/document/check-pdf.ts';
import { sniffedBytes, sniffMediaType } from '#domain/document/sniff.ts';
import type { MediaType } from '#domain/service/definition.ts';
import { inflate } from './inflate.ts';

export type FileRead =
  | {
      readonly kind: 'read';
      readonly bytes: ArrayBuffer;
      readonly mediaType: MediaType;
      /** Of a PDF only. */
      readonly pageCount?: number;
    }
  | {
      readonly kind: 'refused';
      readonly reason: 'empty' | 'too-large' | 'not-accepted' | 'unreadable' | 'heic' | PdfRefusal;
    };

/**
 * Copies the bytes now: a picked file may change or vanish later, or lie in a cloud that can't be reached then (F80).
 * What it is is told by its first bytes; name and declared type are not asked. A PDF is looked through.
 * @param limits a photo that will be shrunk may be larger than what is stored in the end: `maxPhotoBytes`
 */
export async function readFile(
  file: Blob,
  limits: { readonly accept: readonly MediaType[]; readonly maxBytes: number; readonly maxPhotoBytes?: number },
): Promise<FileRead> {
  if (file.size === 0) return { kind: 'refused', reason: 'empty' };
  const head = await bytesOf(file.slice(0, sniffedBytes));
  if (head === null) return { kind: 'refused', reason: 'unreadable' };
  const mediaType = sniffMediaType(new Uint8Array(head));
  if (mediaType === 'heic') return { kind: 'refused', reason: 'heic' };
  if (mediaType === null || !limits.accept.includes(mediaType)) return { kind: 'refused', reason: 'not-accepted' };
  const most = mediaType === 'application/pdf' ? limits.maxBytes : (limits.maxPhotoBytes ?? limits.maxBytes);
  // Before the whole is read: 200 MB must not be pulled into a small phone's memory first.
  if (file.size > most) return { kind: 'refused', reason: 'too-large' };
  const bytes = await bytesOf(file);
  // Shorter than it was a moment ago: it changed under our hands.
  if (bytes?.byteLength !== file.size) return { kind: 'refused', reason: 'unreadable' };
  if (mediaType !== 'application/pdf') return { kind: 'read', bytes, mediaType };
  const pdf = await checkPdf(new Uint8Array(bytes), inflate);
  return pdf.kind === 'refused' ? pdf : { kind: 'read', bytes, mediaType, pageCount: pdf.pageCount };
}

async function bytesOf(blob: Blob): Promise<ArrayBuffer | null> {
  try {
    return await blob.arrayBuffer();
  } catch {
    return null;
  }
}
