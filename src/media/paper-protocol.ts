/**
 * Between the page and the worker that prepares papers: one order, one answer. A Blob is handed over by
 * reference and bytes are transferred, so nothing large is copied on the page's own thread.
 */
import type { PdfRefusal } from '#domain/document/check-pdf.ts';
import type { Corners } from '#domain/document/corners.ts';
import type { PaperDoubt } from '#domain/document/doubt.ts';
import type { PhotoQuality } from '#domain/document/photo-quality.ts';
import type { MediaType } from '#domain/service/definition.ts';

export interface PrepareOrder {
  /** As it was picked, or a paper that lies in the store. */
  readonly file: Blob;
  /** What the requirement takes; told by first bytes, never by name. */
  readonly accept: readonly MediaType[];
  /** The most that may be stored. A photo may be picked larger, because it is shrunk. */
  readonly maxBytes: number;
  readonly quality: PhotoQuality;
  /** Take this part of the photo only, made rectangular. Nothing else: the whole photo. */
  readonly corners?: Corners;
}

export type PreparedPaper =
  | {
      readonly kind: 'prepared';
      readonly bytes: ArrayBuffer;
      readonly mediaType: MediaType;
      /** Lower-case hexadecimal, of `bytes`. */
      readonly sha256: string;
      /** Of a PDF only. */
      readonly pageCount?: number;
      /** Empty also for what can't be judged: a PDF, a photo that this browser can't decode. */
      readonly doubts: readonly PaperDoubt[];
      /** Where in this photo a paper lies askew, or with much around it; only where it can be straightened. */
      readonly paperAt?: Corners;
    }
  | {
      readonly kind: 'refused';
      readonly reason: 'empty' | 'too-large' | 'not-accepted' | 'unreadable' | 'heic' | PdfRefusal;
    };
