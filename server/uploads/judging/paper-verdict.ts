import type { MediaType } from '#domain/service/definition.ts';
import type { PaperRefusal } from './paper-refusal.ts';

export type ImageType = Exclude<MediaType, 'application/pdf'>;

export type PaperVerdict =
  /** `bytes` is what may be opened: without anything that is not picture. */
  { readonly kind: 'fine'; readonly bytes: Uint8Array } | { readonly kind: 'refused'; readonly reason: PaperRefusal };
