export type Turn = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/**
 * For a canvas's `setTransform`: a picture with this Exif orientation, drawn at 0, 0 as its sensor has it, comes to lie
 * the right way up.
 * @param width of the canvas, as the photo is looked at
 */
export function turnOf(orientation: number, width: number, height: number): Turn {
  switch (orientation) {
    case 2:
      return [-1, 0, 0, 1, width, 0];
    case 3:
      return [-1, 0, 0, -1, width, height];
    case 4:
      return [1, 0, 0, -1, 0, height];
    case 5:
      return [0, 1, 1, 0, 0, 0];
    case 6:
      return [0, 1, -1, 0, width, 0];
    case 7:
      return [0, -1, -1, 0, width, height];
    case 8:
      return [0, -1, 1, 0, 0, height];
    default:
      return [1, 0, 0, 1, 0, 0];
  }
}
