/**
 * What may keep an officer from reading a photographed paper. A doubt warns the person and never stops anything: a
 * machine that sees a paper for the first time may be wrong.
 */
export type PaperDoubt =
  /** How bright the brightest part is, 0 to 100. */
  | { readonly kind: 'dark'; readonly brightness: number }
  /** How much of the photo is washed out, 1 to 100. */
  | { readonly kind: 'washed-out'; readonly percent: number }
  /** How much of the photo a reflection covers, 1 to 100. */
  | { readonly kind: 'glare'; readonly percent: number }
  /** How many pixels of the stored photo an edge is spread over; 2 is sharp. */
  | { readonly kind: 'blurred'; readonly edgePixels: number }
  | { readonly kind: 'small'; readonly longSidePixels: number }
  /** Where the paper goes on outside of the photo. */
  | { readonly kind: 'cut-off'; readonly sides: readonly PhotoSide[] };

export type PhotoSide = 'top' | 'right' | 'bottom' | 'left';
