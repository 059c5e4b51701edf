/**
 * The wallet, and what another app has shared with this one. Rows of version 1 keep their shape, so a release that
 * knows version 1 only may go on reading them.
 */
export const v2 = {
  version: 2,
  minReader: 1,
  stores: {
    wallet: 'id, [ownerKey+kind], hiddenAtMs',
    sharedFiles: 'id, sharedAtMs',
  },
} as const;
