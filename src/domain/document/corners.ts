/** A place in an upright photo: 0 to 1 from its left edge, and from its top. */
export interface PhotoPoint {
  readonly x: number;
  readonly y: number;
}

/** The four corners of a paper in its photo: top left, top right, bottom right, bottom left, as the paper is read. */
export type Corners = readonly [PhotoPoint, PhotoPoint, PhotoPoint, PhotoPoint];
