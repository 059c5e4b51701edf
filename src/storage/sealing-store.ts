import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { PayloadRead } from '#sync/ports.ts';
import type { Connection } from './connection.ts';
import { ofState } from './outbox-rows.ts';
import { readVerified, type Digest } from './payloads.ts';
import { quietly } from './quietly.ts';
import { isOutboxRow } from './row-guards.ts';
import { sealStored, submitSealed, type SealedPayloads } from './sealed-submission.ts';
import { putHeldTerms, readHeldTerms, type HeldTerms } from './sealing-terms-row.ts';
import type { SeenDraft, SubmitEnd } from './submission.ts';
import type { Tripwire } from './tripwire.ts';

/** What sealing needs of the phone's store; its code comes when it is asked for. */
export function createSealingStore(connection: Connection, digest: Digest, tripwire: Tripwire) {
  return {
    readTerms: (): Promise<HeldTerms | null> => connection.read(readHeldTerms),

    async keepTerms(held: HeldTerms): Promise<void> {
      await connection.write('relaxed', ['meta'], (db) => putHeldTerms(db, held));
    },

    async submit(entry: OutboxEntry, sealed: SealedPayloads, seen: SeenDraft): Promise<SubmitEnd> {
      const end = await submitSealed(connection, digest, entry, sealed, seen);
      tripwire.note();
      return end;
    },

    /** Of every account: those that wait, are not sealed and are wanted. The others pass by one at a time. */
    listReadable: (isWanted: (entry: OutboxEntry) => boolean): Promise<readonly OutboxEntry[]> =>
      quietly<readonly OutboxEntry[]>(connection, [], async (db) => {
        const rows = await ofState(db, 'waiting')
          .filter((row) => isOutboxRow(row) && row.entry.sealed === undefined && isWanted(row.entry))
          .toArray();
        return rows.map(({ entry }) => entry);
      }),

    readPayload: (
      id: string,
      expected: { readonly sizeBytes: number; readonly sha256: string },
    ): Promise<PayloadRead> => readVerified(connection, digest, id, expected),

    async seal(
      applicationId: string,
      sealed: SealedPayloads | null,
      change: (entry: OutboxEntry) => OutboxEntry | null,
    ): Promise<'stored' | 'gone' | 'failed'> {
      const end = await sealStored(connection, applicationId, sealed, change);
      tripwire.note();
      return end;
    },
  };
}
