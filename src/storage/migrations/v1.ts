/** The first release. Released migrations are never edited; the next one stands beside it in its own file. */
export const v1 = {
  version: 1,
  /** The oldest release of the app that may still read (not write) rows of this version. */
  minReader: 1,
  stores: {
    meta: 'key',
    drafts: 'id, [ownerKey+updatedAtMs], hiddenAtMs',
    documents: 'id, applicationId',
    payloads: 'id',
    outbox: 'applicationId, &[deviceId+sequence], [ownerKey+sequence], [state+ownerKey+sequence], graceFromMs',
    tracked: 'applicationId',
    catalogue: 'key',
    quarantine: 'id',
    relaxed: '',
  },
} as const;
