/** How much of a photo is kept: `saver` costs less of the person's data, and stays readable. */
export const photoQualities = ['normal', 'saver'] as const;
export type PhotoQuality = (typeof photoQualities)[number];
