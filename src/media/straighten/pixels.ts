/** Rows of RGBA bytes from the top left, as a canvas gives and takes them. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}
