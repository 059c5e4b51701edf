/**
 * Changes of applications that the office has: repairs and withdrawals. A release that does not know them would send one
 * as an application of its own, so it may not even read them.
 */
export const v4 = {
  version: 4,
  minReader: 4,
  stores: {
    drafts: 'id, [ownerKey+updatedAtMs], hiddenAtMs, residentId, aboutId',
    outbox:
      'applicationId, &[deviceId+sequence], [ownerKey+sequence], [state+ownerKey+sequence], graceFromMs, residentId, aboutId',
  },
} as const;
