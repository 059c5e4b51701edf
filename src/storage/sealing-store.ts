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

const mostAtOnce = 200;

/** What sealing needs of the phone's store; its code comes when it is asked for. */
export function createSealingStore(connection: Connection, digest: Digest, tripwire: Tripwire) {
  return {
    readTerms: (): Promise<HeldTerms | null> => quietly(connection, null, readHeldTerms),

    async keepTerms(held: HeldTerms): Promise<void> {
      await connection.write('relaxed', ['meta'], (db) => putHeldTerms(db, held));
    },

    async submit(entry: OutboxEntry, sealed: SealedPayloads, seen: SeenDraft): Promise<SubmitEnd> {
      const end = await submitSealed(connection, digest, entry, sealed, seen);
      tripwire.note();
      return end;
    },

    /** Of every account, oldest first: those that wait and are not sealed. */
    listReadable: (): Promise<readonly OutboxEntry[]> =>
      quietly<readonly OutboxEntry[]>(connection, [], async (db) => {
        const rows: readonly unknown[] = await ofState(db, 'waiting').limit(mostAtOnce).toArray();
        return rows
          .filter(isOutboxRow)
          .map(({ entry }) => entry)
          .filter(({ sealed }) => sealed === undefined);
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
