import type { Point, Quad } from '#lib/quad.ts';

/** A projective map of the plane, row by row; the last number is 1. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];

/** The map that takes the unit square (0,0 1,0 1,1 0,1) onto the quad's corners, in closed form. */
export function fromUnitSquare([p0, p1, p2, p3]: Quad): Homography {
  const sumX = p0.x - p1.x + p2.x - p3.x;
  const sumY = p0.y - p1.y + p2.y - p3.y;
  const dx1 = p1.x - p2.x;
  const dy1 = p1.y - p2.y;
  const dx2 = p3.x - p2.x;
  const dy2 = p3.y - p2.y;
  const bottom = dx1 * dy2 - dx2 * dy1;
  // A flat quad has no map; the identity's bottom row keeps the numbers finite.
  const g = bottom === 0 ? 0 : (sumX * dy2 - dx2 * sumY) / bottom;
  const h = bottom === 0 ? 0 : (dx1 * sumY - sumX * dy1) / bottom;
  return [
    p1.x - p0.x + g * p1.x,
    p3.x - p0.x + h * p3.x,
    p0.x,
    p1.y - p0.y + g * p1.y,
    p3.y - p0.y + h * p3.y,
    p0.y,
    g,
    h,
    1,
  ];
}

/** The way back, up to a factor that a projective map doesn't have. */
export function inverse([a, b, c, d, e, f, g, h, i]: Homography): Homography {
  const whole = a * e - b * d;
  const row = [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
  ] as const;
  const [m0, m1, m2, m3, m4, m5, m6, m7] = row;
  return [m0 / whole, m1 / whole, m2 / whole, m3 / whole, m4 / whole, m5 / whole, m6 / whole, m7 / whole, 1];
}

export function mapPoint([a, b, c, d, e, f, g, h, i]: Homography, { x, y }: Point): Point {
  const w = g * x + h * y + i;
  return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w };
}
