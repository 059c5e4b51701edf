import type { PhotoQuality } from '#domain/document/photo-quality.ts';

export interface PhotoPlan {
  readonly longSide: number;
  /** Of the JPEG, 0 to 1: the first try, and what is never gone below. */
  readonly quality: number;
  readonly leastQuality: number;
  readonly targetBytes: number;
}

/**
 * How small a photo of a paper may get and still be read: docs/decisions/0017. A 10-point letter that fills the photo
 * has 12 pixels to the height of an x at 2,048.
 */
export const photoPlans: Readonly<Record<PhotoQuality, PhotoPlan>> = {
  normal: { longSide: 2048, quality: 0.65, leastQuality: 0.5, targetBytes: 230_000 },
  saver: { longSide: 1600, quality: 0.45, leastQuality: 0.4, targetBytes: 110_000 },
};

/** A photo that is hardly larger than the target would lose more than it saves. */
const enoughToGain = 1.5;

export function isSmallEnough(
  photo: { readonly longSide: number; readonly sizeBytes: number },
  plan: PhotoPlan,
): boolean {
  return photo.longSide <= plan.longSide && photo.sizeBytes <= plan.targetBytes * enoughToGain;
}
