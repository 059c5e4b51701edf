/**
 * Residents whom a field officer helps; and what belongs to one of them can be found by whose it is. Rows of before
 * keep their shape: nobody's row has a resident.
 */
export const v3 = {
  version: 3,
  minReader: 1,
  stores: {
    residents: 'id, ownerKey, hiddenAtMs',
    drafts: 'id, [ownerKey+updatedAtMs], hiddenAtMs, residentId',
    outbox:
      'applicationId, &[deviceId+sequence], [ownerKey+sequence], [state+ownerKey+sequence], graceFromMs, residentId',
    wallet: 'id, [ownerKey+kind], hiddenAtMs, residentId',
  },
} as const;
